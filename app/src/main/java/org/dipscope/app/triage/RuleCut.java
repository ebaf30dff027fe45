package org.dipscope.app.triage;

import java.util.Arrays;
import java.util.Optional;
import org.dipscope.core.triage.TriageRule;

/** The settings of {@link TriageRule} by name. */
enum RuleCut {
  IGNORED("rule.ignoredShare"),
  DIPS("rule.dips"),
  FLAG("rule.flagZ"),
  ENTRIES("rule.fewestEntries"),
  BINS("rule.fewestBins"),
  PER_BIN("rule.fewestPerBin");

  private final String place;

  RuleCut(String place) {
    this.place = place;
  }

  static Optional<RuleCut> at(String place) {
    return Arrays.stream(values()).filter(cut -> cut.place.equals(place)).findFirst();
  }

  String get(TriageRule rule) {
    return switch (this) {
      case IGNORED -> Double.toString(rule.ignoredShare());
      case DIPS -> Boolean.toString(rule.dips());
      case FLAG -> Double.toString(rule.flagZ());
      case ENTRIES -> Integer.toString(rule.fewestEntries());
      case BINS -> Integer.toString(rule.fewestBins());
      case PER_BIN -> Double.toString(rule.fewestPerBin());
    };
  }

  TriageRule with(TriageRule rule, String text) {
    return new TriageRule(
        this == IGNORED ? Double.parseDouble(text) : rule.ignoredShare(),
        this == DIPS ? Boolean.parseBoolean(text) : rule.dips(),
        this == FLAG ? Double.parseDouble(text) : rule.flagZ(),
        this == ENTRIES ? Integer.parseInt(text) : rule.fewestEntries(),
        this == BINS ? Integer.parseInt(text) : rule.fewestBins(),
        this == PER_BIN ? Double.parseDouble(text) : rule.fewestPerBin());
  }
}
