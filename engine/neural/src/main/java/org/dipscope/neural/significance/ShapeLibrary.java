package org.dipscope.neural.significance;

import java.util.ArrayList;
import java.util.List;

/**
 * Smooth falling shapes that a background may follow, each with three linear parameters: a
 * constant, a shape g(u) with its scale parameter on a grid, and g's derivative with respect to
 * that parameter, which carries the fit between the points of the grid. u runs from 0 to 1 over the
 * bins. Stored bin by bin, so that one pass over the bins serves all shapes side by side.
 * Immutable.
 */
final class ShapeLibrary {
  private static final double STEP = 1.45;
  private static final double[] POWERS = {1, 1.5, 2, 2.5, 3, 3.5, 4, 5, 6};

  private final int bins;
  private final int size;

  /** g, its partner t, and the products gg, gt, tt, by bin and shape. */
  final double[][] g;

  final double[][] t;
  final double[][] gg;
  final double[][] gt;
  final double[][] tt;

  ShapeLibrary(int bins) {
    this.bins = bins;
    List<double[][]> shapes = shapes();
    size = shapes.size();
    g = new double[bins][size];
    t = new double[bins][size];
    gg = new double[bins][size];
    gt = new double[bins][size];
    tt = new double[bins][size];
    for (int j = 0; j < size; j++) {
      double[][] shape = shapes.get(j);
      for (int i = 0; i < bins; i++) {
        double a = shape[0][i];
        double b = shape[1][i];
        g[i][j] = a;
        t[i][j] = b;
        gg[i][j] = a * a;
        gt[i][j] = a * b;
        tt[i][j] = b * b;
      }
    }
  }

  int size() {
    return size;
  }

  private List<double[][]> shapes() {
    List<double[][]> shapes = new ArrayList<>();
    shapes.add(pair(u -> u, u -> u * u));
    for (double k = 0.15; k < 13; k *= STEP) {
      double rate = k;
      shapes.add(pair(u -> Math.exp(-rate * u), u -> u * Math.exp(-rate * u)));
      shapes.add(pair(u -> Math.exp(-rate * u), u -> Math.exp(rate * (u - 1))));
    }
    for (double c = 0.1; c < 1.1; c *= STEP) {
      double cut = c;
      shapes.add(pair(u -> Math.log1p(9 * cut * u), u -> u / (1 + 9 * cut * u)));
      double angle = c * Math.PI / 2;
      shapes.add(pair(u -> Math.cos(angle * u), u -> u * Math.sin(angle * u)));
      for (double n : POWERS) {
        shapes.add(
            pair(u -> Math.pow(1 + 9 * cut * u, -n), u -> u * Math.pow(1 + 9 * cut * u, -n - 1)));
      }
    }
    return shapes;
  }

  private interface Curve {
    double at(double u);
  }

  private double[][] pair(Curve shape, Curve partner) {
    return new double[][] {sampled(shape), sampled(partner)};
  }

  private double[] sampled(Curve curve) {
    double[] y = new double[bins];
    for (int i = 0; i < bins; i++) {
      y[i] = curve.at(i / (bins - 1.0));
    }
    return y;
  }
}
