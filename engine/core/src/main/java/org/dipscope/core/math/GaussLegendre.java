package org.dipscope.core.math;

import java.util.function.DoubleUnaryOperator;

/**
 * The Gauss–Legendre rule on [−1, 1]: exact for polynomials up to degree 2n − 1 (NIST DLMF 3.5.19).
 * Nodes come from Newton's method on the Legendre recurrence; they are exact to a few units in the
 * last place for n ≤ 200.
 */
public final class GaussLegendre {
  private static final int MOST_POINTS = 200;

  private final double[] nodes;
  private final double[] weights;

  private GaussLegendre(double[] nodes, double[] weights) {
    this.nodes = nodes;
    this.weights = weights;
  }

  /**
   * Returns the rule with n points.
   *
   * @param n number of points, 1 … 200
   */
  public static GaussLegendre ofPoints(int n) {
    if (n < 1 || n > MOST_POINTS) {
      throw new IllegalArgumentException("a rule has 1 to " + MOST_POINTS + " points, not " + n);
    }
    double[] nodes = new double[n];
    double[] weights = new double[n];
    for (int i = 0; i < n; i++) {
      double x = Math.cos(Math.PI * (i + 0.75) / (n + 0.5));
      double slope = 1;
      for (int step = 0; step < 10; step++) {
        double previous = 1;
        double value = x;
        for (int k = 2; k <= n; k++) {
          double next = ((2 * k - 1) * x * value - (k - 1) * previous) / k;
          previous = value;
          value = next;
        }
        slope = n * (x * value - previous) / (x * x - 1);
        x -= value / slope;
      }
      nodes[n - 1 - i] = x;
      weights[n - 1 - i] = 2 / ((1 - x * x) * slope * slope);
    }
    return new GaussLegendre(nodes, weights);
  }

  /** Returns the number of points. */
  public int points() {
    return nodes.length;
  }

  /** Returns node i in (−1, 1); nodes increase with i. */
  public double node(int i) {
    return nodes[i];
  }

  /** Returns the weight of node i; the weights sum to 2. */
  public double weight(int i) {
    return weights[i];
  }

  /** Returns the approximation of ∫_low^high f(x) dx. */
  public double integrate(DoubleUnaryOperator f, double low, double high) {
    double centre = (low + high) / 2;
    double half = (high - low) / 2;
    double sum = 0;
    for (int i = 0; i < nodes.length; i++) {
      sum += weights[i] * f.applyAsDouble(centre + half * nodes[i]);
    }
    return sum * half;
  }
}
