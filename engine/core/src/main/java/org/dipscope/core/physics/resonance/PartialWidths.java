package org.dipscope.core.physics.resonance;

import static java.lang.Math.PI;
import static java.lang.Math.sqrt;

import org.dipscope.core.physics.amplitude.CpParity;
import org.dipscope.core.physics.amplitude.StandardModel;

/**
 * Leading-order partial widths in GeV (Djouadi, hep-ph/0503172 for H and hep-ph/0503173 for A). In
 * the alignment limit there are no others; a channel below its threshold has width 0. The parts of
 * a CP-mixed state add.
 *
 * @param tt Φ → tt̄
 * @param bb Φ → bb̄
 * @param tautau Φ → τ⁺τ⁻
 * @param gg Φ → gg through the top and bottom loops
 */
public record PartialWidths(double tt, double bb, double tautau, double gg) {

  /**
   * The widths of a state of the given mass.
   *
   * <p>Γ(ff̄) = N_c G_F m_f² M (ξ_even² β³ + ξ_odd² β)/(4√2π), Γ(gg) = G_F α_s² M³/(36√2π³) Σ |¾
   * F|².
   */
  public static PartialWidths of(StandardModel model, Couplings couplings, double massGeV) {
    double even = LoopSum.norm(model, couplings, CpParity.EVEN, massGeV);
    double odd = LoopSum.norm(model, couplings, CpParity.ODD, massGeV);
    double gluon = gluonUnit(model) * massGeV * massGeV * massGeV;
    return new PartialWidths(
        fermion(model, 3, model.topMassGeV(), massGeV, couplings.topEven(), couplings.topOdd()),
        fermion(
            model,
            3,
            model.bottomMassGeV(),
            massGeV,
            couplings.bottomEven(),
            couplings.bottomOdd()),
        fermion(model, 1, model.tauMassGeV(), massGeV, couplings.tauEven(), couplings.tauOdd()),
        gluon * (even + odd));
  }

  /** The sum. */
  public double total() {
    return tt + bb + tautau + gg;
  }

  /** N_c G_F m_f²/(4√2π), the width into massless fermions per mass and squared coupling. */
  public static double fermionUnit(StandardModel model, int colours, double fermionMassGeV) {
    return colours * model.fermiConstant() * fermionMassGeV * fermionMassGeV / (4 * sqrt(2) * PI);
  }

  /** G_F α_s² (¾)²/(36√2π³), the width into gluons per cubed mass and squared loop sum F. */
  public static double gluonUnit(StandardModel model) {
    double alphaS = model.alphaS();
    return model.fermiConstant() * alphaS * alphaS * 0.5625 / (36 * sqrt(2) * PI * PI * PI);
  }

  private static double fermion(
      StandardModel model,
      int colours,
      double fermionMassGeV,
      double massGeV,
      double even,
      double odd) {
    double threshold = 2 * fermionMassGeV;
    if (massGeV <= threshold) {
      return 0;
    }
    double beta = sqrt((massGeV - threshold) * (massGeV + threshold)) / massGeV;
    double wave = even * even * beta * beta * beta + odd * odd * beta;
    return fermionUnit(model, colours, fermionMassGeV) * massGeV * wave;
  }
}
