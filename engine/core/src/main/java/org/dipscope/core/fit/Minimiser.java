package org.dipscope.core.fit;

import java.util.Arrays;
import org.dipscope.core.fit.FitParameter.Landscape;

/**
 * Finds the minimum of &lambda; below a start within box bounds: Newton's method with the exact
 * Hessian, damped as by Levenberg and Marquardt until every step decreases &lambda; as its
 * quadratic model predicts (J. Nocedal and S. J. Wright, Numerical Optimization, chapters 4 and
 * 16). Steps that meet a bound, or a kink, are solved again with that parameter on it. Saddles are
 * left along a direction without curvature. Where a direction stays flat the result is a minimum
 * all the same, and is called degenerate. The number of steps is bounded. Allocates only its
 * results.
 */
public final class Minimiser {
  private static final int MOST_STEPS = 200;

  /** Predicted decrease of &lambda; below which a last step ends the search. */
  private static final double ENOUGH = 1e-9;

  private static final int POWER_ITERATIONS = 60;
  private static final int MOST_ESCAPES = 8;
  private static final double LEAST_DAMPING = 1e-10;
  private static final double MOST_DAMPING = 1e14;

  private final Objective objective;
  private final int n;
  private final double[] lowest;
  private final double[] highest;
  private final boolean[] kinked;
  private final double[] width;
  private final double[] low;
  private final double[] high;
  private final boolean[] fixed;
  private final boolean[] held;
  private final boolean[] active;
  private final EnvelopeCholesky cholesky;
  private final double[] scale;
  private final double[] ridge;
  private final double[] step;
  private final double[] free;
  private double[] x;
  private double[] gradient;
  private double[] hessian;
  private double[] trial;
  private double[] trialGradient;
  private double[] trialHessian;
  private double value;
  private double damping;
  private int steps;
  private int escapes;
  private boolean degenerate;

  /** For fits of this problem; the problem's objective must not be used elsewhere meanwhile. */
  public Minimiser(FitProblem problem) {
    objective = problem.objective();
    n = problem.size();
    lowest = new double[n];
    highest = new double[n];
    kinked = new boolean[n];
    width = new double[n];
    low = new double[n];
    high = new double[n];
    fixed = new boolean[n];
    for (int k = 0; k < n; k++) {
      FitParameter p = problem.parameters().get(k);
      lowest[k] = p.internal(p.low());
      highest[k] = p.internal(p.high());
      kinked[k] = p.landscape() == Landscape.KINK_AT_ZERO && lowest[k] < 0 && highest[k] > 0;
      Prior prior = p.prior();
      double room = highest[k] > lowest[k] ? highest[k] - lowest[k] : 1;
      width[k] = prior == null ? 0.1 * room : Math.min(prior.width(), room);
      fixed[k] = p.fixed() || !(lowest[k] < highest[k]);
    }
    held = new boolean[n];
    active = new boolean[n];
    cholesky = new EnvelopeCholesky(objective.eliminationOrder());
    scale = new double[n];
    ridge = new double[n];
    step = new double[n];
    free = new double[n];
    x = new double[n];
    gradient = new double[n];
    hessian = new double[n * n];
    trial = new double[n];
    trialGradient = new double[n];
    trialHessian = new double[n * n];
  }

  /**
   * The minimum below a start.
   *
   * @param start internal coordinates; those of free parameters outside their bounds move inside
   * @param heldParameters parameters that stay where they start, besides the fixed ones
   */
  public FitPoint minimise(double[] start, int... heldParameters) {
    System.arraycopy(fixed, 0, held, 0, n);
    for (int k : heldParameters) {
      held[k] = true;
    }
    for (int k = 0; k < n; k++) {
      x[k] = held[k] ? start[k] : Math.clamp(start[k], lowest[k], highest[k]);
      low[k] = kinked[k] && x[k] >= 0 ? 0.0 : lowest[k];
      high[k] = kinked[k] && x[k] < 0 ? -0.0 : highest[k];
    }
    steps = 0;
    escapes = 0;
    degenerate = false;
    value = objective.evaluate(x, gradient, hessian);
    boolean converged = Double.isFinite(value) && descend();
    while (converged && crossKinks()) {
      converged = descend();
    }
    return new FitPoint(x.clone(), value, gradient.clone(), converged, degenerate, steps);
  }

