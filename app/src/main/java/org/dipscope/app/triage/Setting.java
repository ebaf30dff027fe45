package org.dipscope.app.triage;

import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * One editable cut.
 *
 * @param group under which it stands
 * @param label what it is
 * @param unit behind the field, may be empty
 * @param place in the JSON of the settings
 * @param kind what its value is
 */
record Setting(String group, String label, String unit, String place, Kind kind) {

  /** What a value is. */
  enum Kind {
    NUMBER,
    WHOLE,
    NUMBERS,
    SWITCH
  }

  /** The group of σ/p_T, one row per species with three terms. */
  static final String RESOLUTION = "Resolution: σ/pT = a ⊕ b/√pT ⊕ c/pT";

  /** All cuts in the order in which they act. */
  static final List<Setting> ALL = all();

  private static List<Setting> all() {
    List<Setting> all = new ArrayList<>();
    add(all, "Electrons", "electron");
    add(all, "Muons", "muon");
    add(all, "Photons", "photon");
    add(all, "Jets", "jet");
    all.addAll(
        List.of(
            number("Z candidates", "mass", "GeV", "z.massGeV"),
            number("Z candidates", "window ±", "GeV", "z.windowGeV"),
            number("Jets by mass", "W/Z from", "GeV", "jetMasses.vectorBosonGeV"),
            number("Jets by mass", "top from", "GeV", "jetMasses.topGeV"),
            number("Jets by mass", "heavy from", "GeV", "jetMasses.heavyGeV"),
            onOff("Events", "use their weights", "weights"),
            number("Events", "HT above", "GeV", "event.htGeV"),
            number("Events", "MET above", "GeV", "event.missingGeV"),
            number("Events", "MET/HT above", "", "event.missingOverHt"),
            whole("Events", "jets, at least", "event.jets"),
            number("Events", "… with pT above", "GeV", "event.jetPtGeV"),
            number("Events", "leading jet above", "GeV", "event.leadingJetPtGeV"),
            whole("Events", "leptons, at least", "event.leptons"),
            number("Explore and confirm", "share to explore", "", "split.exploreShare"),
            whole("Explore and confirm", "seed of the division", "split.seed"),
            onOff("Categories", "by charge (OS/SS)", "categories.byCharge"),
            onOff("Categories", "by light jets", "categories.byLightJets"),
            numbers("Categories", "MET edges", "categories.missingEdgesGeV"),
            numbers("Categories", "leading-pT edges", "categories.leadingPtEdgesGeV"),
            whole("Categories", "events, at least", "categories.fewestEvents"),
            whole("Combinations", "objects, at least", "combinations.fewest"),
            whole("Combinations", "objects, at most", "combinations.most"),
            whole("Combinations", "leading light jets", "combinations.leadingLightJets"),
            onOff("Combinations", "with MET", "combinations.missing"),
            whole("Combinations", "objects of an event", "combinations.mostObjects"),
            number("Bins", "from", "GeV", "bins.startGeV"),
            number("Bins", "to", "GeV", "bins.endGeV"),
            number("Bins", "width in σ", "", "bins.factor")));
    resolution(all, "e", "electron");
    resolution(all, "μ", "muon");
    resolution(all, "γ", "photon");
    resolution(all, "Z", "zBoson");
    resolution(all, "jets", "jet");
    resolution(all, "MET", "missing");
    all.addAll(
        List.of(
            onOff("Histograms", "start at the peak", "keep.fromPeak"),
            onOff("Histograms", "end at first gap", "keep.untilFirstEmpty"),
            whole("Histograms", "entries, at least", "keep.fewestEntries"),
            whole("Histograms", "bins, at least", "keep.fewestBins"),
            onOff("Candidates", "dips, too", "rule.dips"),
            number("Candidates", "flagged from |z|", "", "rule.flagZ"),
            number("Candidates", "first bins left out", "", "rule.ignoredShare"),
            whole("Candidates", "mark below entries", "rule.fewestEntries"),
            whole("Candidates", "mark below bins", "rule.fewestBins"),
            number("Candidates", "… entries per bin", "", "rule.fewestPerBin")));
    return List.copyOf(all);
  }

  private static void add(List<Setting> all, String group, String object) {
    all.add(number(group, "pT above", "GeV", object + ".ptGeV"));
    all.add(number(group, "|η| below", "", object + ".absEta"));
  }

  private static void resolution(List<Setting> all, String species, String place) {
    for (String term : List.of("constant", "stochastic", "noise")) {
      all.add(number(RESOLUTION, species, "", "bins." + place + "." + term));
    }
  }

  private static Setting number(String group, String label, String unit, String place) {
    return new Setting(group, label, unit, place, Kind.NUMBER);
  }

  private static Setting whole(String group, String label, String place) {
    return new Setting(group, label, "", place, Kind.WHOLE);
  }

  private static Setting numbers(String group, String label, String place) {
    return new Setting(group, label, "GeV", place, Kind.NUMBERS);
  }

  private static Setting onOff(String group, String label, String place) {
    return new Setting(group, label, "", place, Kind.SWITCH);
  }

  /**
   * What is typed as JSON; a comma is a decimal point, but separates the numbers of a list.
   *
   * @throws ProblemException if it is not of this kind
   */
  String json(String typed) {
    String text = typed.strip();
    try {
      return switch (kind) {
        case NUMBER -> Double.toString(finite(text.replace(',', '.')));
        case WHOLE -> Integer.toString(Integer.parseInt(text));
        case SWITCH -> Boolean.toString(Boolean.parseBoolean(text));
        case NUMBERS -> list(text);
      };
    } catch (NumberFormatException notOne) {
      throw new ProblemException(
          Problem.usage(
              label + " is \"" + text + "\".",
              switch (kind) {
                case WHOLE -> "Give a whole number.";
                case NUMBERS -> "Give edges in GeV with blanks between, or nothing.";
                default -> "Give a number.";
              }),
          notOne);
    }
  }

  private static double finite(String text) {
    double number = Double.parseDouble(text);
    if (!Double.isFinite(number)) {
      throw new NumberFormatException(text);
    }
    return number;
  }

  private static String list(String text) {
    List<String> numbers = new ArrayList<>();
    for (String part : text.split("[\\s,;]+", -1)) {
      if (!part.isEmpty()) {
        numbers.add(Double.toString(finite(part)));
      }
    }
    return "[" + String.join(",", numbers) + "]";
  }

  /** A value that is JSON, as it is shown: no trailing zero, no brackets. */
  String shown(String json) {
    List<String> numbers = new ArrayList<>();
    for (String number : json.replace("[", "").replace("]", "").split(",", -1)) {
      numbers.add(number.endsWith(".0") ? number.substring(0, number.length() - 2) : number);
    }
    return String.join(" ", numbers);
  }
}
