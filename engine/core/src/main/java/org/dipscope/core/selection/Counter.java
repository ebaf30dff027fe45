package org.dipscope.core.selection;

import java.util.EnumMap;
import java.util.Map;

/** Counts stages; one per worker. */
final class Counter {
  private final Map<Stage, long[]> counts = new EnumMap<>(Stage.class);

  void add(Stage stage, long count) {
    counts.computeIfAbsent(stage, key -> new long[1])[0] += count;
  }

  void add(Counter other) {
    other.counts.forEach((stage, count) -> add(stage, count[0]));
  }

  CutFlow toCutFlow() {
    Map<Stage, Long> all = new EnumMap<>(Stage.class);
    counts.forEach((stage, count) -> all.put(stage, count[0]));
    return new CutFlow(all);
  }
}
