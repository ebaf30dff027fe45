package org.dipscope.core.physics.spectrum;

import org.dipscope.core.math.Complex;

/**
 * The cells in the variable t = √(s − 4m_t²), and functions known on their nodes continued off the
 * real axis. Immutable.
 */
final class CellGeometry {
  private final PoleRule rule;
  private final double[] centre;
  private final double[] half;
  private final double[] barycentric;

  CellGeometry(PoleRule rule, double[] boundariesT) {
    this.rule = rule;
    int cells = boundariesT.length - 1;
    centre = new double[cells];
    half = new double[cells];
    for (int cell = 0; cell < cells; cell++) {
      centre[cell] = 0.5 * (boundariesT[cell + 1] + boundariesT[cell]);
      half[cell] = 0.5 * (boundariesT[cell + 1] - boundariesT[cell]);
    }
    barycentric = new double[rule.order()];
    for (int j = 0; j < barycentric.length; j++) {
      double x = rule.nodes()[j];
      barycentric[j] = Math.sqrt((1 - x * x) * rule.weights()[j]) * (j % 2 == 0 ? 1 : -1);
    }
  }

  int count() {
    return centre.length;
  }

  /** The coordinate of t in a cell, −1 to 1 inside. */
  double local(int cell, double t) {
    return (t - centre[cell]) / half[cell];
  }

  /** The middle of a cell in t. */
  double centre(int cell) {
    return centre[cell];
  }

  /** Half the length of a cell in t. */
  double half(int cell) {
    return half[cell];
  }

  /** The cell that holds t, or the one nearest to it. */
  int nearest(double t) {
    int low = 0;
    int high = centre.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (t > centre[middle] + half[middle]) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The polynomial that interpolates a function on the nodes of one cell, at a complex t. */
  Complex interpolate(double[] values, int cell, Complex t) {
    double x = local(cell, t.re());
    double y = t.im() / half[cell];
    int start = cell * rule.order();
    Complex sum = Complex.ZERO;
    Complex unit = Complex.ZERO;
    for (int j = 0; j < barycentric.length; j++) {
      Complex gap = new Complex(x - rule.nodes()[j], y);
      if (gap.norm() == 0) {
        return new Complex(values[start + j], 0);
      }
      Complex weight = new Complex(barycentric[j], 0).over(gap);
      unit = unit.plus(weight);
      sum = sum.plus(weight.times(values[start + j]));
    }
    return sum.over(unit);
  }
}
