package org.dipscope.core.fit;

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

  private static final int MOST_ESCAPES = 8;

  private final boolean[] fixed;
  private final Iterate at;
  private final Kinks kinks;
  private final BoxStep box;
  private final SaddleEscape saddle;
  private int steps;
  private int escapes;
  private boolean degenerate;

  /** For fits of this problem; the problem's objective must not be used elsewhere meanwhile. */
  public Minimiser(FitProblem problem) {
    int n = problem.size();
    at = new Iterate(problem.objective(), n);
    kinks = new Kinks(problem);
    fixed = new boolean[n];
    double[] width = new double[n];
    for (int k = 0; k < n; k++) {
      FitParameter p = problem.parameters().get(k);
      double low = kinks.lowest[k];
      double high = kinks.highest[k];
      Prior prior = p.prior();
      double room = high > low ? high - low : 1;
      width[k] = prior == null ? 0.1 * room : Math.min(prior.width(), room);
      fixed[k] = p.fixed() || !(low < high);
    }
    box = new BoxStep(at, width, problem.objective().eliminationOrder());
    saddle = new SaddleEscape(at);
  }

  /**
   * The minimum below a start.
   *
   * @param start internal coordinates; those of free parameters outside their bounds move inside
   * @param heldParameters parameters that stay where they start, besides the fixed ones
   */
  public FitPoint minimise(double[] start, int... heldParameters) {
    System.arraycopy(fixed, 0, at.held, 0, fixed.length);
    for (int k : heldParameters) {
      at.held[k] = true;
    }
    kinks.place(at, start);
    steps = 0;
    escapes = 0;
    degenerate = false;
    at.evaluate();
    boolean converged = Double.isFinite(at.value) && descend();
    while (converged && kinks.cross(at, ENOUGH) && steps < MOST_STEPS) {
      converged = descend();
    }
    return new FitPoint(at.x.clone(), at.value, at.gradient.clone(), converged, degenerate, steps);
  }

  private boolean descend() {
    box.damping = 0;
    int rejected = 0;
    while (steps++ < MOST_STEPS) {
      double predicted = box.solve();
      if (predicted >= ENOUGH) {
        rejected = tryStep(predicted) ? 0 : rejected + 1;
      } else if (box.damping == 0) {
        at.moveIfNotWorse(box.step);
        return true;
      } else if (rejected > 0) {
        box.damping = 0;
        return box.solve() < 1e-5;
      } else {
        box.damping = 0;
        predicted = box.solve();
        boolean isStationary = predicted < ENOUGH && box.damping > 0;
        if (isStationary && (escapes++ >= MOST_ESCAPES || !escape())) {
          degenerate = true;
          return true;
        }
      }
    }
    return false;
  }

  private boolean escape() {
    box.fillScale();
    boolean isLower = saddle.leave(box.scale);
    box.damping = isLower ? 0 : box.damping;
    return isLower;
  }

  /** Goes the step if &lambda; decreases enough, and adapts the damping to how it went. */
  private boolean tryStep(double predicted) {
    double reached = at.evaluateTrial(box.step);
    double decrease = at.value - reached;
    double noise = 1e-13 * (1 + Math.abs(at.value));
    boolean accepted = decrease >= 1e-4 * predicted - noise;
    if (!accepted) {
      box.damping = Math.max(1e-2, 10 * box.damping);
      return false;
    }
    double ratio = decrease / predicted;
    if (ratio < 0.25) {
      box.damping = Math.max(1e-3, 4 * box.damping);
    } else if (ratio > 0.7) {
      box.damping = box.damping < 1e-5 ? 0 : 0.1 * box.damping;
    }
    at.accept(reached);
    return true;
  }
}
