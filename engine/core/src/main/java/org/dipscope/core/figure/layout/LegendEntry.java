package org.dipscope.core.figure.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dipscope.core.figure.Band;
import org.dipscope.core.figure.Fill;
import org.dipscope.core.figure.Mark;
import org.dipscope.core.figure.Panel;
import org.dipscope.core.figure.Stack;
import org.dipscope.core.histogram.Values;

/**
 * One line of a legend: marks with the same label share it.
 *
 * @param label the text
 * @param samples what is drawn beside it, on top of each other
 */
record LegendEntry(String label, List<Mark> samples) {

  /** Returns the entries of a panel in the order its legend asks for. */
  static List<LegendEntry> of(Panel panel) {
    Map<String, List<Mark>> byLabel = new LinkedHashMap<>();
    panel.legend().order().forEach(label -> byLabel.put(label, new ArrayList<>()));
    for (Mark mark : panel.marks()) {
      if (mark instanceof Stack stack) {
        for (Stack.Layer layer : stack.layers()) {
          add(byLabel, layer.label(), sample(layer));
        }
      } else {
        add(byLabel, mark.label(), mark);
      }
    }
    return byLabel.entrySet().stream()
        .filter(entry -> !entry.getKey().isEmpty() && !entry.getValue().isEmpty())
        .map(entry -> new LegendEntry(entry.getKey(), List.copyOf(entry.getValue())))
        .toList();
  }

  private static void add(Map<String, List<Mark>> byLabel, String label, Mark mark) {
    byLabel.computeIfAbsent(label, key -> new ArrayList<>()).add(mark);
  }

  private static Mark sample(Stack.Layer layer) {
    Values none = Values.EMPTY;
    return new Band(layer.label(), none, none, none, Fill.SOLID, layer.colour());
  }
}
