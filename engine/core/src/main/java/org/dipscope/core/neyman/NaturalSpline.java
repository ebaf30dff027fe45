package org.dipscope.core.neyman;

/**
 * The natural cubic splines through given knots as sums of functions, each of which is one at a
 * knot of its own and zero at the others; so a coefficient is the value of the curve at its knot.
 * Immutable.
 */
final class NaturalSpline {
  private final double[] knots;

  /** Second derivative of every function at every knot, by knot and function. */
  private final double[][] bend;

  /**
   * A spline with knots.
   *
   * @param knots increasing, at least three
   */
  NaturalSpline(double[] knots) {
    this.knots = knots.clone();
    int n = knots.length;
    bend = new double[n][n];
    for (int function = 0; function < n; function++) {
      bendOf(function);
    }
  }

  /**
   * Solves h<sub>k&minus;1</sub> m<sub>k&minus;1</sub> + 2 (h<sub>k&minus;1</sub> + h<sub>k</sub>)
   * m<sub>k</sub> + h<sub>k</sub> m<sub>k+1</sub> = 6 &Delta;slope, with no bend at the ends.
   */
  private void bendOf(int function) {
    int n = knots.length;
    double[] upper = new double[n];
    double[] right = new double[n];
    for (int k = 1; k < n - 1; k++) {
      double left = knots[k] - knots[k - 1];
      double next = knots[k + 1] - knots[k];
      double slopes =
          (is(function, k + 1) - is(function, k)) / next
              - (is(function, k) - is(function, k - 1)) / left;
      double pivot = 2 * (left + next) - left * upper[k - 1];
      upper[k] = next / pivot;
      right[k] = (6 * slopes - left * right[k - 1]) / pivot;
    }
    for (int k = n - 2; k > 0; k--) {
      bend[k][function] = right[k] - upper[k] * bend[k + 1][function];
    }
  }

  private static double is(int function, int knot) {
    return function == knot ? 1 : 0;
  }

  /** How many functions there are: as many as knots. */
  int size() {
    return knots.length;
  }

  /** The knot of a function. */
  double knot(int function) {
    return knots[function];
  }

  /** The functions at a place between the outer knots. */
  void fill(double x, double[] out) {
    int k = 0;
    while (k < knots.length - 2 && x > knots[k + 1]) {
      k++;
    }
    double h = knots[k + 1] - knots[k];
    double b = (x - knots[k]) / h;
    double a = 1 - b;
    double left = (a * a * a - a) * h * h / 6;
    double right = (b * b * b - b) * h * h / 6;
    for (int function = 0; function < out.length; function++) {
      out[function] = left * bend[k][function] + right * bend[k + 1][function];
    }
    out[k] += a;
    out[k + 1] += b;
  }
}
