package org.dipscope.core.neyman;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.math.SymmetricSystem;

/**
 * The curve with a given share of the points below it: a spline times the local spread of the
 * points, so that one rounding fits everywhere. The corner of the pinball loss is rounded by a
 * logistic curve of width h, which makes the loss smooth and convex; Newton's method follows its
 * minimum while h shrinks.
 */
final class PinballFit {
  private static final double[] WIDTHS = {0.2, 0.1, 0.05, 0.025};
  private static final int MOST_STEPS = 40;
  private static final double START_SHARE = 0.02;

  private final NaturalSpline spline;
  private final LinearScale scale;
  private final double[] coefficient;

  /**
   * Fits a curve.
   *
   * @param x abscissae within the knots
   * @param y ordinates
   * @param level the share of points to lie below
   */
  PinballFit(NaturalSpline spline, double[] x, double[] y, double level) {
    this.spline = spline;
    int n = spline.size();
    coefficient = new double[n];
    double[] spread = new double[n];
    double[] knots = new double[n];
    for (int k = 0; k < n; k++) {
      knots[k] = spline.knot(k);
      double[] near = nearest(x, y, knots[k]);
      spread[k] = Math.max(1e-9, quantile(near, 0.84) - quantile(near, 0.16));
      coefficient[k] = quantile(near, level) / spread[k];
    }
    scale = new LinearScale(Values.of(knots), Values.of(spread));
    double[][] basis = new double[x.length][n];
    double[] scaled = new double[y.length];
    for (int i = 0; i < x.length; i++) {
      spline.fill(x[i], basis[i]);
      scaled[i] = y[i] / scale.at(x[i]);
    }
    for (double width : WIDTHS) {
      descend(basis, scaled, level, width);
    }
  }

  /** The ordinates of the points closest to a place. */
  private static double[] nearest(double[] x, double[] y, double place) {
    double[] distance = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      distance[i] = Math.abs(x[i] - place);
    }
    double reach = quantile(distance, START_SHARE);
    return IntStream.range(0, x.length)
        .filter(i -> distance[i] <= reach)
        .mapToDouble(i -> y[i])
        .toArray();
  }

  private static double quantile(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) (share * (sorted.length - 1))];
  }

  /** The curve. */
  double at(double x) {
    double[] basis = new double[coefficient.length];
    spline.fill(x, basis);
    return scale.at(x) * dot(basis, coefficient);
  }

  private void descend(double[][] basis, double[] y, double level, double width) {
    int n = coefficient.length;
    double[] gradient = new double[n];
    double[][] hessian = new double[n][n];
    double loss = differentiate(basis, y, level, width, gradient, hessian);
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] move = SymmetricSystem.solve(hessian, gradient);
      double gain = dot(move, gradient);
      double[] from = coefficient.clone();
      double fraction = 1;
      double reached = Double.POSITIVE_INFINITY;
      while (fraction > 1e-6 && !(reached <= loss - 1e-4 * fraction * gain)) {
        for (int k = 0; k < n; k++) {
          coefficient[k] = from[k] - fraction * move[k];
        }
        reached = loss(basis, y, level, width);
        fraction *= 0.5;
      }
      if (!(reached < loss)) {
        System.arraycopy(from, 0, coefficient, 0, n);
        return;
      }
      if (gain < 1e-10 * y.length * width) {
        return;
      }
      loss = differentiate(basis, y, level, width, gradient, hessian);
    }
  }

  /** &Sigma; level &middot; r + h ln(1 + e<sup>&minus;r/h</sup>), with r = y &minus; c(x). */
  private double loss(double[][] basis, double[] y, double level, double width) {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      double r = (y[i] - dot(basis[i], coefficient)) / width;
      sum += level * r + Math.max(0, -r) + Math.log1p(Math.exp(-Math.abs(r)));
    }
    return sum * width;
  }

  private double differentiate(
      double[][] basis,
      double[] y,
      double level,
      double width,
      double[] gradient,
      double[][] hessian) {
    int n = coefficient.length;
    Arrays.fill(gradient, 0);
    for (double[] row : hessian) {
      Arrays.fill(row, 0);
    }
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      double[] f = basis[i];
      double r = (y[i] - dot(f, coefficient)) / width;
      double small = Math.exp(-Math.abs(r));
      double below = r > 0 ? small / (1 + small) : 1 / (1 + small);
      sum += level * r + Math.max(0, -r) + Math.log1p(small);
      double slope = below - level;
      double bend = below * (1 - below) / width;
      for (int k = 0; k < n; k++) {
        gradient[k] += slope * f[k];
        for (int l = 0; l <= k; l++) {
          hessian[k][l] += bend * f[k] * f[l];
        }
      }
    }
    for (int k = 0; k < n; k++) {
      for (int l = 0; l < k; l++) {
        hessian[l][k] = hessian[k][l];
      }
    }
    return sum * width;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }

  /** The spread of the points along the abscissa. */
  private record LinearScale(Values knots, Values spread) {
    double at(double x) {
      return LinearCurve.at(knots, spread, x);
    }
  }
}
