package org.dipscope.core.math;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The standard normal distribution, accurate in its tails. */
public final class Normal {
  private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

  /** From here on the tail is its asymptotic series to rounding errors. */
  private static final double ASYMPTOTIC = 30;

  private static final double LOG_SMALL = -440;

  private Normal() {}

  /** P(X &gt; z). */
  public static double above(double z) {
    return Double.isNaN(z) ? Double.NaN : STANDARD.survivalProbability(z);
  }

  /** ln P(X &gt; z), also where the probability itself is too small for a number. */
  public static double logAbove(double z) {
    if (z < ASYMPTOTIC) {
      return Math.log(above(z));
    }
    double r = 1 / (z * z);
    return -0.5 * z * z
        - Math.log(z * Math.sqrt(2 * Math.PI))
        + Math.log1p(-r * (1 - 3 * r * (1 - 5 * r * (1 - 7 * r))));
  }

  /** The z above which lies a probability of which the logarithm is given. */
  public static double significanceOfLog(double logP) {
    if (logP > LOG_SMALL) {
      return significance(Math.exp(Math.min(0, logP)));
    }
    if (logP == Double.NEGATIVE_INFINITY) {
      return Double.POSITIVE_INFINITY;
    }
    double z = Math.sqrt(-2 * logP);
    for (int step = 0; step < 20; step++) {
      double change = (logAbove(z) - logP) / (z + 1 / z);
      z += change;
      if (Math.abs(change) < 1e-14 * z) {
        break;
      }
    }
    return z;
  }

  /** P(low &lt; X &lt; high) without cancellation in either tail. */
  public static double between(double low, double high) {
    return low > 0 ? above(low) - above(high) : above(-high) - above(-low);
  }

  /** The z above which lies the probability p. */
  public static double significance(double p) {
    if (!(p >= 0 && p <= 1)) {
      return Double.NaN;
    }
    return STANDARD.inverseSurvivalProbability(p);
  }
}
