package org.dipscope.core.fit;

/**
 * Where a minimisation stands, with &lambda; and its derivatives there, and a second place that is
 * tried and may become the first. Allocates nothing after construction.
 */
final class Iterate {
  final int n;

  /** Bounds at present: those of the parameter, or of one side of its kink. */
  final double[] low;

  final double[] high;

  /** Parameters that do not move. */
  final boolean[] held;

  double[] x;
  double[] gradient;
  double[] hessian;
  double value;
  double[] trial;
  double[] trialGradient;
  double[] trialHessian;
  private final Objective objective;

  Iterate(Objective objective, int n) {
    this.objective = objective;
    this.n = n;
    low = new double[n];
    high = new double[n];
    held = new boolean[n];
    x = new double[n];
    gradient = new double[n];
    hessian = new double[n * n];
    trial = new double[n];
    trialGradient = new double[n];
    trialHessian = new double[n * n];
  }

  /** Evaluates &lambda; where it stands. */
  void evaluate() {
    value = objective.evaluate(x, gradient, hessian);
  }

  /** &lambda; at the place that is tried. */
  double evaluateTrial() {
    double reached = objective.evaluate(trial, trialGradient, trialHessian);
    return Double.isNaN(reached) ? Double.POSITIVE_INFINITY : reached;
  }

  /** &lambda; a step away, cut at the bounds. */
  double evaluateTrial(double[] step) {
    for (int k = 0; k < n; k++) {
      double target = x[k] + step[k];
      trial[k] = held[k] ? x[k] : Math.clamp(target, low[k], high[k]);
    }
    return evaluateTrial();
  }

  /** Moves to the place that was tried. */
  void accept(double reached) {
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

  /** Moves a step if that does not lead up. */
  void moveIfNotWorse(double[] step) {
    double reached = evaluateTrial(step);
    if (reached <= value + 1e-13 * (1 + Math.abs(value))) {
      accept(reached);
    }
  }
}
