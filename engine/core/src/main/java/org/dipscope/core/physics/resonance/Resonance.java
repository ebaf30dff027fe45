package org.dipscope.core.physics.resonance;

import org.dipscope.core.physics.amplitude.StandardModel;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * A neutral scalar.
 *
 * @param couplings its Yukawa couplings
 * @param massGeV M
 * @param widthGeV total width Γ, free of the couplings; see {@link #withPhysicalWidth}
 * @param scheme how the width enters the propagator
 */
public record Resonance(Couplings couplings, double massGeV, double widthGeV, WidthScheme scheme) {

  /** Γ/M above which leading-order resonance formulas lose their meaning. */
  public static final double PERTURBATIVE_LIMIT = 0.3;

  private static final double LARGEST_GEV = 1e6;
  private static final double LARGEST_WIDTH_GEV = 1e40;

  /** Checks that mass and width are positive. */
  public Resonance {
    if (!(massGeV > 0 && massGeV <= LARGEST_GEV)) {
      throw new ProblemException(
          Problem.badInput(
              "The mass of the resonance is " + massGeV + " GeV.",
              "Give a mass above 0 and up to 1e6 GeV."));
    }
    if (!(widthGeV > 0 && widthGeV <= LARGEST_WIDTH_GEV)) {
      throw new ProblemException(
          Problem.badInput(
              "The width of the resonance is " + widthGeV + " GeV.",
              "Give a positive width, for example the physical one of its couplings."));
    }
  }

  /**
   * A resonance whose width is the sum of its partial widths.
   *
   * @throws ProblemException if every partial width vanishes
   */
  public static Resonance withPhysicalWidth(
      StandardModel model, Couplings couplings, double massGeV, WidthScheme scheme) {
    double width = PartialWidths.of(model, couplings, massGeV).total();
    return new Resonance(couplings, massGeV, width, scheme);
  }

  /** Γ/M. */
  public double relativeWidth() {
    return widthGeV / massGeV;
  }

  /** The partial widths of the couplings at the mass. */
  public PartialWidths partialWidths(StandardModel model) {
    return PartialWidths.of(model, couplings, massGeV);
  }

  /** Whether the total width is smaller than the sum of the partial ones: no such state exists. */
  public boolean isUnphysical(StandardModel model) {
    return widthGeV < partialWidths(model).total() * (1 - 1e-9);
  }

  /** Whether Γ/M exceeds {@link #PERTURBATIVE_LIMIT}. */
  public boolean isNonPerturbative() {
    return relativeWidth() > PERTURBATIVE_LIMIT;
  }
}
