package org.dipscope.core.triage;

import java.util.Arrays;
import java.util.Comparator;

/**
 * How many of the best candidates are expected to be fluctuations (Y. Benjamini, Y. Hochberg, J. R.
 * Stat. Soc. B 57 (1995) 289).
 */
public final class FalseDiscovery {
  private FalseDiscovery() {}

  /**
   * The q-value of each p-value: the smallest rate of false discoveries at which it is still a
   * discovery, q_(i) = min_{j ≥ i} p_(j) n/j over the sorted p-values. NaN counts as 1.
   */
  public static double[] qValues(double[] p) {
    Integer[] order = new Integer[p.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> Double.isNaN(p[i]) ? 1 : p[i]));
    double[] q = new double[p.length];
    double smallest = 1;
    for (int rank = p.length; rank >= 1; rank--) {
      int i = order[rank - 1];
      double value = Double.isNaN(p[i]) ? 1 : p[i];
      smallest = Math.min(smallest, value * p.length / rank);
      q[i] = smallest;
    }
    return q;
  }
}
