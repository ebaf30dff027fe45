package org.dipscope.app.triage;

import org.dipscope.core.selection.SelectionJson;
import org.dipscope.core.selection.SelectionSettings;
import org.dipscope.core.triage.TriageRule;

/**
 * Everything that decides which histograms there are and which of their bins count.
 *
 * @param selection from events to histograms
 * @param rule from histograms to candidates
 */
public record Cuts(SelectionSettings selection, TriageRule rule) {
  /** The published values. */
  static final Cuts STANDARD = new Cuts(SelectionSettings.STANDARD, TriageRule.STANDARD);

  /** The value of a setting as JSON. */
  String get(String place) {
    return RuleCut.at(place)
        .map(cut -> cut.get(rule))
        .orElseGet(() -> SelectionJson.get(selection, place));
  }

  /**
   * The same with one setting changed.
   *
   * @param json its value
   * @throws org.dipscope.core.problem.ProblemException if it cannot have this value
   */
  Cuts with(String place, String json) {
    return RuleCut.at(place)
        .map(cut -> new Cuts(selection, cut.with(rule, json)))
        .orElseGet(() -> new Cuts(SelectionJson.with(selection, place, json), rule));
  }
}
