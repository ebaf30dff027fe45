package org.dipscope.core.histfactory;

/**
 * 2[&nu; &minus; n + n ln(n/&nu;)] for one count (S. Baker and R. D. Cousins, Nucl. Instrum. Meth.
 * 221 (1984) 437, eq. 6), continued to all &nu; as a convex function with two continuous
 * derivatives: below 10<sup>&minus;6</sup> n by its own second-order expansion, and for n = 0 below
 * &nu; = 0 by a steep parabola. So a fit that passes a bin without expectation is pushed back and
 * never meets NaN.
 */
final class PoissonTerm {
  /** The part of the count below which the expansion takes over. */
  private static final double FLOOR = 1e-6;

  /** Curvature of the wall of an empty bin: its minimum lies at &nu; = &minus;1e-7. */
  private static final double WALL = 2e7;

  private PoissonTerm() {}

  static double value(double nu, double n) {
    if (!(n > 0)) {
      return nu >= 0 ? 2 * nu : 2 * nu + 0.5 * WALL * nu * nu;
    }
    double floor = FLOOR * n;
    if (nu < floor) {
      double d = nu - floor;
      return exact(floor, n) + d * (2 * (1 - n / floor) + d * n / (floor * floor));
    }
    return exact(nu, n);
  }

  private static double exact(double nu, double n) {
    double excess = (nu - n) / n;
    if (Math.abs(excess) < 0.3) {
      return 2 * n * (excess - Math.log1p(excess));
    }
    return 2 * (nu - n + n * Math.log(n / nu));
  }

  static double slope(double nu, double n) {
    if (!(n > 0)) {
      return nu >= 0 ? 2 : 2 + WALL * nu;
    }
    double floor = FLOOR * n;
    if (nu < floor) {
      return 2 * (1 - n / floor) + 2 * n * (nu - floor) / (floor * floor);
    }
    return 2 * (nu - n) / nu;
  }

  static double curvature(double nu, double n) {
    if (!(n > 0)) {
      return nu >= 0 ? 0 : WALL;
    }
    double rate = Math.max(nu, FLOOR * n);
    return 2 * n / (rate * rate);
  }

  /** Whether the rate explains the count: positive, or not negative where nothing was counted. */
  static boolean isPhysical(double nu, double n) {
    return n > 0 ? nu >= FLOOR * n : nu >= -1e-6;
  }
}
