package org.dipscope.app.data;

import java.util.ArrayList;
import java.util.List;
import org.dipscope.app.data.Item.HistogramItem;
import org.dipscope.core.analysis.HistogramFigure;
import org.dipscope.core.analysis.HistogramFigure.Curve;
import org.dipscope.core.analysis.HistogramFigure.Look;
import org.dipscope.core.histogram.Histogram;

/** How selected histograms are shown: laid over each other, or as a map. */
final class HistogramPreview {
  private static final int MOST_CURVES = 10;
  private static final int MOST_LINES = 4;

  private HistogramPreview() {}

  /**
   * The preview of these items.
   *
   * @param first the histogram that decides what kind it is
   */
  static Preview of(List<Item> items, HistogramItem first, Look look) {
    if (first.histogram().axes().size() == 2) {
      return map(first, items.size(), look);
    }
    if (!first.isSimple()) {
      return new Preview.Words(
          "A histogram with %d axes cannot be drawn; export it, or project it on two axes."
              .formatted(first.histogram().axes().size()));
    }
    return overlay(drawn(items, first), items.size(), look);
  }

  /** Those of the selected histograms that can be laid over the first. */
  private static List<HistogramItem> drawn(List<Item> items, HistogramItem first) {
    List<HistogramItem> drawn = new ArrayList<>();
    for (Item item : items) {
      if (item instanceof HistogramItem histogram
          && drawn.size() < MOST_CURVES
          && HistogramFigure.areCompatible(first.histogram(), histogram.histogram())) {
        drawn.add(histogram);
      }
    }
    return drawn;
  }

  private static Preview overlay(List<HistogramItem> drawn, int selected, Look look) {
    List<Curve> curves = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (HistogramItem item : drawn) {
      curves.add(new Curve(item.histogram(), label(item, drawn), curves.size() + 1));
      if (lines.size() < MOST_LINES) {
        String name = drawn.size() > 1 ? item.name() + ":   " : "";
        lines.add(name + Numbers.statistics(item.histogram()));
      }
    }
    if (drawn.size() < selected) {
      lines.add(
          "%d of the selected items are not drawn: an overlay takes up to %d histograms with one axis of the same unit."
              .formatted(selected - drawn.size(), MOST_CURVES));
    }
    return new Preview.Drawing(
        HistogramFigure.overlay(curves, look),
        drawn.stream().map(HistogramItem::histogram).toList(),
        lines);
  }

  /** The name, with its file if another selected histogram has the same. */
  private static String label(HistogramItem item, List<HistogramItem> among) {
    boolean ambiguous =
        among.stream()
            .anyMatch(other -> !other.key().equals(item.key()) && other.name().equals(item.name()));
    if (!ambiguous) {
      return item.name();
    }
    boolean sameFile = among.stream().allMatch(other -> other.file().equals(item.file()));
    return sameFile ? item.histogram().name() : item.file().getFileName() + ": " + item.name();
  }

  private static Preview map(HistogramItem item, int selected, Look look) {
    Histogram map = item.histogram();
    List<String> lines = new ArrayList<>();
    lines.add("sum " + Numbers.of(map.sumOfWeights()));
    if (selected > 1) {
      lines.add("Of several selected histograms, one with two axes is drawn alone.");
    }
    return new Preview.Drawing(HistogramFigure.map(map, look), List.of(map), lines);
  }
}
