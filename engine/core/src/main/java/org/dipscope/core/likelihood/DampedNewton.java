package org.dipscope.core.likelihood;

import org.dipscope.core.math.Cholesky;

/**
 * Minimises &lambda; over the nuisances by Newton's method with the exact Hessian. Where that is
 * not positive definite the Gauss&ndash;Newton matrix takes its place, with a ridge if a free
 * parameter has no curvature. A backtracking search makes every step go down; box bounds keep
 * runaway parameters finite. Allocates nothing after construction.
 */
final class DampedNewton {
  private static final int MOST_ITERATIONS = 80;
  private static final int MOST_HALVINGS = 40;

  /** Predicted decrease of &lambda; below which a last step ends the search. */
  private static final double ENOUGH = 1e-9;

  private final NuisanceObjective objective;
  private final int n;
  private final double[] bound;
  private final double[] stepLimit;
  private final double[] gradient;
  private final double[] hessian;
  private final double[] factor;
  private final double[] step;
  private final double[] trial;
  private final boolean[] frozen;
  private double value;
  private boolean converged;
  private boolean metNegativeCurvature;
  private boolean exactStep;
  private int iterations;

  DampedNewton(NuisanceObjective objective, NuisanceSet nuisances) {
    this.objective = objective;
    n = nuisances.size();
    bound = new double[n];
    stepLimit = new double[n];
    for (int k = 0; k < n; k++) {
      bound[k] = nuisances.get(k).bound();
      stepLimit[k] = nuisances.get(k).stepLimit();
    }
    gradient = new double[n];
    hessian = new double[n * n];
    factor = new double[n * n];
    step = new double[n];
    trial = new double[n];
    frozen = new boolean[n];
  }

  /** Moves theta to the minimum below it and returns &lambda; there. */
  double minimise(double[] theta) {
    converged = false;
    metNegativeCurvature = false;
    value = objective.evaluate(theta, gradient, hessian);
    for (iterations = 1; iterations <= MOST_ITERATIONS; iterations++) {
      double decrease = newtonStep(theta);
      if (!(decrease >= ENOUGH)) {
        if (exactStep || !escape(theta)) {
          finish(theta, decrease);
          return value;
        }
      } else if (!search(theta, decrease)) {
        converged = decrease < 1e-4;
        return value;
      }
    }
    return value;
  }

  /** The Hessian at the last point but the final step, which is smaller than any error. */
  double[] hessian() {
    return hessian;
  }

  boolean converged() {
    return converged;
  }

  boolean metNegativeCurvature() {
    return metNegativeCurvature;
  }

  int iterations() {
    return iterations;
  }

  private void finish(double[] theta, double decrease) {
    converged = decrease >= 0;
    if (exactStep && decrease > 0) {
      for (int k = 0; k < n; k++) {
        theta[k] = clamp(k, theta[k] + step[k]);
      }
      value -= decrease;
    }
  }

  /** Fills {@link #step} and returns the decrease it predicts. */
  private double newtonStep(double[] theta) {
    for (int k = 0; k < n; k++) {
      frozen[k] = Math.abs(theta[k]) >= bound[k] && gradient[k] * theta[k] <= 0;
    }
    System.arraycopy(hessian, 0, factor, 0, n * n);
    exactStep = factorise(0);
    if (!exactStep) {
      metNegativeCurvature = true;
      factoriseGaussNewton();
    }
    double shrink = 1;
    for (int k = 0; k < n; k++) {
      step[k] = frozen[k] ? 0 : -gradient[k];
    }
    Cholesky.solve(factor, n, step);
    double slope = 0;
    for (int k = 0; k < n; k++) {
      step[k] = frozen[k] ? 0 : step[k];
      slope += gradient[k] * step[k];
      shrink = Math.min(shrink, stepLimit[k] / Math.max(stepLimit[k], Math.abs(step[k])));
    }
    if (shrink < 1) {
      for (int k = 0; k < n; k++) {
        step[k] *= shrink;
      }
    }
    return -shrink * (1 - 0.5 * shrink) * slope;
  }

  private void factoriseGaussNewton() {
    objective.gaussNewton(factor);
    double largest = 1e-12;
    for (int k = 0; k < n; k++) {
      largest = Math.max(largest, Math.abs(factor[k * n + k]));
    }
    double ridge = 0;
    while (!factorise(ridge * largest) && ridge < 1) {
      objective.gaussNewton(factor);
      ridge = Math.max(1e-10, 100 * ridge);
    }
  }

  /** Factorises the matrix in {@link #factor} with a ridge, frozen parameters left out. */
  private boolean factorise(double ridge) {
    for (int k = 0; k < n; k++) {
      factor[k * n + k] += ridge;
      if (frozen[k]) {
        for (int l = 0; l < n; l++) {
          factor[k * n + l] = 0;
          factor[l * n + k] = 0;
        }
        factor[k * n + k] = 1;
      }
    }
    return Cholesky.factorise(factor, n) < 0;
  }

  /** Goes along the step as far as &lambda; decreases enough; false if it does not at all. */
  private boolean search(double[] theta, double decrease) {
    double fraction = 1;
    double noise = 1e-13 * (1 + Math.abs(value));
    for (int halving = 0; halving < MOST_HALVINGS; halving++) {
      for (int k = 0; k < n; k++) {
        trial[k] = clamp(k, theta[k] + fraction * step[k]);
      }
      double reached = objective.evaluate(trial, gradient, hessian);
      if (reached <= value - 1e-4 * fraction * decrease + noise) {
        System.arraycopy(trial, 0, theta, 0, n);
        value = reached;
        return true;
      }
      fraction *= halving < 3 ? 0.5 : 0.2;
    }
    value = objective.evaluate(theta, gradient, hessian);
    return false;
  }

  /** Leaves a saddle or a maximum along the axes; false if no neighbour lies lower. */
  private boolean escape(double[] theta) {
    for (int k = 0; k < n; k++) {
      for (int sign = -1; sign <= 1; sign += 2) {
        System.arraycopy(theta, 0, trial, 0, n);
        trial[k] = clamp(k, theta[k] + 0.5 * sign * Math.min(1, stepLimit[k]));
        if (objective.value(trial) < value - 1e-7 * (1 + Math.abs(value))) {
          System.arraycopy(trial, 0, theta, 0, n);
          value = objective.evaluate(theta, gradient, hessian);
          return true;
        }
      }
    }
    objective.evaluate(theta, gradient, hessian);
    return false;
  }

  private double clamp(int k, double x) {
    return Math.max(-bound[k], Math.min(bound[k], x));
  }
}
