package org.dipscope.core.fit;

import java.util.Arrays;

/**
 * Leaves a saddle or a maximum: along the direction of least curvature, and then along every
 * parameter, both ways.
 */
final class SaddleEscape {
  private static final int POWER_ITERATIONS = 60;

  private final Iterate at;
  private final double[] root;
  private final double[] direction;
  private final double[] product;
  private final double[] step;

  SaddleEscape(Iterate at) {
    this.at = at;
    root = new double[at.n];
    direction = new double[at.n];
    product = new double[at.n];
    step = new double[at.n];
  }

  /**
   * Moves to a lower place nearby; false if there is none.
   *
   * @param scale the typical curvature of every parameter
   */
  boolean leave(double[] scale) {
    fillLeastCurved(scale);
    double largest = 0;
    for (int k = 0; k < at.n; k++) {
      largest = Math.max(largest, Math.abs(product[k]) / reach(k));
    }
    for (int sign = -1; sign <= 1 && largest > 0; sign += 2) {
      for (int k = 0; k < at.n; k++) {
        step[k] = sign * product[k] / largest;
      }
      if (isLower()) {
        return true;
      }
    }
    for (int k = 0; k < at.n; k++) {
      for (int sign = -1; sign <= 1 && !at.held[k]; sign += 2) {
        Arrays.fill(step, 0);
        step[k] = sign * reach(k);
        if (isLower()) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Fills {@link #product} with the direction of least curvature in scaled coordinates: the
   * eigenvector of the lowest eigenvalue, by power iteration on a multiple of the unit matrix less
   * the Hessian.
   */
  private void fillLeastCurved(double[] scale) {
    int n = at.n;
    double[] hessian = at.hessian;
    double bound = 0;
    for (int k = 0; k < n; k++) {
      root[k] = at.held[k] ? 0 : 1 / Math.sqrt(scale[k]);
    }
    for (int k = 0; k < n; k++) {
      double sum = 0;
      for (int l = 0; l < n; l++) {
        sum += Math.abs(hessian[k * n + l]) * root[k] * root[l];
      }
      bound = Math.max(bound, sum);
      direction[k] = at.held[k] ? 0 : 1 + 0.5 * Math.sin(k + 1.0);
    }
    for (int iteration = 0; iteration < POWER_ITERATIONS; iteration++) {
      double norm = 0;
      for (int k = 0; k < n; k++) {
        double sum = bound * direction[k];
        for (int l = 0; l < n; l++) {
          sum -= hessian[k * n + l] * root[k] * root[l] * direction[l];
        }
        product[k] = sum;
        norm = Math.max(norm, Math.abs(sum));
      }
      for (int k = 0; k < n; k++) {
        direction[k] = norm > 0 ? product[k] / norm : 0;
      }
    }
    for (int k = 0; k < n; k++) {
      product[k] = direction[k] * root[k];
    }
  }

  /** How far from here other values of a parameter are tried. */
  private double reach(int k) {
    double curvature = Math.abs(at.hessian[k * at.n + k]);
    double room = 0.25 * (at.high[k] - at.low[k]);
    return at.held[k] || !(room > 0) ? 1 : Math.min(room, Math.sqrt(0.5 / curvature));
  }

  private boolean isLower() {
    double reached = at.evaluateTrial(step);
    if (reached < at.value - 1e-7 * (1 + Math.abs(at.value))) {
      at.accept(reached);
      return true;
    }
    return false;
  }
}
