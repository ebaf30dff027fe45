package org.dipscope.core.figure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One frame with its own y axis; the x axis belongs to the column.
 *
 * @param y the vertical axis
 * @param marks what it shows, the last on top
 * @param weight its share of the column's height; 1 if absent or 0
 * @param titleLeft above the frame on the left, in rich text
 * @param titleRight above the frame on the right, in rich text
 * @param legend where marks are named
 */
public record Panel(
    Axis y, List<Mark> marks, double weight, String titleLeft, String titleRight, Legend legend) {
  /**
   * Fills in defaults.
   *
   * @throws IllegalArgumentException if the weight is negative, NaN or infinite
   */
  public Panel(
      @Nullable Axis y,
      @Nullable List<Mark> marks,
      double weight,
      @Nullable String titleLeft,
      @Nullable String titleRight,
      @Nullable Legend legend) {
    this.y = y == null ? Axis.linear("", "") : y;
    this.marks = Require.list(marks, "marks");
    this.weight = Require.positiveOr(weight, 1, "weight");
    this.titleLeft = Require.textOrEmpty(titleLeft);
    this.titleRight = Require.textOrEmpty(titleRight);
    this.legend = legend == null ? Legend.AUTO : legend;
  }

  /** Returns a panel of weight 1 without titles. */
  public static Panel of(Axis y, Mark... marks) {
    return new Panel(y, List.of(marks), 1, "", "", Legend.AUTO);
  }

  /** Returns this panel with texts above its frame. */
  public Panel withTitles(String left, String right) {
    return new Panel(y, marks, weight, left, right, legend);
  }

  /** Returns this panel with another share of the column's height. */
  public Panel withWeight(double newWeight) {
    return new Panel(y, marks, newWeight, titleLeft, titleRight, legend);
  }

  /** Returns this panel with another legend. */
  public Panel withLegend(Legend newLegend) {
    return new Panel(y, marks, weight, titleLeft, titleRight, newLegend);
  }
}
