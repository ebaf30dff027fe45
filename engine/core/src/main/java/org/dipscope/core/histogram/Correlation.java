package org.dipscope.core.histogram;

import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * The assumption about systematic errors of different bins that a publication rarely states: their
 * correlation falls exponentially with the distance in the logarithm of the mass, ρ_ij = exp(−|ln
 * m_i − ln m_j| / ℓ).
 *
 * @param length ℓ, at least 0: 0 leaves bins independent, infinity moves all together
 */
public record Correlation(double length) {

  /** Systematic errors that move all bins together. */
  public static final Correlation FULL = new Correlation(Double.POSITIVE_INFINITY);

  /** Systematic errors independent from bin to bin. */
  public static final Correlation NONE = new Correlation(0);

  /** The start value on screen: bins a factor e apart in mass are correlated by 37 %. */
  public static final Correlation DEFAULT = new Correlation(1);

  /**
   * @throws ProblemException if the length is negative or not a number
   */
  public Correlation {
    if (!(length >= 0)) {
      throw new ProblemException(
          Problem.badInput(
              "The correlation length is " + length + ".",
              "Give 0 (independent bins) or more; infinity moves all bins together."));
    }
  }

  /**
   * ρ for two positive masses in the same unit, in [0, 1].
   *
   * @throws ProblemException if a mass is not positive while ℓ is neither 0 nor infinite
   */
  public double between(double massA, double massB) {
    if (massA == massB || length == Double.POSITIVE_INFINITY) {
      return 1;
    }
    if (length == 0) {
      return 0;
    }
    if (!(massA > 0 && massB > 0)) {
      throw new ProblemException(
          Problem.badInput(
              "The correlation in ln m is not defined for a bin at " + Math.min(massA, massB) + ".",
              "Use full or no correlation for an axis that reaches 0 or below."));
    }
    return Math.exp(-Math.abs(Math.log(massA / massB)) / length);
  }
}
