package org.dipscope.core.selection;

import org.dipscope.core.histogram.Values;

/**
 * All cuts on the way from events to histograms, in the order in which they act.
 *
 * @param electron cuts on electrons
 * @param muon cuts on muons
 * @param photon cuts on photons
 * @param jet cuts on jets, with a b tag or without
 * @param z how leptons pair
 * @param jetMasses what jets are taken for
 * @param event cuts on events
 * @param split which part of the events is used
 * @param categories how events are divided
 * @param combinations which objects are combined
 * @param bins bins of the mass
 * @param keep which histograms are kept
 * @param weights whether events count with their weights, of which the table must have a column;
 *     categories are counted in events all the same
 */
public record SelectionSettings(
    ObjectCuts electron,
    ObjectCuts muon,
    ObjectCuts photon,
    ObjectCuts jet,
    ZPairing z,
    JetMasses jetMasses,
    EventCuts event,
    Split split,
    CategoryRule categories,
    CombinationRule combinations,
    MassBins bins,
    Requirements keep,
    boolean weights) {

  /**
   * The cuts of Shkuri's thesis, the bins and requirements of JHEP 02 (2025) 122 §2.2.2. The
   * resolutions, which neither prints, are σ/p_T = 4 % for e, μ, γ and Z, 10 % for jets and 20 %
   * for E_T^miss; the first edge is 10 GeV.
   */
  public static final SelectionSettings STANDARD =
      new SelectionSettings(
          new ObjectCuts(15, 2.5),
          new ObjectCuts(15, 2.7),
          new ObjectCuts(20, 2.37),
          new ObjectCuts(20, 2.8),
          new ZPairing(91.18, 15),
          new JetMasses(60, 110, 200),
          EventCuts.NONE,
          new Split(0.25, 1, Split.Part.ALL),
          new CategoryRule(true, false, Values.EMPTY, Values.EMPTY, 100),
          new CombinationRule(2, 12, 4, false, 12),
          new MassBins(
              10,
              13_000,
              0.5,
              Resolution.constant(0.04),
              Resolution.constant(0.04),
              Resolution.constant(0.04),
              Resolution.constant(0.04),
              Resolution.constant(0.10),
              Resolution.constant(0.20)),
          new Requirements(true, false, 100, 31),
          false);

  /** The same cuts on another part of the events. */
  public SelectionSettings with(Split.Part part) {
    return new SelectionSettings(
        electron,
        muon,
        photon,
        jet,
        z,
        jetMasses,
        event,
        split.with(part),
        categories,
        combinations,
        bins,
        keep,
        weights);
  }

  /** The same cuts on events with their weights, or with weight 1. */
  public SelectionSettings withWeights(boolean use) {
    return new SelectionSettings(
        electron,
        muon,
        photon,
        jet,
        z,
        jetMasses,
        event,
        split,
        categories,
        combinations,
        bins,
        keep,
        use);
  }
}
