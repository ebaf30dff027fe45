package org.dipscope.core.analysis;

import java.util.Arrays;
import org.dipscope.core.bump.BumpData;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.likelihood.DataTerm;
import org.dipscope.core.likelihood.Likelihood;

/**
 * The bins of a fit that a bump hunt searches.
 *
 * @param first the first of them among the bins of the fit
 * @param binning the bins, without gap
 * @param masked which of them the fit leaves out
 */
record HuntedBins(int first, Binning binning, boolean[] masked) {
  private static final String NAME = "expected spectrum";

  /** From the first bin that is fitted to the last. */
  static HuntedBins of(Likelihood likelihood) {
    DataTerm data = likelihood.data();
    int first = 0;
    while (first < data.binCount() - 1 && !data.isUsed(first)) {
      first++;
    }
    int last = data.binCount() - 1;
    while (last > first && !data.isUsed(last)) {
      last--;
    }
    boolean[] masked = new boolean[last + 1 - first];
    for (int i = 0; i < masked.length; i++) {
      masked[i] = !data.isUsed(first + i);
    }
    double[] edges = likelihood.binning().edges();
    return new HuntedBins(first, Binning.of(Arrays.copyOfRange(edges, first, last + 2)), masked);
  }

  /** The same without the first bins. */
  HuntedBins from(int bin) {
    double[] edges = binning.edges();
    return new HuntedBins(
        first + bin,
        Binning.of(Arrays.copyOfRange(edges, bin, edges.length)),
        Arrays.copyOfRange(masked, bin, masked.length));
  }

  /**
   * Expected data in these bins; masked ones hold the background.
   *
   * @param total content of all bins of the fit
   * @param background its part without signal
   * @param known whether the background is given as well
   */
  BumpData data(double[] total, double[] background, boolean known) {
    double[] counts = new double[masked.length];
    double[] rest = new double[masked.length];
    for (int i = 0; i < counts.length; i++) {
      rest[i] = Math.max(Double.MIN_NORMAL, background[first + i]);
      counts[i] = masked[i] ? rest[i] : Math.max(0, total[first + i]);
    }
    return BumpData.of(NAME, binning, Values.of(counts), known ? Values.of(rest) : null);
  }
}
