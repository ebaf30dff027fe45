package org.dipscope.core.physics.amplitude;

import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * A top pair of invariant mass √ŝ.
 *
 * @param s ŝ in GeV²
 * @param beta velocity of the tops in their rest frame, β = √(1 − 4m_t²/ŝ); 0 below threshold
 * @param y ln[(1+β)/(1−β)]; 0 below threshold
 */
public record TopPair(double s, double beta, double y) {
  private static final double LARGEST_GEV = 1e9;

  /**
   * The pair at an energy.
   *
   * @param sqrtS √ŝ in GeV
   * @throws ProblemException if √ŝ is not a number between 0 and 1e9 GeV
   */
  public static TopPair at(StandardModel model, double sqrtS) {
    if (!(sqrtS >= 0 && sqrtS <= LARGEST_GEV)) {
      throw new ProblemException(
          Problem.badInput(
              "The partonic energy is " + sqrtS + " GeV.",
              "Give an energy between 0 and 1e9 GeV."));
    }
    double threshold = 2 * model.topMassGeV();
    double s = sqrtS * sqrtS;
    if (sqrtS <= threshold) {
      return new TopPair(s, 0, 0);
    }
    double beta = Math.sqrt((sqrtS - threshold) * (sqrtS + threshold)) / sqrtS;
    double oneMinusBeta = threshold * threshold / s / (1 + beta);
    return new TopPair(s, beta, Math.log1p(2 * beta / oneMinusBeta));
  }

  /** Whether the energy lies above the threshold 2m_t. */
  public boolean open() {
    return beta > 0;
  }
}
