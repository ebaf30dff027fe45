package org.dipscope.core.likelihood;

import java.util.function.DoubleUnaryOperator;

/** Where a level crosses an edge of a grid, as a fraction of the edge. */
final class EdgeRoots {
  private static final int MOST_EVALUATIONS = 40;

  /** How close to the level a refined crossing comes. */
  static final double TOLERANCE = 5e-4;

  private EdgeRoots() {}

  /**
   * The crossing of the cubic through four neighbouring values (a, b, c, d) at &minus;1, 0, 1, 2,
   * between 0 and 1; NaN for a or d means that there is no such neighbour, and a parabola or a line
   * takes the place of the cubic.
   */
  static double interpolated(double a, double b, double c, double d, double level) {
    double before = Double.isNaN(a) ? (Double.isNaN(d) ? 2 * b - c : 3 * b - 3 * c + d) : a;
    double after = Double.isNaN(d) ? (Double.isNaN(a) ? 2 * c - b : 3 * c - 3 * b + a) : d;
    double low = 0;
    double high = 1;
    boolean belowAtLow = b < level;
    for (int i = 0; i < 40; i++) {
      double t = 0.5 * (low + high);
      double value =
          -before * t * (t - 1) * (t - 2) / 6
              + b * (t + 1) * (t - 1) * (t - 2) / 2
              - c * (t + 1) * t * (t - 2) / 2
              + after * (t + 1) * t * (t - 1) / 6;
      if ((value < level) == belowAtLow) {
        low = t;
      } else {
        high = t;
      }
    }
    return 0.5 * (low + high);
  }

  /**
   * A root of f between 0 and 1, |f| &lt; tolerance unless f jumps there. Regula falsi (Illinois)
   * from a first guess, with bisection when it is slow.
   *
   * @param f a function of the fraction; NaN ends the search at the guess
   * @param atZero f(0)
   * @param atOne f(1), of the other sign
   * @param guess a fraction strictly between
   */
  static double refined(
      DoubleUnaryOperator f, double atZero, double atOne, double guess, double tolerance) {
    double low = 0;
    double high = 1;
    double fLow = atZero;
    double fHigh = atOne;
    double t = Math.max(1e-9, Math.min(1 - 1e-9, guess));
    int lastSide = 0;
    for (int i = 0; i < MOST_EVALUATIONS && high - low > 1e-12; i++) {
      double value = f.applyAsDouble(t);
      if (Double.isNaN(value)) {
        return guess;
      }
      if (Math.abs(value) < tolerance) {
        return t;
      }
      int side = (value < 0) == (fLow < 0) ? -1 : 1;
      if (side < 0) {
        low = t;
        fLow = value;
        fHigh *= side == lastSide ? 0.5 : 1;
      } else {
        high = t;
        fHigh = value;
        fLow *= side == lastSide ? 0.5 : 1;
      }
      lastSide = side;
      t = i % 4 == 3 ? 0.5 * (low + high) : low + (high - low) * (fLow / (fLow - fHigh));
      if (!(t > low && t < high)) {
        t = 0.5 * (low + high);
      }
    }
    return t;
  }
}
