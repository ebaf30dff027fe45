package org.dipscope.core.math;

import java.util.function.DoubleUnaryOperator;

/**
 * Roots of a function between two points of opposite sign, by false position with the weights of
 * Illinois (M. Dowell and P. Jarratt, BIT 11 (1971) 168) and bisection where that is slow.
 */
public final class BracketedRoot {
  private static final int MOST_STEPS = 200;

  private BracketedRoot() {}

  /**
   * The root.
   *
   * @param f continuous
   * @param a one end
   * @param fa f there
   * @param b the other end
   * @param fb f there, of the other sign or 0
   * @param tolerance on the position, relative to 1e-12 + |position|
   */
  public static double find(
      DoubleUnaryOperator f, double a, double fa, double b, double fb, double tolerance) {
    double x0 = a;
    double f0 = fa;
    double x1 = b;
    double f1 = fb;
    double weight0 = f0;
    double weight1 = f1;
    for (int step = 0; step < MOST_STEPS; step++) {
      if (f0 == 0 || f1 == 0) {
        return f0 == 0 ? x0 : x1;
      }
      double width = Math.abs(x1 - x0);
      if (width <= tolerance * (1e-12 + Math.max(Math.abs(x0), Math.abs(x1)))) {
        break;
      }
      double secant = (x0 * weight1 - x1 * weight0) / (weight1 - weight0);
      boolean isInside = secant > Math.min(x0, x1) && secant < Math.max(x0, x1);
      double x = isInside && step % 4 != 3 ? secant : 0.5 * (x0 + x1);
      double value = f.applyAsDouble(x);
      if ((value > 0) == (f0 > 0)) {
        x0 = x;
        f0 = value;
        weight0 = value;
        weight1 *= 0.5;
      } else {
        x1 = x;
        f1 = value;
        weight1 = value;
        weight0 *= 0.5;
      }
    }
    return Math.abs(f0) < Math.abs(f1) ? x0 : x1;
  }
}
