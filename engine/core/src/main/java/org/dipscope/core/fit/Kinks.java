package org.dipscope.core.fit;

import org.dipscope.core.fit.FitParameter.Landscape;

/**
 * The bounds of the parameters, and kinks at 0 that divide some of them in two: a minimisation
 * stays on one side of every kink and then looks whether &lambda; falls on the other.
 */
final class Kinks {
  final double[] lowest;
  final double[] highest;
  private final boolean[] kinked;

  Kinks(FitProblem problem) {
    int n = problem.size();
    lowest = new double[n];
    highest = new double[n];
    kinked = new boolean[n];
    for (int k = 0; k < n; k++) {
      FitParameter p = problem.parameters().get(k);
      lowest[k] = p.internal(p.low());
      highest[k] = p.internal(p.high());
      kinked[k] = p.landscape() == Landscape.KINK_AT_ZERO && lowest[k] < 0 && highest[k] > 0;
    }
  }

  /** Places an iterate inside the bounds, on the side of every kink where it starts. */
  void place(Iterate at, double[] start) {
    for (int k = 0; k < at.n; k++) {
      at.x[k] = at.held[k] ? start[k] : Math.clamp(start[k], lowest[k], highest[k]);
      at.low[k] = kinked[k] && at.x[k] >= 0 ? 0.0 : lowest[k];
      at.high[k] = kinked[k] && at.x[k] < 0 ? -0.0 : highest[k];
    }
  }

  /**
   * Turns to the other side of every kink on which &lambda; still falls there, and evaluates; false
   * if there is none.
   *
   * @param enough the decrease that matters
   */
  boolean cross(Iterate at, double enough) {
    boolean isAtKink = false;
    System.arraycopy(at.x, 0, at.trial, 0, at.n);
    for (int k = 0; k < at.n; k++) {
      if (kinked[k] && !at.held[k] && at.x[k] == 0) {
        at.trial[k] = -at.x[k];
        isAtKink = true;
      }
    }
    if (!isAtKink) {
      return false;
    }
    at.evaluateTrial();
    boolean isCrossed = false;
    for (int k = 0; k < at.n; k++) {
      boolean isUpper = 1 / at.trial[k] > 0;
      boolean falls = isUpper ? at.trialGradient[k] < 0 : at.trialGradient[k] > 0;
      if (kinked[k] && !at.held[k] && at.trial[k] == 0 && falls && gain(at, k) > enough) {
        at.x[k] = at.trial[k];
        at.low[k] = isUpper ? 0.0 : lowest[k];
        at.high[k] = isUpper ? highest[k] : -0.0;
        isCrossed = true;
      }
    }
    if (isCrossed) {
      at.evaluate();
    }
    return isCrossed;
  }

  /** What following the slope at the other side of a kink gains. */
  private static double gain(Iterate at, int k) {
    double slope = at.trialGradient[k];
    double curvature = Math.max(1e-12, Math.abs(at.trialHessian[k * at.n + k]));
    return 0.5 * slope * slope / curvature;
  }
}
