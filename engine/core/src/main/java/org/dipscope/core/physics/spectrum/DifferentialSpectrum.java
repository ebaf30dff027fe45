package org.dipscope.core.physics.spectrum;

import java.util.List;
import org.dipscope.core.physics.amplitude.CpParity;
import org.dipscope.core.physics.amplitude.StandardModel;
import org.dipscope.core.physics.parton.Luminosity;
import org.dipscope.core.physics.resonance.PartonicCrossSections;
import org.dipscope.core.physics.resonance.Resonance;

/**
 * dσ/dM = (2M/S) [L_gg σ̂_gg + L_qq̄ σ̂_qq̄] of top pairs at leading order, without detector. The
 * partonic cross-sections take the α_s(μ) of the parton distributions; the widths keep that of the
 * {@link StandardModel}.
 */
public final class DifferentialSpectrum {
  private final PartonicCrossSections sections;
  private final PartonFlux flux;

  /** The spectrum with these resonances; none at all is allowed. */
  public DifferentialSpectrum(
      StandardModel model, ProtonCollisions collisions, List<Resonance> resonances) {
    this.sections = new PartonicCrossSections(model, resonances);
    this.flux = new PartonFlux(model, collisions);
  }

  /**
   * The differential cross-section at one mass; 0 below 2m_t and above √S.
   *
   * @throws org.dipscope.core.problem.ProblemException if the mass is not a number between 0 and
   *     1e9 GeV
   */
  public SpectrumPoint at(double massGeV) {
    Luminosity parton = flux.at(massGeV);
    double gg = 2 * massGeV * parton.gg();
    double qqbar = 2 * massGeV * parton.qqbar();
    return new SpectrumPoint(
        massGeV,
        gg * sections.born().gg(massGeV),
        qqbar * sections.born().qqbar(massGeV),
        gg * sections.signal(massGeV),
        gg * sections.interference(massGeV));
  }

  /** The dip floor (2M/S) L_gg B₀ in pb/GeV: signal + interference ≥ −floor. */
  public double floor(double massGeV, CpParity parity) {
    return 2 * massGeV * flux.at(massGeV).gg() * sections.floor(massGeV, parity);
  }
}
