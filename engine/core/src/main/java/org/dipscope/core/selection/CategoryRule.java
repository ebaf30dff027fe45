package org.dipscope.core.selection;

import org.dipscope.core.histogram.Values;

/**
 * How events are divided into exclusive categories: by the exact numbers of e, μ, γ, Z, W/Z jets,
 * top jets and heavy jets, and by what is switched on here.
 *
 * @param byCharge whether events with exactly two leptons outside Z candidates are divided into
 *     opposite (OS) and same (SS) charge
 * @param byLightJets whether the number of light jets divides, too; the highest numbers stay joined
 *     such that the last category has at least {@code fewestEvents} events
 * @param missingEdgesGeV where E_T^miss divides, in GeV; none for no division
 * @param leadingPtEdgesGeV where the p_T of the leading object divides, in GeV
 * @param fewestEvents categories with fewer events have no histograms: none of them could have as
 *     many entries
 */
public record CategoryRule(
    boolean byCharge,
    boolean byLightJets,
    Values missingEdgesGeV,
    Values leadingPtEdgesGeV,
    int fewestEvents) {

  /**
   * @throws org.dipscope.core.problem.ProblemException if edges do not increase or the number is
   *     not positive
   */
  public CategoryRule {
    Check.increasing("The list of edges of the missing momentum", missingEdgesGeV.toArray());
    Check.increasing("The list of edges of the leading momentum", leadingPtEdgesGeV.toArray());
    Check.between(
        "The smallest number of events of a category", fewestEvents, 1, Integer.MAX_VALUE);
  }
}
