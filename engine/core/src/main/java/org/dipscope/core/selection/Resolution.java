package org.dipscope.core.selection;

/**
 * The transverse momentum resolution of a species, σ(p_T)/p_T = a ⊕ b/√p_T ⊕ c/p_T, where ⊕ adds in
 * quadrature.
 *
 * @param constant a
 * @param stochastic b, in √GeV
 * @param noise c, in GeV
 */
public record Resolution(double constant, double stochastic, double noise) {

  /**
   * @throws org.dipscope.core.problem.ProblemException if a term is negative or all are 0
   */
  public Resolution {
    Check.notNegative("The constant term of a resolution", constant, "");
    Check.notNegative("The stochastic term of a resolution", stochastic, "√GeV");
    Check.notNegative("The noise term of a resolution", noise, "GeV");
    if (constant + stochastic + noise == 0) {
      throw Check.wrong("A resolution", "0", "Give one term that is positive.");
    }
  }

  /** A resolution that is the same share of every momentum. */
  public static Resolution constant(double share) {
    return new Resolution(share, 0, 0);
  }
}
