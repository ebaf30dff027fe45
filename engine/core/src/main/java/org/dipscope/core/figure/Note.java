package org.dipscope.core.figure;

import org.jspecify.annotations.Nullable;

/**
 * Text inside a panel, in rich text; line breaks start new lines.
 *
 * @param text the text
 * @param x horizontal position
 * @param y vertical position
 * @param placement whether x and y are data values or fractions of the panel from its lower left
 *     corner
 * @param align which side of the text x refers to; y is the middle of the text block
 * @param relativeSize size relative to the figure's text; 1 if absent or 0
 * @param colour its colour
 */
public record Note(
    String text,
    double x,
    double y,
    Placement placement,
    Align align,
    double relativeSize,
    Colour colour)
    implements Mark {
  /**
   * Fills in defaults.
   *
   * @throws IllegalArgumentException if the relative size is negative, NaN or infinite
   */
  public Note(
      @Nullable String text,
      double x,
      double y,
      @Nullable Placement placement,
      @Nullable Align align,
      double relativeSize,
      @Nullable Colour colour) {
    this.text = Require.textOrEmpty(text);
    this.x = x;
    this.y = y;
    this.placement = placement == null ? Placement.PANEL : placement;
    this.align = align == null ? Align.LEFT : align;
    this.relativeSize = Require.positiveOr(relativeSize, 1, "relativeSize");
    this.colour = colour == null ? Colour.FOREGROUND : colour;
  }

  /** Returns a note at a fraction of the panel, aligned to its left. */
  public static Note inPanel(double x, double y, String text) {
    return new Note(text, x, y, Placement.PANEL, Align.LEFT, 1, Colour.FOREGROUND);
  }

  /** Returns the empty text: a note is not in the legend. */
  @Override
  public String label() {
    return "";
  }

  /** What a note's position refers to. */
  public enum Placement {
    /** Fractions of the panel, (0, 0) at its lower left corner. */
    PANEL,
    /** Values on the axes. */
    DATA
  }

  /** Which side of the text its position refers to. */
  public enum Align {
    /** The left end. */
    LEFT,
    /** The middle. */
    CENTRE,
    /** The right end. */
    RIGHT
  }
}
