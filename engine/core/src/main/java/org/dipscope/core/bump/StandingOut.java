package org.dipscope.core.bump;

import java.util.Arrays;

/**
 * Bins that no smooth spectrum has: far from the median of their neighbours. A log-polynomial of
 * high order follows one such bin at the cost of all others, so that its order is better chosen
 * beside them.
 */
final class StandingOut {
  private static final int REACH = 10;
  private static final int LEAST_REACH = 3;
  private static final double FAR = 5;
  private static final int NEIGHBOURS = 2;

  private StandingOut() {}

  /** The masked bins and those that stand out, with two neighbours on either side. */
  static MaskedBins and(BumpData data) {
    double[] counts = data.counts().toArray();
    boolean[] far = new boolean[counts.length];
    for (int i = 0; i < counts.length; i++) {
      if (!data.masked().has(i)) {
        double usual = median(counts, data.masked(), i);
        far[i] = Math.abs(counts[i] - usual) > FAR * Math.sqrt(usual + 1);
      }
    }
    return MaskedBins.of(counts.length, i -> data.masked().has(i) || isNear(far, i));
  }

  private static boolean isNear(boolean[] far, int bin) {
    int last = Math.min(far.length - 1, bin + NEIGHBOURS);
    for (int i = Math.max(0, bin - NEIGHBOURS); i <= last; i++) {
      if (far[i]) {
        return true;
      }
    }
    return false;
  }

  /**
   * Over as many bins on either side, so that the slope of a spectrum does not matter; at the ends
   * over the nearest ones.
   */
  private static double median(double[] counts, MaskedBins masked, int bin) {
    int reach = Math.max(LEAST_REACH, Math.min(REACH, Math.min(bin, counts.length - 1 - bin)));
    double[] near = new double[2 * reach + 1];
    int size = 0;
    int last = Math.min(counts.length - 1, bin + reach);
    for (int i = Math.max(0, bin - reach); i <= last; i++) {
      if (!masked.has(i)) {
        near[size++] = counts[i];
      }
    }
    Arrays.sort(near, 0, size);
    return 0.5 * (near[(size - 1) / 2] + near[size / 2]);
  }
}
