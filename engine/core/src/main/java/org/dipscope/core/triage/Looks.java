package org.dipscope.core.triage;

import org.dipscope.core.math.Normal;

/** How a significance shrinks with the number of places that were looked at. */
public final class Looks {
  private static final double DISCOVERY_P = Normal.above(5);

  private Looks() {}

  /** The probability that one of n independent looks has a p as small: 1 − (1 − p)^n. */
  public static double anywhere(double p, double looks) {
    return -Math.expm1(looks * Math.log1p(-Math.min(p, 1)));
  }

  /** The global significance of a local one, Φ⁻¹((1 − p)^n), after n looks. */
  public static double global(double z, double looks) {
    return Normal.significance(anywhere(Normal.above(z), looks));
  }

  /**
   * The local significance that is worth 5σ after n looks: the z with 1 − (1 − p(z))^n = p(5). For
   * large n it is close to √(25 + 2 ln n).
   */
  public static double neededFor5Sigma(double looks) {
    // p(5) is tiny: 1 − (1 − p)^n = p(5) has p = −expm1(log1p(−p(5))/n)
    return Normal.significance(-Math.expm1(Math.log1p(-DISCOVERY_P) / Math.max(1, looks)));
  }
}
