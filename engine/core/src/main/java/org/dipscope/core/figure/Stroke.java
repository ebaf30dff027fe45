package org.dipscope.core.figure;

import org.jspecify.annotations.Nullable;

/**
 * How a line is drawn.
 *
 * @param colour its colour; the foreground if absent
 * @param widthPt its width in points; 1.4 if absent or 0
 * @param dash its pattern; solid if absent
 */
public record Stroke(Colour colour, double widthPt, Dash dash) {
  private static final double DEFAULT_WIDTH_PT = 1.4;

  /** A solid foreground line. */
  public static final Stroke DEFAULT = new Stroke(Colour.FOREGROUND, DEFAULT_WIDTH_PT, Dash.SOLID);

  /**
   * Fills in defaults.
   *
   * @throws IllegalArgumentException if the width is negative, NaN or infinite
   */
  public Stroke(@Nullable Colour colour, double widthPt, @Nullable Dash dash) {
    this.colour = colour == null ? Colour.FOREGROUND : colour;
    this.widthPt = Require.positiveOr(widthPt, DEFAULT_WIDTH_PT, "widthPt");
    this.dash = dash == null ? Dash.SOLID : dash;
  }

  /** Returns a solid line of default width. */
  public static Stroke of(Colour colour) {
    return new Stroke(colour, DEFAULT_WIDTH_PT, Dash.SOLID);
  }

  /** Returns this line with another dash pattern. */
  public Stroke withDash(Dash newDash) {
    return new Stroke(colour, widthPt, newDash);
  }

  /** Returns this line with another width in points. */
  public Stroke withWidth(double newWidthPt) {
    return new Stroke(colour, newWidthPt, dash);
  }
}
