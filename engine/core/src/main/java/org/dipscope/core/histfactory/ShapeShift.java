package org.dipscope.core.histfactory;

/**
 * The shift of the bins of a sample between templates: &Delta;<sub>i</sub> = x S<sub>i</sub> + q(x)
 * A<sub>i</sub> with S = (high &minus; low)/2 and A = (high + low &minus; 2 nominal)/16. Code 0 has
 * q = 8|x|; code 4p has q = x&sup2;(15 &minus; 10x&sup2; + 3x&#8308;) inside &plusmn;1 and 8|x|
 * outside, which joins with two continuous derivatives.
 *
 * @param symmetric S
 * @param asymmetric A
 */
record ShapeShift(double[] symmetric, double[] asymmetric) {
  /** No shift. */
  static final ShapeShift NONE = new ShapeShift(new double[0], new double[0]);

  static ShapeShift of(double[] nominal, double[] low, double[] high) {
    double[] symmetric = new double[nominal.length];
    double[] asymmetric = new double[nominal.length];
    for (int i = 0; i < nominal.length; i++) {
      double up = high[i] - nominal[i];
      double down = nominal[i] - low[i];
      symmetric[i] = 0.5 * (up + down);
      asymmetric[i] = 0.0625 * (up - down);
    }
    return new ShapeShift(symmetric, asymmetric);
  }

  boolean isNone() {
    return symmetric.length == 0;
  }

  /** Writes q, its first and its second derivative. */
  static void evaluate(boolean isSmooth, double x, double[] out, int at) {
    if (isSmooth && x < 1 && x > -1) {
      double square = x * x;
      out[at] = square * (15 + square * (3 * square - 10));
      out[at + 1] = x * (30 + square * (18 * square - 40));
      out[at + 2] = 30 + square * (90 * square - 120);
    } else {
      out[at] = 8 * Math.abs(x);
      out[at + 1] = Factor.isFromAbove(x) ? 8 : -8;
      out[at + 2] = 0;
    }
  }
}
