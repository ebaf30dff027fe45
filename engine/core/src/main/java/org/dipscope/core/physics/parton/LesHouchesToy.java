package org.dipscope.core.physics.parton;

import java.util.List;

/**
 * The toy input of the Les Houches evolution benchmark (Giele et al., hep-ph/0204316, section 1.3):
 * a self-test, with published tables of its evolution, not a description of the proton.
 *
 * <p>Start at Q₀² = 2 GeV² with α_s = 0.35; domain Q ≥ √2 GeV, x ≥ 1e-15.
 */
public final class LesHouchesToy {
  private static final double START_GEV = Math.sqrt(2);
  private static final double NEVER = Double.POSITIVE_INFINITY;
  private static final double CONTOUR_SHIFT = 1.2;

  /** Evolution with n_f = 4, 5 above m_b = 4.5 GeV and 6 above m_t = 175 GeV. */
  public static final PartonDistribution VARIABLE_FLAVOURS =
      create("Les Houches toy", "variable number of flavours", 4.5, 175);

  /** Evolution with n_f = 4 at every scale. */
  public static final PartonDistribution FOUR_FLAVOURS =
      create("Les Houches toy, n_f = 4", "four flavours", NEVER, NEVER);

  private LesHouchesToy() {}

  private static PartonDistribution create(
      String name, String scheme, double bottomMassGeV, double topMassGeV) {
    return new MellinPdf(
        name,
        "self-test input (hep-ph/0204316), LO evolution, " + scheme + ", α_s(√2 GeV) = 0.35",
        input(),
        new LeadingOrderCoupling(START_GEV, 0.35, START_GEV, bottomMassGeV, topMassGeV),
        CONTOUR_SHIFT);
  }

  static PartonInput input() {
    BetaSum none = new BetaSum(List.of());
    BetaSum upValence = term(5.107200, 0.8, 3);
    BetaSum downValence = term(3.064320, 0.8, 4);
    BetaSum antiDown = term(0.1939875, -0.1, 6);
    BetaSum antiUp = term(0.1939875, -0.1, 7); // ū = (1−x) d̄
    BetaSum strange = none.plus(0.4, antiUp).plus(0.4, antiDown); // s + s̄ = 0.4 (ū + d̄)
    return new PartonInput(
        term(1.7, -0.1, 5),
        List.of(downValence.plus(2, antiDown), upValence.plus(2, antiUp), strange),
        List.of(downValence, upValence, none));
  }

  private static BetaSum term(double coefficient, double power, double endPower) {
    return new BetaSum(List.of(new BetaSum.Term(coefficient, power, endPower)));
  }
}
