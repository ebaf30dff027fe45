package org.dipscope.core.bump;

import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Values;

/**
 * A part of a spectrum with neighbouring bins joined.
 *
 * @param name what was done, in a few words
 * @param first the first bin that is used
 * @param joined how many bins become one
 * @param count how many there are then
 */
record Rebinned(String name, int first, int joined, int count) {
  private static final int MOST_JOINED = 3;
  private static final int MOST_DROPPED = 2;
  private static final double IGNORED = 0.1;

  /** The spectrum as it is and every variant that it is compared with. */
  static List<Rebinned> of(int bins) {
    List<Rebinned> all = new ArrayList<>();
    all.add(new Rebinned("as shown", 0, 1, bins));
    for (int joined = 2; joined <= MOST_JOINED; joined++) {
      for (int shift = 0; shift < joined; shift++) {
        String name = "×" + joined + (shift == 0 ? "" : ", shifted by " + shift);
        all.add(new Rebinned(name, shift, joined, (bins - shift) / joined));
      }
    }
    for (int dropped = 1; dropped <= MOST_DROPPED; dropped++) {
      String words = dropped == 1 ? " bin" : " " + dropped + " bins";
      all.add(new Rebinned("without first" + words, dropped, 1, bins - dropped));
      all.add(new Rebinned("without last" + words, 0, 1, bins - dropped));
    }
    int ignored = (int) Math.round(IGNORED * bins);
    if (ignored > MOST_DROPPED) {
      all.add(new Rebinned("without first 10 %", ignored, 1, bins - ignored));
    }
    return all;
  }

  /** The joined bins; one with a masked part is masked. */
  BumpData of(BumpData data) {
    double[] edges = new double[count + 1];
    for (int k = 0; k <= count; k++) {
      int bin = first + k * joined;
      edges[k] = bin < data.bins() ? data.binning().low(bin) : data.binning().high(bin - 1);
    }
    Values known = data.background();
    return new BumpData(
        data.id(),
        Binning.of(edges),
        Values.of(of(data.counts())),
        known == null ? null : Values.of(of(known)),
        MaskedBins.of(
            count, k -> data.masked().meets(first + k * joined, first + (k + 1) * joined - 1)),
        data.eventsPerCount());
  }

  /** Sums over what is joined. */
  double[] of(Values perBin) {
    double[] sums = new double[count];
    for (int k = 0; k < count; k++) {
      for (int i = 0; i < joined; i++) {
        sums[k] += perBin.get(first + k * joined + i);
      }
    }
    return sums;
  }
}
