package org.dipscope.core.analysis;

import java.util.Locale;
import org.dipscope.core.physics.amplitude.CpParity;
import org.dipscope.core.physics.amplitude.PureDip;
import org.dipscope.core.physics.amplitude.StandardModel;
import org.dipscope.core.physics.parton.PartonDistribution;
import org.dipscope.core.physics.resonance.PartialWidths;
import org.dipscope.core.physics.resonance.Resonance;
import org.dipscope.core.physics.spectrum.ScaleChoice;
import org.dipscope.core.project.CouplingChoice;
import org.dipscope.core.project.Scalar;
import org.dipscope.core.project.Scenario;

/**
 * What follows from the settings of a scalar by itself, without any data.
 *
 * @param widthGeV Γ
 * @param relativeWidth Γ/M
 * @param partialWidths Γ_i of the couplings, in GeV
 * @param unphysical whether Γ &lt; ΣΓ_i
 * @param nonPerturbative whether Γ/M is beyond what leading-order formulas describe
 * @param pureDipGeV the mass of the scalar at which its interference is a pure dip; NaN for a
 *     CP-mixed state, which has two
 * @param pdfName the parton distributions in use, with member
 * @param alphaS α_s(μ) of the parton distributions, as used in the cross-sections; NaN if μ varies
 *     with the mass of the pair
 * @param scaleLabel μ as set, such as {@code mt}
 */
public record Derived(
    double widthGeV,
    double relativeWidth,
    PartialWidths partialWidths,
    boolean unphysical,
    boolean nonPerturbative,
    double pureDipGeV,
    String pdfName,
    double alphaS,
    String scaleLabel) {

  /**
   * The numbers of a scenario.
   *
   * @throws org.dipscope.core.problem.ProblemException if mass, width or couplings are outside
   *     their domains, or the parton distributions cannot be opened
   */
  public static Derived of(Scenario scenario, SpectrumGrids grids) {
    StandardModel model = scenario.standardModel();
    Scalar scalar = scenario.scalar();
    Resonance resonance = scalar.resonance(model);
    PartonDistribution partons = grids.collisions(scenario).partons();
    ScaleChoice scale = ScaleChoice.parse(scenario.scale());
    double alphaS =
        scale.isConstant()
            ? partons.alphaS(scale.at(scenario.topMassGeV(), scalar.massGeV()))
            : Double.NaN;
    return new Derived(
        resonance.widthGeV(),
        resonance.relativeWidth(),
        resonance.partialWidths(model),
        resonance.isUnphysical(model),
        resonance.isNonPerturbative(),
        pureDip(scalar, model),
        partons.name(),
        alphaS,
        scale.label());
  }

  /** Parton distributions, the origin and value of α_s, and the scale, as rich text. */
  public String theoryNote() {
    String scale = scaleLabel.replace("mtt", "m_{tt̄}").replace("mt", "m_{t}");
    String coupling =
        Double.isFinite(alphaS)
            ? String.format(Locale.ROOT, "α_{s}(μ) = %.4f of the set", alphaS)
            : "α_{s}(μ) of the set";
    return pdfName + ", " + coupling + ", μ = " + scale;
  }

  /** Where the top loop is purely absorptive for the parity of this scalar; NaN if CP-mixed. */
  static double pureDip(Scalar scalar, StandardModel model) {
    return scalar.coupling() instanceof CouplingChoice.Mixed(double even, double odd)
        ? mixedPureDip(even, odd, model)
        : PureDip.massGeV(model, scalar.cp());
  }

  private static double mixedPureDip(double even, double odd, StandardModel model) {
    if (odd == 0 && even != 0) {
      return PureDip.massGeV(model, CpParity.EVEN);
    }
    return even == 0 && odd != 0 ? PureDip.massGeV(model, CpParity.ODD) : Double.NaN;
  }
}
