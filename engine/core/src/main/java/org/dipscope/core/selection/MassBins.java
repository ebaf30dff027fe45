package org.dipscope.core.selection;

import java.util.List;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.ResolutionBinning;

/**
 * Bins of the mass of several objects: e_{k+1} = e_k + width(e_k) with width(m) = factor · √Σ
 * σ_i²(p_T = m/2) over the objects (JHEP 02 (2025) 122, §2.2.2, where the factor is ½). A resonance
 * that is narrower than the resolution spans 1/factor bins.
 *
 * @param startGeV the first edge, in GeV
 * @param endGeV reached by the last edge, in GeV
 * @param factor bin width in units of the resolution
 * @param electron σ(p_T) of electrons
 * @param muon of muons
 * @param photon of photons
 * @param zBoson of Z candidates
 * @param jet of all jets, whatever their mass
 * @param missing of E_T^miss
 */
public record MassBins(
    double startGeV,
    double endGeV,
    double factor,
    Resolution electron,
    Resolution muon,
    Resolution photon,
    Resolution zBoson,
    Resolution jet,
    Resolution missing) {

  /**
   * @throws org.dipscope.core.problem.ProblemException if the range is empty or the factor is not
   *     positive
   */
  public MassBins {
    Check.positive("The first edge of the mass", startGeV, "GeV");
    Check.positive("The bin width in units of the resolution", factor, "");
    Check.positive("The last edge of the mass", endGeV - startGeV, "GeV above the first");
  }

  /** The resolution of a species. */
  public Resolution of(Species species) {
    return switch (species) {
      case ELECTRON -> electron;
      case MUON -> muon;
      case PHOTON -> photon;
      case Z_BOSON -> zBoson;
      case MISSING -> missing;
      case VECTOR_BOSON, TOP, HEAVY_JET, LIGHT_JET -> jet;
    };
  }

  /**
   * The bins for the mass of these objects.
   *
   * @throws org.dipscope.core.problem.ProblemException if there would be more than 100,000
   */
  public Binning of(List<Species> objects) {
    double constant = 0;
    double stochastic = 0;
    double noise = 0;
    for (Species species : objects) {
      Resolution resolution = of(species);
      constant += resolution.constant() * resolution.constant();
      stochastic += resolution.stochastic() * resolution.stochastic();
      noise += resolution.noise() * resolution.noise();
    }
    // σ_i(m/2)² = (a m/2)² + b² m/2 + c²
    return new ResolutionBinning(
            0.5 * Math.sqrt(constant), Math.sqrt(0.5 * stochastic), Math.sqrt(noise), factor)
        .between(startGeV, endGeV);
  }
}
