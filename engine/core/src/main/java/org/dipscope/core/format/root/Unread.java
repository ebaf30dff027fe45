package org.dipscope.core.format.root;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dipscope.core.problem.Problem;

/** Objects of a file that are nothing to show here, by class, so that none is left out silently. */
final class Unread {
  private static final int NAMED = 20;

  private final Map<String, List<String>> labelsByClass = new LinkedHashMap<>();

  void add(RootKey key) {
    if (!key.className().equals("TProcessID")) { // ROOT's own bookkeeping of references
      labelsByClass.computeIfAbsent(key.className(), name -> new ArrayList<>()).add(key.label());
    }
  }

  /** One statement per class, which names the objects. */
  List<Problem> problems(String file) {
    List<Problem> problems = new ArrayList<>();
    labelsByClass.forEach(
        (className, labels) -> {
          String names = String.join(", ", labels.stream().limit(NAMED).toList());
          String more = labels.size() > NAMED ? " and " + (labels.size() - NAMED) + " more" : "";
          problems.add(
              Problem.badInput(
                  "%s: %s%s of class %s: objects of this class are not read."
                      .formatted(file, names, more, className),
                  "Histograms, profiles, graphs, trees and ntuples are; convert it to one of them"
                      + " if it matters here.",
                  file,
                  0));
        });
    return problems;
  }

  /** Says of a graph why it is no histogram. */
  static Problem points(String file, RootGraph graph) {
    return Problem.badInput(
        "%s: %s \"%s\" has %d points that are no bins touching one another, so it is no histogram."
            .formatted(file, graph.className(), graph.path(), graph.size()),
        "Store it as a histogram, or give its points errors in x that reach from edge to edge.",
        file,
        0);
  }
}
