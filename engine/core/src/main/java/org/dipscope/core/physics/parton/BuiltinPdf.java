package org.dipscope.core.physics.parton;

import java.util.List;

/**
 * The built-in leading-order set: the input parametrisation of MSTW 2008 LO (Martin, Stirling,
 * Thorne, Watt, arXiv:0901.0002, eqs. 6–12 and table 4, LO column), evolved exactly at leading
 * order from Q₀ = 1 GeV with m_c = 1.40 GeV, m_b = 4.75 GeV and at most five flavours.
 *
 * <p>For 4e-4 ≤ x ≤ 0.5 and Q ≥ 10 GeV it follows the published grid within 0.15 % for g, u, d and
 * s, 0.7 % for c and 1.5 % for b. Domain: Q ≥ 1 GeV, x ≥ 1e-15.
 */
public final class BuiltinPdf {
  private static final double START_GEV = 1;
  private static final double CONTOUR_SHIFT = 1.9;

  /** The set. */
  public static final PartonDistribution MSTW2008LO = create();

  private BuiltinPdf() {}

  private static PartonDistribution create() {
    return new MellinPdf(
        "MSTW2008LO (built in)",
        "built-in LO PDF, 2009 (arXiv:0901.0002); LO evolution, one-loop α_s(M_Z) = 0.1394",
        input(),
        new LeadingOrderCoupling(START_GEV, 0.68183, 1.40, 4.75, Double.POSITIVE_INFINITY),
        CONTOUR_SHIFT);
  }

  static PartonInput input() {
    double downEndPower = 3.0409 + 2.0835;
    BetaSum upValence = BetaSum.of(1.4335, 0.45232, 3.0409, -2.3737, 8.9924);
    BetaSum downValence = BetaSum.of(5.0903, 0.71978, downEndPower, -4.3654, 7.4730);
    BetaSum sea = BetaSum.of(0.59964, -0.16276, 8.8801, -2.9012, 16.865);
    BetaSum gluon = BetaSum.of(0.0012216, -0.83657, 2.3882, -38.997, 1445.5);
    BetaSum strange = BetaSum.of(0.10302, -0.16276, 13.242, -2.9012, 16.865);
    BetaSum strangeAsymmetry = strangeAsymmetry(-0.011523, 0.2, 10.285, 0.017414);
    BetaSum lightAsymmetry = lightAsymmetry();
    // S = 2(ū + d̄) + s + s̄ and Δ = d̄ − ū: 2ū = (S − s⁺)/2 − Δ, 2d̄ = (S − s⁺)/2 + Δ
    BetaSum up = upValence.plus(0.5, sea).plus(-0.5, strange).plus(-1, lightAsymmetry);
    BetaSum down = downValence.plus(0.5, sea).plus(-0.5, strange).plus(1, lightAsymmetry);
    return new PartonInput(
        gluon, List.of(down, up, strange), List.of(downValence, upValence, strangeAsymmetry));
  }

  /** x(d̄ − ū) = A x^η (1−x)^{η_S+2} (1 + γx + δx²). */
  private static BetaSum lightAsymmetry() {
    double norm = 8.9413;
    double power = 1.8760;
    double endPower = 8.8801 + 2;
    return new BetaSum(
        List.of(
            new BetaSum.Term(norm, power, endPower),
            new BetaSum.Term(norm * 8.4703, power + 1, endPower),
            new BetaSum.Term(norm * -36.507, power + 2, endPower)));
  }

  /** x(s − s̄) = A x^δ (1−x)^η (1 − x/x₀). */
  private static BetaSum strangeAsymmetry(double norm, double power, double endPower, double zero) {
    return new BetaSum(
        List.of(
            new BetaSum.Term(norm, power, endPower),
            new BetaSum.Term(-norm / zero, power + 1, endPower)));
  }
}
