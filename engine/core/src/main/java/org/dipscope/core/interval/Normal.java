package org.dipscope.core.interval;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The standard normal distribution, accurate in its tails. */
final class Normal {
  private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

  private Normal() {}

  /** P(X &gt; z). */
  static double above(double z) {
    return Double.isNaN(z) ? Double.NaN : STANDARD.survivalProbability(z);
  }

  /** The z above which lies the probability p. */
  static double significance(double p) {
    if (!(p >= 0 && p <= 1)) {
      return Double.NaN;
    }
    return STANDARD.inverseSurvivalProbability(p);
  }
}
