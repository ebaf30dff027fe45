package org.dipscope.app.inference;

import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.fit.Estimate;
import org.dipscope.core.fit.FitParameter;
import org.dipscope.core.fit.FitPoint;
import org.dipscope.core.fit.FitResult;

/** What a fit found, as tables and in words. */
final class FitTables {
  private static final int MOST_NAMED = 3;

  private FitTables() {}

  /** A row per parameter; remarks stand behind if there are any. */
  static Sheet parameters(FitResult result) {
    boolean hasRemarks =
        result.estimates().stream().anyMatch(estimate -> !remark(result, estimate).isEmpty());
    List<List<Object>> rows = new ArrayList<>();
    for (Estimate estimate : result.estimates()) {
      List<Object> row =
          new ArrayList<>(
              List.of(
                  estimate.name(),
                  estimate.value(),
                  estimate.error(),
                  -estimate.errorLow(),
                  estimate.errorHigh()));
      if (hasRemarks) {
        row.add(remark(result, estimate));
      }
      rows.add(row);
    }
    List<String> columns =
        new ArrayList<>(List.of("parameter", "best fit", "± Hesse", "− profile", "+ profile"));
    if (hasRemarks) {
      columns.add("remark");
    }
    return new Sheet(columns, rows);
  }

  private static String remark(FitResult result, Estimate estimate) {
    FitParameter p = result.problem().parameters().get(result.problem().index(estimate.name()));
    return switch (estimate.bound()) {
      case LOW -> "at its lower bound";
      case HIGH -> "at its upper bound";
      case NONE -> p.fixed() ? "held" : "";
    };
  }

  /** A row per minimum, the lowest first: the parameters without constraint, at most three. */
  static Sheet minima(FitResult result) {
    List<Integer> named = new ArrayList<>();
    for (int k = 0; k < result.problem().size(); k++) {
      FitParameter p = result.problem().parameters().get(k);
      boolean isOfInterest = k == result.problem().poi();
      if (isOfInterest) {
        named.addFirst(k);
      } else if (!p.fixed() && p.prior() == null && named.size() < MOST_NAMED) {
        named.add(k);
      }
    }
    List<String> columns = new ArrayList<>(List.of("minimum", "−2Δ ln L"));
    named.forEach(k -> columns.add(result.problem().parameters().get(k).name()));
    List<List<Object>> rows = new ArrayList<>();
    double best = result.best().twiceNll();
    for (int i = 0; i < result.minima().size(); i++) {
      FitPoint point = result.minima().get(i);
      List<Object> row =
          new ArrayList<>(
              List.of(i == 0 ? "best fit" : "minimum " + (i + 1), point.twiceNll() - best));
      named.forEach(k -> row.add(result.problem().parameters().get(k).external(point.x()[k])));
      rows.add(row);
    }
    return new Sheet(columns, rows);
  }

  /** The value of the likelihood in one line. */
  static String summary(FitOutcome outcome) {
    int minima = outcome.result().minima().size();
    return "−2 ln L = %s above the saturated model, %s in all; %s"
        .formatted(
            Digits.of(outcome.result().best().twiceNll(), 7),
            Digits.of(outcome.absoluteTwiceNll(), 8),
            minima == 1 ? "one minimum" : minima + " minima");
  }

  /** What to know before trusting the result, a line each. */
  static String warnings(FitOutcome outcome) {
    List<String> all = new ArrayList<>(outcome.model().model().warnings());
    all.addAll(outcome.result().warnings());
    return String.join("\n", all);
  }
}
