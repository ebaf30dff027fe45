package org.dipscope.core.unbinned;

import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * How a component follows the signal strength: f(&mu;) = constant + root &radic;&mu; + linear &mu;.
 * In s = &radic;&mu; it is a polynomial.
 *
 * @param constant the part that stays
 * @param root the part of the interference
 * @param linear the part of the signal
 */
public record Morphing(double constant, double root, double linear) {
  /** What does not depend on the strength. */
  public static final Morphing FIXED = new Morphing(1, 0, 0);

  /** The signal alone, where the interference is a component of its own. */
  public static final Morphing SIGNAL = new Morphing(0, 0, 1);

  /** The interference as a component of its own; its density may be negative. */
  public static final Morphing INTERFERENCE = new Morphing(0, 1, 0);

  /**
   * &mu; &minus; &radic;&mu;: the signal beside signal, background and interference at &mu; = 1.
   */
  public static final Morphing BASIS_SIGNAL = new Morphing(0, -1, 1);

  /** &radic;&mu;: signal, background and interference together, as they are at &mu; = 1. */
  public static final Morphing BASIS_TOGETHER = new Morphing(0, 1, 0);

  /** 1 &minus; &radic;&mu;: the background beside these two. */
  public static final Morphing BASIS_BACKGROUND = new Morphing(1, -1, 0);

  /**
   * @throws ProblemException if a coefficient is not finite
   */
  public Morphing {
    if (!Double.isFinite(constant) || !Double.isFinite(root) || !Double.isFinite(linear)) {
      throw new ProblemException(
          Problem.badInput(
              "A component follows the strength with the coefficients %s, %s and %s."
                  .formatted(constant, root, linear),
              "Give finite numbers."));
    }
  }

  /** f at s = &radic;&mu;. */
  double value(double s) {
    return constant + s * (root + s * linear);
  }

  /** df/ds. */
  double slope(double s) {
    return root + 2 * s * linear;
  }

  /** d&sup2;f/ds&sup2;. */
  double bend() {
    return 2 * linear;
  }

  /** Whether it depends on the strength by its root. */
  boolean interferes() {
    return root != 0;
  }
}
