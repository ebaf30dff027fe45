package org.dipscope.core.neyman;

import java.util.Arrays;

/**
 * A quantile of a test statistic.
 *
 * @param value the smallest c with P(T &le; c) &ge; the confidence level
 * @param standardError its statistical uncertainty from a finite number of toys; 0 if exact
 */
public record CriticalValue(double value, double standardError) {

  /**
   * From the statistics of simulated experiments: the order statistic of rank &lceil;level &middot;
   * N&rceil;, never interpolated, so that discrete data err to the safe side. The standard error is
   * half the distance of the ranks one binomial deviation below and above.
   *
   * @param sorted increasing
   * @param level the confidence level, in (0, 1)
   */
  static CriticalValue ofSorted(double[] sorted, double level) {
    int n = sorted.length;
    int rank = rank(level * n, n);
    double deviation = Math.sqrt(n * level * (1 - level));
    int below = rank(level * n - deviation, n);
    int above = rank(level * n + deviation, n);
    return new CriticalValue(sorted[rank], 0.5 * (sorted[above] - sorted[below]));
  }

  private static int rank(double position, int n) {
    return Math.clamp((long) Math.ceil(position - 1e-9) - 1, 0, n - 1);
  }

  /** From all outcomes of an experiment with their probabilities. */
  static CriticalValue ofOutcomes(double[] statistic, double[] probability, double level) {
    Integer[] order = new Integer[statistic.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(statistic[a], statistic[b]));
    double sum = 0;
    for (int i : order) {
      sum += probability[i];
      if (sum >= level - 1e-12) {
        return new CriticalValue(statistic[i], 0);
      }
    }
    return new CriticalValue(statistic[order[order.length - 1]], 0);
  }
}
