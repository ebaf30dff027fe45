package org.dipscope.app.triage;

import java.util.List;

/**
 * One editable cut.
 *
 * @param group under which it stands
 * @param label what it is
 * @param unit behind the field, may be empty
 * @param place in the JSON of the settings
 */
record Setting(String group, String label, String unit, String place) {
  /** All cuts in the order in which they act. */
  static final List<Setting> ALL =
      List.of(
          new Setting("Electrons", "p_T above", "GeV", "electron.ptGeV"),
          new Setting("Electrons", "|η| below", "", "electron.absEta"),
          new Setting("Muons", "p_T above", "GeV", "muon.ptGeV"),
          new Setting("Muons", "|η| below", "", "muon.absEta"),
          new Setting("Photons", "p_T above", "GeV", "photon.ptGeV"),
          new Setting("Photons", "|η| below", "", "photon.absEta"),
          new Setting("Jets", "p_T above", "GeV", "jet.ptGeV"),
          new Setting("Jets", "|η| below", "", "jet.absEta"),
          new Setting("Z candidates", "mass", "GeV", "z.massGeV"),
          new Setting("Z candidates", "window ±", "GeV", "z.windowGeV"),
          new Setting("Jets by mass", "W/Z from", "GeV", "jetMasses.vectorBosonGeV"),
          new Setting("Jets by mass", "top from", "GeV", "jetMasses.topGeV"),
          new Setting("Jets by mass", "heavy from", "GeV", "jetMasses.heavyGeV"),
          new Setting("Events", "H_T above", "GeV", "event.htGeV"),
          new Setting("Events", "E_T^miss above", "GeV", "event.missingGeV"),
          new Setting("Events", "E_T^miss/H_T above", "", "event.missingOverHt"),
          new Setting("Events", "jets, at least", "", "event.jets"),
          new Setting("Events", "… with p_T above", "GeV", "event.jetPtGeV"),
          new Setting("Events", "leading jet above", "GeV", "event.leadingJetPtGeV"),
          new Setting("Events", "leptons, at least", "", "event.leptons"),
          new Setting("Categories", "by charge (OS/SS)", "", "categories.byCharge"),
          new Setting("Categories", "by light jets", "", "categories.byLightJets"),
          new Setting("Categories", "events, at least", "", "categories.fewestEvents"),
          new Setting("Combinations", "objects, at least", "", "combinations.fewest"),
          new Setting("Combinations", "objects, at most", "", "combinations.most"),
          new Setting("Combinations", "leading light jets", "", "combinations.leadingLightJets"),
          new Setting("Combinations", "with E_T^miss", "", "combinations.missing"),
          new Setting("Bins", "from", "GeV", "bins.startGeV"),
          new Setting("Bins", "to", "GeV", "bins.endGeV"),
          new Setting("Bins", "width in σ", "", "bins.factor"),
          new Setting("Bins", "σ/p_T of e", "", "bins.electron.constant"),
          new Setting("Bins", "σ/p_T of μ", "", "bins.muon.constant"),
          new Setting("Bins", "σ/p_T of γ", "", "bins.photon.constant"),
          new Setting("Bins", "σ/p_T of Z", "", "bins.zBoson.constant"),
          new Setting("Bins", "σ/p_T of jets", "", "bins.jet.constant"),
          new Setting("Histograms", "start at the peak", "", "keep.fromPeak"),
          new Setting("Histograms", "end at first gap", "", "keep.untilFirstEmpty"),
          new Setting("Histograms", "entries, at least", "", "keep.fewestEntries"),
          new Setting("Histograms", "bins, at least", "", "keep.fewestBins"));

  /** Whether it is switched on or off. */
  boolean isSwitch() {
    return place.equals("categories.byCharge")
        || place.equals("categories.byLightJets")
        || place.equals("combinations.missing")
        || place.equals("keep.fromPeak")
        || place.equals("keep.untilFirstEmpty");
  }
}
