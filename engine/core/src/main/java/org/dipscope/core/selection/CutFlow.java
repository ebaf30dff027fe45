package org.dipscope.core.selection;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How much each stage let pass.
 *
 * @param counts a number per stage; none before anything was counted
 */
public record CutFlow(Map<Stage, Long> counts) {

  /** Copies the counts. */
  public CutFlow {
    Map<Stage, Long> copy = new EnumMap<>(Stage.class);
    copy.putAll(counts);
    counts = Collections.unmodifiableMap(copy);
  }

  /** How many passed a stage. */
  public long at(Stage stage) {
    return counts.getOrDefault(stage, 0L);
  }
}
