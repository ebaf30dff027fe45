package org.dipscope.core.physics.spectrum;

import org.dipscope.core.math.Complex;
import org.dipscope.core.physics.resonance.Resonance;

/**
 * The two zeros of 1/P = t² − p² + i w in the variable t = √(s − 4m_t²), p² = M² − 4m_t². With a
 * constant w they are ±√(p² − iw); the second matters for states near the threshold only. With the
 * physical width w depends on t and is continued from the nodes off the real axis. Mutable, owned
 * by one evaluator.
 */
final class Poles {
  private static final Complex NONE = new Complex(Double.NaN, Double.NaN);
  private static final int STEPS = 30;

  private final CellGeometry cells;
  private final double threshold2;
  private Complex first = NONE;
  private Complex second = NONE;

  Poles(CellGeometry cells, double threshold2) {
    this.cells = cells;
    this.threshold2 = threshold2;
  }

  /** The zero beside the positive axis; not a number if there is none near the axis. */
  Complex first() {
    return first;
  }

  /** The zero beside the negative axis; not a number if there is none near the axis. */
  Complex second() {
    return second;
  }

  /** Finds the zeros for a resonance whose w(s) on the nodes is given. */
  void find(Resonance resonance, double[] width) {
    double mass2 = resonance.massGeV() * resonance.massGeV();
    switch (resonance.scheme()) {
      case FIXED -> opposite(mass2, resonance.massGeV() * resonance.widthGeV());
      case LINEAR -> {
        double gamma = resonance.relativeWidth();
        double shifted = mass2 / (1 + gamma * gamma);
        opposite(shifted, gamma * shifted);
      }
      case PHYSICAL -> running(mass2 - threshold2, width);
    }
  }

  private void opposite(double mass2, double width) {
    first = new Complex(mass2 - threshold2, -width).sqrt();
    second = first.times(-1);
  }

  /** Starts from the quadratic with w linear about p, then follows each zero. */
  private void running(double momentum2, double[] width) {
    double p = Math.sqrt(Math.max(momentum2, 0));
    int cell = cells.nearest(p);
    double step = 1e-3 * cells.half(cell);
    double value = cells.interpolate(width, cell, new Complex(p, 0)).re();
    double ahead = cells.interpolate(width, cell, new Complex(p + step, 0)).re();
    double slope = (ahead - value) / step;
    Complex offset = new Complex(-momentum2, value - slope * p);
    Complex root = new Complex(-slope * slope, 0).minus(offset.times(4)).sqrt();
    Complex middle = new Complex(0, -slope);
    first = follow(middle.plus(root).times(0.5), momentum2, width);
    second = follow(middle.minus(root).times(0.5), momentum2, width);
    if (!(second.minus(first).norm() > 1e-12 * first.norm())) {
      second = NONE;
    }
  }

  /** Newton steps; w is interpolated in the cell nearest to the start. */
  private Complex follow(Complex start, double momentum2, double[] width) {
    int cell = cells.nearest(start.re());
    double scale = 1e-4 * cells.half(cell);
    Complex t = start;
    double lastChange = Double.POSITIVE_INFINITY;
    for (int step = 0; step < STEPS; step++) {
      Complex w = cells.interpolate(width, cell, t);
      Complex ahead = cells.interpolate(width, cell, t.plus(new Complex(scale, 0)));
      Complex slope = ahead.minus(w).times(1 / scale);
      Complex value = t.times(t).plus(new Complex(-momentum2 - w.im(), w.re()));
      Complex rise = t.times(2).plus(new Complex(-slope.im(), slope.re()));
      Complex change = value.over(rise);
      t = t.minus(change);
      double size = change.norm();
      if (size <= 1e-30 * t.norm() || (step > 8 && size >= lastChange)) {
        return t;
      }
      lastChange = size;
    }
    return NONE;
  }
}
