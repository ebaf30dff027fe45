package org.dipscope.core.figure;

import org.jspecify.annotations.Nullable;

/**
 * A straight line across the panel at one value, with its text beside it.
 *
 * @param direction horizontal (constant y) or vertical (constant x)
 * @param value the position on the other axis
 * @param text written along the line inside the panel, in rich text; empty for none
 * @param label legend text
 * @param stroke how it is drawn; a thin muted line if absent
 */
public record ReferenceLine(
    Direction direction, double value, String text, String label, Stroke stroke) implements Mark {
  private static final Stroke THIN = new Stroke(Colour.MUTED, 0.8, Dash.SOLID);

  /**
   * Fills in defaults.
   *
   * @throws IllegalArgumentException if the direction is missing
   */
  public ReferenceLine(
      @Nullable Direction direction,
      double value,
      @Nullable String text,
      @Nullable String label,
      @Nullable Stroke stroke) {
    this.direction = Require.present(direction, "direction");
    this.value = value;
    this.text = Require.textOrEmpty(text);
    this.label = Require.textOrEmpty(label);
    this.stroke = stroke == null ? THIN : stroke;
  }

  /** Returns a thin horizontal line at y. */
  public static ReferenceLine horizontal(double y, String text) {
    return new ReferenceLine(Direction.HORIZONTAL, y, text, "", THIN);
  }

  /** Returns a thin vertical line at x. */
  public static ReferenceLine vertical(double x, String text) {
    return new ReferenceLine(Direction.VERTICAL, x, text, "", THIN);
  }

  /** The direction of a reference line. */
  public enum Direction {
    /** Constant y. */
    HORIZONTAL,
    /** Constant x. */
    VERTICAL
  }
}
