package org.dipscope.core.neyman;

/** &Sigma; e<sup>x</sup> of numbers that are not positive, in loops that compile to vector code. */
final class ExponentialSum {
  /** e<sup>&minus;40</sup> is 4e-18 of the largest term. */
  private static final double NEGLIGIBLE = -40;

  private static final double SCALE = 1.0 / 128;

  private ExponentialSum() {}

  /**
   * &Sigma; exp(x &minus; shift); replaces x.
   *
   * @param shift the largest x, or more
   * @return to a relative error of 2e-14; terms below e<sup>&minus;40</sup> count as that
   */
  static double of(double[] x, double shift, int n) {
    for (int k = 0; k < n; k++) {
      double y = SCALE * Math.max(x[k] - shift, NEGLIGIBLE);
      double e = 1 + y * (1.0 / 10);
      e = 1 + y * (1.0 / 9) * e;
      e = 1 + y * (1.0 / 8) * e;
      e = 1 + y * (1.0 / 7) * e;
      e = 1 + y * (1.0 / 6) * e;
      e = 1 + y * (1.0 / 5) * e;
      e = 1 + y * (1.0 / 4) * e;
      e = 1 + y * (1.0 / 3) * e;
      e = 1 + y * (1.0 / 2) * e;
      e = 1 + y * e;
      e *= e;
      e *= e;
      e *= e;
      e *= e;
      e *= e;
      e *= e;
      x[k] = e * e;
    }
    double sum = 0;
    for (int k = 0; k < n; k++) {
      sum += x[k];
    }
    return sum;
  }
}
