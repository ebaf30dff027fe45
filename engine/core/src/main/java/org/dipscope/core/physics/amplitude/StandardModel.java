package org.dipscope.core.physics.amplitude;

import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * Constants of the leading-order formulas.
 *
 * @param topMassGeV m_t, in loop, phase space, width and Yukawa coupling
 * @param bottomMassGeV m_b, in loop, width and Yukawa coupling
 * @param tauMassGeV m_τ, in the width
 * @param alphaS α_s of the partonic cross-sections and of Γ(Φ→gg)
 * @param fermiConstant G_F in GeV⁻²
 */
public record StandardModel(
    double topMassGeV,
    double bottomMassGeV,
    double tauMassGeV,
    double alphaS,
    double fermiConstant) {

  /** m_t = 172.5, m_b = 4.7, m_τ = 1.77686, α_s = 0.1, G_F = 1.1663787e-5. */
  public static final StandardModel DEFAULT =
      new StandardModel(172.5, 4.7, 1.77686, 0.1, 1.1663787e-5);

  /** (ħc)² in pb GeV²: a cross-section in GeV⁻² times this is in pb. */
  public static final double PB_GEV2 = 3.893793721e8;

  /** Checks that every constant is a positive number. */
  public StandardModel {
    positive("top mass", topMassGeV);
    positive("bottom mass", bottomMassGeV);
    positive("tau mass", tauMassGeV);
    positive("strong coupling", alphaS);
    positive("Fermi constant", fermiConstant);
  }

  /** The same constants with another top mass. */
  public StandardModel withTopMass(double massGeV) {
    return new StandardModel(massGeV, bottomMassGeV, tauMassGeV, alphaS, fermiConstant);
  }

  /** The same constants with another strong coupling. */
  public StandardModel withAlphaS(double value) {
    return new StandardModel(topMassGeV, bottomMassGeV, tauMassGeV, value, fermiConstant);
  }

  private static void positive(String name, double value) {
    if (!(value >= 1e-12 && value <= 1e12)) {
      throw new ProblemException(
          Problem.badInput(
              "The " + name + " is " + value + ".",
              "Give a positive number; the default is "
                  + "m_t 172.5, m_b 4.7, m_tau 1.77686, alpha_s 0.1, G_F 1.1663787e-5."));
    }
  }
}