  /** Turns to the other side of every kink on which &lambda; still falls there. */
  private boolean crossKinks() {
    boolean isAtKink = false;
    System.arraycopy(x, 0, trial, 0, n);
    for (int k = 0; k < n; k++) {
      if (kinked[k] && !held[k] && x[k] == 0) {
        trial[k] = -x[k];
        isAtKink = true;
      }
    }
    if (!isAtKink) {
      return false;
    }
    objective.evaluate(trial, trialGradient, trialHessian);
    boolean isCrossed = false;
    for (int k = 0; k < n; k++) {
      boolean isUpper = 1 / trial[k] > 0;
      boolean falls = isUpper ? trialGradient[k] < 0 : trialGradient[k] > 0;
      if (kinked[k] && !held[k] && trial[k] == 0 && falls && trialMatters(k)) {
        x[k] = trial[k];
        low[k] = isUpper ? 0.0 : lowest[k];
        high[k] = isUpper ? highest[k] : -0.0;
        isCrossed = true;
      }
    }
    if (isCrossed) {
      value = objective.evaluate(x, gradient, hessian);
    }
    return isCrossed && steps < MOST_STEPS;
  }

  /** Whether following the slope at the other side of a kink gains more than rounding errors. */
  private boolean trialMatters(int k) {
    double slope = trialGradient[k];
    double curvature = Math.max(1e-12, Math.abs(trialHessian[k * n + k]));
    return 0.5 * slope * slope / curvature > ENOUGH;
  }

