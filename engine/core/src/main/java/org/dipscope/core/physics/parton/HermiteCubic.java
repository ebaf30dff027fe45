package org.dipscope.core.physics.parton;

import java.util.Arrays;

/**
 * Piecewise Hermite cubics on given knots, with the derivative at a knot taken as the mean of the
 * two neighbouring slopes (one slope at either end).
 */
final class HermiteCubic {
  private HermiteCubic() {}

  /** The cell that holds the position; positions outside belong to the first or last cell. */
  static int cell(double[] knots, double position) {
    int found = Arrays.binarySearch(knots, position);
    int below = found >= 0 ? found : -found - 2;
    return Math.clamp(below, 0, knots.length - 2);
  }

  /** Derivatives at every knot. */
  static double[] slopes(double[] knots, double[] values) {
    int last = knots.length - 1;
    double[] slopes = new double[knots.length];
    slopes[0] = secant(knots, values, 0);
    slopes[last] = secant(knots, values, last - 1);
    for (int i = 1; i < last; i++) {
      slopes[i] = (secant(knots, values, i - 1) + secant(knots, values, i)) / 2;
    }
    return slopes;
  }

  /**
   * The four basis functions at fraction t of a cell: value and slope at its low end, value and
   * slope at its high end.
   *
   * @param cubic false for a straight line
   */
  static void basis(double t, double width, boolean cubic, double[] out) {
    if (!cubic) {
      out[0] = 1 - t;
      out[1] = 0;
      out[2] = t;
      out[3] = 0;
      return;
    }
    double t2 = t * t;
    double t3 = t2 * t;
    out[0] = 2 * t3 - 3 * t2 + 1;
    out[1] = (t3 - 2 * t2 + t) * width;
    out[2] = -2 * t3 + 3 * t2;
    out[3] = (t3 - t2) * width;
  }

  /**
   * The weight of every knot value in the interpolated value, which is linear in the values.
   *
   * @param cubic false for straight lines between knots
   * @param out receives one weight per knot
   */
  static void weights(double[] knots, double position, boolean cubic, double[] out) {
    Arrays.fill(out, 0);
    int i = cell(knots, position);
    double width = knots[i + 1] - knots[i];
    double[] basis = new double[4];
    basis((position - knots[i]) / width, width, cubic, basis);
    out[i] += basis[0];
    out[i + 1] += basis[2];
    addSlope(knots, i, basis[1], out);
    addSlope(knots, i + 1, basis[3], out);
  }

  private static void addSlope(double[] knots, int i, double factor, double[] out) {
    boolean hasLeft = i > 0;
    boolean hasRight = i < knots.length - 1;
    double share = hasLeft && hasRight ? factor / 2 : factor;
    if (hasLeft) {
      double perUnit = share / (knots[i] - knots[i - 1]);
      out[i] += perUnit;
      out[i - 1] -= perUnit;
    }
    if (hasRight) {
      double perUnit = share / (knots[i + 1] - knots[i]);
      out[i + 1] += perUnit;
      out[i] -= perUnit;
    }
  }

  private static double secant(double[] knots, double[] values, int i) {
    return (values[i + 1] - values[i]) / (knots[i + 1] - knots[i]);
  }
}
