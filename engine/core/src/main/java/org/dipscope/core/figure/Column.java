package org.dipscope.core.figure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Panels on top of each other that share one x axis.
 *
 * @param x the shared horizontal axis, labelled below the last panel
 * @param panels the panels from top to bottom
 * @param weight its share of the figure's width; 1 if absent or 0
 */
public record Column(Axis x, List<Panel> panels, double weight) {
  /**
   * Fills in defaults.
   *
   * @throws IllegalArgumentException if the weight is negative, NaN or infinite
   */
  public Column(@Nullable Axis x, @Nullable List<Panel> panels, double weight) {
    this.x = x == null ? Axis.linear("", "") : x;
    this.panels = Require.list(panels, "panels");
    this.weight = Require.positiveOr(weight, 1, "weight");
  }

  /** Returns a column of weight 1. */
  public static Column of(Axis x, Panel... panels) {
    return new Column(x, List.of(panels), 1);
  }

  /** Returns this column with another share of the figure's width. */
  public Column withWeight(double newWeight) {
    return new Column(x, panels, newWeight);
  }
}
