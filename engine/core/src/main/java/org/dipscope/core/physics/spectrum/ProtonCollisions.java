package org.dipscope.core.physics.spectrum;

import org.dipscope.core.physics.parton.PartonDistribution;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * Where the partons come from.
 *
 * @param energyGeV centre-of-mass energy √S of the two protons
 * @param partons their parton distributions, which also give α_s
 * @param scale factorisation and renormalisation scale μ
 */
public record ProtonCollisions(double energyGeV, PartonDistribution partons, ScaleChoice scale) {
  private static final double LARGEST_GEV = 1e6;

  /** Checks the energy. */
  public ProtonCollisions {
    if (!(energyGeV > 0 && energyGeV <= LARGEST_GEV)) {
      throw new ProblemException(
          Problem.badInput(
              "The collision energy is " + energyGeV / 1000 + " TeV.",
              "Give an energy above 0 and up to 1000 TeV, for example 13."));
    }
  }

  /** S in GeV². */
  double squaredEnergy() {
    return energyGeV * energyGeV;
  }
}
