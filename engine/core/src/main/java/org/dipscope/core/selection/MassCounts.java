package org.dipscope.core.selection;

import java.util.Arrays;
import org.dipscope.core.histogram.Binning;

/** Entries of one histogram; only the bins between the outermost entries are held. */
final class MassCounts implements Entries {
  private static final int SLACK = 8;

  private final Binning axis;
  private int first;
  private int[] counts = new int[0];

  MassCounts(Binning axis) {
    this.axis = axis;
  }

  @Override
  public Binning axis() {
    return axis;
  }

  /** Adds an entry, whatever its weight. */
  @Override
  public boolean add(double mass, double weight) {
    int bin = axis.indexOf(mass);
    if (bin < 0) {
      return false;
    }
    if (counts.length == 0) {
      first = Math.max(0, bin - SLACK / 2);
      counts = new int[SLACK];
    }
    if (bin < first) {
      int more = Math.min(first, first - bin + SLACK);
      int[] wider = new int[counts.length + more];
      System.arraycopy(counts, 0, wider, more, counts.length);
      counts = wider;
      first -= more;
    } else if (bin >= first + counts.length) {
      counts = Arrays.copyOf(counts, bin - first + 1 + SLACK);
    }
    counts[bin - first]++;
    return true;
  }

  @Override
  public double squares(int bin) {
    return get(bin);
  }

  @Override
  public double get(int bin) {
    int place = bin - first;
    return place >= 0 && place < counts.length ? counts[place] : 0;
  }
}
