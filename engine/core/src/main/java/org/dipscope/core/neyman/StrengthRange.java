package org.dipscope.core.neyman;

import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * The parameter space &Theta;: strengths over which a likelihood is maximised or averaged.
 *
 * @param low smallest strength, &ge; 0
 * @param high largest strength, finite
 */
public record StrengthRange(double low, double high) {

  /**
   * @throws ProblemException if the range is empty, negative or not finite
   */
  public StrengthRange {
    if (!(low >= 0 && high > low && high <= 1e9)) {
      throw new ProblemException(
          Problem.usage(
              "The signal strength cannot range from %s to %s.".formatted(low, high),
              "Give 0 ≤ low < high ≤ 1e9."));
    }
  }

  /** &radic;low. */
  double rootLow() {
    return Math.sqrt(low);
  }

  /** &radic;high. */
  double rootHigh() {
    return Math.sqrt(high);
  }
}
