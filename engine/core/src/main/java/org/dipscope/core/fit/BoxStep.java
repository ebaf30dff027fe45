package org.dipscope.core.fit;

/**
 * Steps to the minimum of the quadratic model of &lambda; within the bounds, damped as by Levenberg
 * and Marquardt where the model has none. A step that meets a bound is solved again with that
 * parameter on it.
 */
final class BoxStep {
  private static final double LEAST_DAMPING = 1e-10;
  private static final double MOST_DAMPING = 1e14;

  final double[] step;

  /** How strongly each parameter is damped. */
  final double[] scale;

  double damping;
  private final Iterate at;
  private final double[] width;
  private final EnvelopeCholesky cholesky;
  private final boolean[] active;
  private final double[] ridge;
  private final double[] free;

  /**
   * Steps of an iterate.
   *
   * @param width natural widths of the parameters
   */
  BoxStep(Iterate at, double[] width, int[] eliminationOrder) {
    this.at = at;
    this.width = width;
    cholesky = new EnvelopeCholesky(eliminationOrder);
    step = new double[at.n];
    scale = new double[at.n];
    active = new boolean[at.n];
    ridge = new double[at.n];
    free = new double[at.n];
  }

  /**
   * Fills {@link #step} with the minimum of the damped quadratic model within the bounds and
   * returns the decrease that the model without damping predicts; raises the damping where there is
   * no such minimum.
   */
  double solve() {
    fillScale();
    while (damping < MOST_DAMPING) {
      if (solveWithinBounds()) {
        double predicted = predictedDecrease();
        if (predicted >= 0) {
          return predicted;
        }
      }
      damping = Math.max(LEAST_DAMPING, 10 * damping);
    }
    return 0;
  }

  /**
   * Fills {@link #scale}: a parameter is damped by its own curvature, or where that is small by its
   * share in mixed ones, compared in natural widths, so that the damping can always win.
   */
  void fillScale() {
    int n = at.n;
    double[] hessian = at.hessian;
    double largest = 0;
    for (int k = 0; k < n; k++) {
      largest = at.held[k] ? largest : Math.max(largest, Math.abs(hessian[k * n + k]));
    }
    for (int k = 0; k < n; k++) {
      double own = Math.max(Math.abs(hessian[k * n + k]), Math.max(1e-12, 1e-10 * largest));
      for (int l = 0; l < n && !at.held[k]; l++) {
        double mixed = at.held[l] ? 0 : Math.abs(hessian[k * n + l]);
        own = mixed == 0 ? own : Math.max(own, 0.1 * mixed * width[l] / width[k]);
      }
      scale[k] = own;
    }
  }

  private boolean solveWithinBounds() {
    int n = at.n;
    double[] x = at.x;
    double[] gradient = at.gradient;
    for (int k = 0; k < n; k++) {
      ridge[k] = damping * scale[k];
      step[k] = 0;
      active[k] =
          at.held[k]
              || (x[k] <= at.low[k] && gradient[k] > 0)
              || (x[k] >= at.high[k] && gradient[k] < 0);
    }
    boolean isInside = false;
    while (!isInside) {
      for (int k = 0; k < n; k++) {
        free[k] = active[k] ? 0 : -gradient[k] - rowTimesStep(k);
      }
      if (cholesky.factorise(at.hessian, active, ridge) >= 0) {
        return false;
      }
      cholesky.solve(free);
      isInside = true;
      for (int k = 0; k < n; k++) {
        double target = x[k] + free[k];
        if (!active[k] && !(target >= at.low[k] && target <= at.high[k])) {
          step[k] = (target > at.high[k] ? at.high[k] : at.low[k]) - x[k];
          active[k] = true;
          isInside = false;
        }
      }
    }
    for (int k = 0; k < n; k++) {
      step[k] = active[k] ? step[k] : free[k];
    }
    return true;
  }

  private double rowTimesStep(int k) {
    double sum = 0;
    for (int l = 0; l < at.n; l++) {
      sum += step[l] == 0 ? 0 : at.hessian[k * at.n + l] * step[l];
    }
    return sum;
  }

  private double predictedDecrease() {
    double slope = 0;
    double curvature = 0;
    for (int k = 0; k < at.n; k++) {
      if (step[k] != 0) {
        slope += at.gradient[k] * step[k];
        curvature += step[k] * rowTimesStep(k);
      }
    }
    return -slope - 0.5 * curvature;
  }
}
