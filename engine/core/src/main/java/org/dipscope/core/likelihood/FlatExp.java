package org.dipscope.core.likelihood;

import org.dipscope.core.math.FlatArrays;

/** The exponential of every element of a flat array, in loops that compile to vector code. */
final class FlatExp {
  private static final double REDUCED = 0.5;
  private static final int MOST_SQUARINGS = 3;

  /**
   * Q(x) = (e<sup>x</sup> &minus; 1 &minus; x)/x&sup2; on [&minus;0.5, 0.5] as a Chebyshev
   * expansion of degree 10 written in powers of x; absolute error 8e-17.
   */
  private static final double Q0 = 0.5;

  private static final double Q1 = 0.16666666666666835;
  private static final double Q2 = 0.04166666666666679;
  private static final double Q3 = 0.008333333333198127;
  private static final double Q4 = 0.0013888888888792352;
  private static final double Q5 = 0.00019841270144086635;
  private static final double Q6 = 2.480158751780227e-05;
  private static final double Q7 = 2.755704244819296e-06;
  private static final double Q8 = 2.755712159501279e-07;
  private static final double Q9 = 2.5162744626460177e-08;
  private static final double Q10 = 2.0955762289494408e-09;

  private FlatExp() {}

  /**
   * out = scale &middot; exp(x), bin by bin.
   *
   * @param bound a number that no |x| exceeds
   */
  static void exp(double[] x, double[] out, double scale, double bound, int n) {
    int squarings = 0;
    double reduced = bound;
    while (reduced > REDUCED && squarings <= MOST_SQUARINGS) {
      reduced *= 0.5;
      squarings++;
    }
    if (!(reduced <= REDUCED)) {
      for (int i = 0; i < n; i++) {
        out[i] = scale * Math.exp(x[i]);
      }
      return;
    }
    polynomial(x, out, 1.0 / (1 << squarings), n);
    for (int k = 0; k < squarings; k++) {
      FlatArrays.product(out, out, out, n);
    }
    for (int i = 0; i < n; i++) {
      out[i] *= scale;
    }
  }

  private static void polynomial(double[] x, double[] out, double factor, int n) {
    for (int i = 0; i < n; i++) {
      double y = factor * x[i];
      double q = Q9 + y * Q10;
      q = Q8 + y * q;
      q = Q7 + y * q;
      q = Q6 + y * q;
      q = Q5 + y * q;
      q = Q4 + y * q;
      q = Q3 + y * q;
      q = Q2 + y * q;
      q = Q1 + y * q;
      q = Q0 + y * q;
      out[i] = 1 + (y + y * y * q);
    }
  }
}