  private boolean descend() {
    damping = 0;
    int rejected = 0;
    while (steps++ < MOST_STEPS) {
      double predicted = boxStep();
      if (predicted >= ENOUGH) {
        rejected = tryStep(predicted) ? 0 : rejected + 1;
      } else if (damping == 0) {
        moveIfNotWorse();
        return true;
      } else if (rejected > 0) {
        damping = 0;
        return boxStep() < 1e-5;
      } else {
        damping = 0;
        predicted = boxStep();
        boolean isStationary = predicted < ENOUGH && damping > 0;
        if (isStationary && (escapes++ >= MOST_ESCAPES || !escape())) {
          degenerate = true;
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Fills {@link #step} with the minimum of the damped quadratic model within the bounds and
   * returns the decrease that the model without damping predicts; raises the damping where there is
   * no such minimum.
   */
  private double boxStep() {
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
   * How strongly each parameter is damped: by its own curvature, or where that is small by its
   * share in mixed ones, compared in natural widths, so that the damping can always win.
   */
  private void fillScale() {
    double largest = 0;
    for (int k = 0; k < n; k++) {
      largest = held[k] ? largest : Math.max(largest, Math.abs(hessian[k * n + k]));
    }
    for (int k = 0; k < n; k++) {
      double own = Math.max(Math.abs(hessian[k * n + k]), Math.max(1e-12, 1e-10 * largest));
      for (int l = 0; l < n && !held[k]; l++) {
        double mixed = held[l] ? 0 : Math.abs(hessian[k * n + l]);
        own = mixed == 0 ? own : Math.max(own, 0.1 * mixed * width[l] / width[k]);
      }
      scale[k] = own;
    }
  }

  private boolean solveWithinBounds() {
    for (int k = 0; k < n; k++) {
      ridge[k] = damping * scale[k];
      step[k] = 0;
      active[k] =
          held[k] || (x[k] <= low[k] && gradient[k] > 0) || (x[k] >= high[k] && gradient[k] < 0);
    }
    boolean isInside = false;
    while (!isInside) {
      for (int k = 0; k < n; k++) {
        free[k] = active[k] ? 0 : -gradient[k] - rowTimesStep(k);
      }
      if (cholesky.factorise(hessian, active, ridge) >= 0) {
        return false;
      }
      cholesky.solve(free);
      isInside = true;
      for (int k = 0; k < n; k++) {
        double target = x[k] + free[k];
        if (!active[k] && !(target >= low[k] && target <= high[k])) {
          step[k] = (target > high[k] ? high[k] : low[k]) - x[k];
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
    for (int l = 0; l < n; l++) {
      sum += step[l] == 0 ? 0 : hessian[k * n + l] * step[l];
    }
    return sum;
  }

  private double predictedDecrease() {
    double slope = 0;
    double curvature = 0;
    for (int k = 0; k < n; k++) {
      if (step[k] != 0) {
        slope += gradient[k] * step[k];
        curvature += step[k] * rowTimesStep(k);
      }
    }
    return -slope - 0.5 * curvature;
  }

  /** Goes the step if &lambda; decreases enough, and adapts the damping to how it went. */
  private boolean tryStep(double predicted) {
    double reached = evaluateTrial();
    double decrease = value - reached;
    double noise = 1e-13 * (1 + Math.abs(value));
    boolean accepted = decrease >= 1e-4 * predicted - noise;
    if (!accepted) {
      damping = Math.max(1e-2, 10 * damping);
      return false;
    }
    double ratio = decrease / predicted;
    if (ratio < 0.25) {
      damping = Math.max(1e-3, 4 * damping);
    } else if (ratio > 0.7) {
      damping = damping < 1e-5 ? 0 : 0.1 * damping;
    }
    accept(reached);
    return true;
  }

  private double evaluateTrial() {
    for (int k = 0; k < n; k++) {
      double target = x[k] + step[k];
      trial[k] = held[k] ? x[k] : Math.clamp(target, low[k], high[k]);
    }
    double reached = objective.evaluate(trial, trialGradient, trialHessian);
    return Double.isNaN(reached) ? Double.POSITIVE_INFINITY : reached;
  }

  private void accept(double reached) {
    double[] swap = x;
    x = trial;
    trial = swap;
    swap = gradient;
    gradient = trialGradient;
    trialGradient = swap;
    swap = hessian;
    hessian = trialHessian;
    trialHessian = swap;
    value = reached;
  }

  private void moveIfNotWorse() {
    double reached = evaluateTrial();
    if (reached <= value + 1e-13 * (1 + Math.abs(value))) {
      accept(reached);
    }
  }

  /** Leaves a saddle or a maximum; false if nothing near lies lower. */
  private boolean escape() {
    fillScale();
    fillLeastCurved();
    double largest = 0;
    for (int k = 0; k < n; k++) {
      largest = Math.max(largest, Math.abs(free[k]) / reach(k));
    }
    for (int sign = -1; sign <= 1 && largest > 0; sign += 2) {
      for (int k = 0; k < n; k++) {
        step[k] = sign * free[k] / largest;
      }
      if (isLower()) {
        return true;
      }
    }
    for (int k = 0; k < n; k++) {
      for (int sign = -1; sign <= 1 && !held[k]; sign += 2) {
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
   * Fills {@link #free} with the direction of least curvature in scaled coordinates: the
   * eigenvector of the lowest eigenvalue, by power iteration on a multiple of the unit matrix less
   * the Hessian.
   */
  private void fillLeastCurved() {
    double bound = 0;
    for (int k = 0; k < n; k++) {
      ridge[k] = held[k] ? 0 : 1 / Math.sqrt(scale[k]);
    }
    for (int k = 0; k < n; k++) {
      double sum = 0;
      for (int l = 0; l < n; l++) {
        sum += Math.abs(hessian[k * n + l]) * ridge[k] * ridge[l];
      }
      bound = Math.max(bound, sum);
      trial[k] = held[k] ? 0 : 1 + 0.5 * Math.sin(k + 1.0);
    }
    for (int iteration = 0; iteration < POWER_ITERATIONS; iteration++) {
      double norm = 0;
      for (int k = 0; k < n; k++) {
        double product = bound * trial[k];
        for (int l = 0; l < n; l++) {
          product -= hessian[k * n + l] * ridge[k] * ridge[l] * trial[l];
        }
        free[k] = product;
        norm = Math.max(norm, Math.abs(product));
      }
      for (int k = 0; k < n; k++) {
        trial[k] = norm > 0 ? free[k] / norm : 0;
      }
    }
    for (int k = 0; k < n; k++) {
      free[k] = trial[k] * ridge[k];
    }
  }

  /** How far from here other values of a parameter are tried. */
  private double reach(int k) {
    double curvature = Math.abs(hessian[k * n + k]);
    double room = 0.25 * (high[k] - low[k]);
    return held[k] || !(room > 0) ? 1 : Math.min(room, Math.sqrt(0.5 / curvature));
  }

  private boolean isLower() {
    double reached = evaluateTrial();
    if (reached < value - 1e-7 * (1 + Math.abs(value))) {
      accept(reached);
      damping = 0;
      return true;
    }
    return false;
  }
}
