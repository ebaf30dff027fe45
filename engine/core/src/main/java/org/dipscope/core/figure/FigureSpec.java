package org.dipscope.core.figure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole figure: columns side by side, each with stacked panels that share an x axis.
 *
 * @param description what the figure shows, for screen readers and file metadata; plain text
 * @param widthPt width in points (1/72 inch); 480 if absent or 0
 * @param heightPt height in points; 400 if absent or 0
 * @param fontSizePt size of axis titles and legend in points; 11 if absent or 0
 * @param theme light or dark; light if absent
 * @param columns the columns from left to right
 */
public record FigureSpec(
    String description,
    double widthPt,
    double heightPt,
    double fontSizePt,
    Theme theme,
    List<Column> columns) {
  /** The largest side of a figure in points (about 7 m). */
  public static final double MAX_SIDE_PT = 20_000;

  private static final double DEFAULT_WIDTH_PT = 480;
  private static final double DEFAULT_HEIGHT_PT = 400;
  private static final double DEFAULT_FONT_SIZE_PT = 11;

  /**
   * Fills in defaults.
   *
   * @throws IllegalArgumentException if a size is negative, not finite or above {@link
   *     #MAX_SIDE_PT}
   */
  public FigureSpec(
      @Nullable String description,
      double widthPt,
      double heightPt,
      double fontSizePt,
      @Nullable Theme theme,
      @Nullable List<Column> columns) {
    this.description = Require.textOrEmpty(description);
    this.widthPt = side(widthPt, DEFAULT_WIDTH_PT, "widthPt");
    this.heightPt = side(heightPt, DEFAULT_HEIGHT_PT, "heightPt");
    this.fontSizePt = side(fontSizePt, DEFAULT_FONT_SIZE_PT, "fontSizePt");
    this.theme = theme == null ? Theme.LIGHT : theme;
    this.columns = Require.list(columns, "columns");
  }

  private static double side(double value, double fallback, String field) {
    double side = Require.positiveOr(value, fallback, field);
    if (side > MAX_SIDE_PT) {
      throw new IllegalArgumentException(
          "\"%s\" is %s points, more than %s".formatted(field, side, MAX_SIDE_PT));
    }
    return side;
  }

  /** Returns a light figure of default size. */
  public static FigureSpec of(String description, Column... columns) {
    return new FigureSpec(description, 0, 0, 0, Theme.LIGHT, List.of(columns));
  }

  /** Returns this figure with another size in points. */
  public FigureSpec withSize(double newWidthPt, double newHeightPt) {
    return new FigureSpec(description, newWidthPt, newHeightPt, fontSizePt, theme, columns);
  }

  /** Returns this figure in another theme. */
  public FigureSpec withTheme(Theme newTheme) {
    return new FigureSpec(description, widthPt, heightPt, fontSizePt, newTheme, columns);
  }

  /** Returns this figure with another text size in points. */
  public FigureSpec withFontSize(double newFontSizePt) {
    return new FigureSpec(description, widthPt, heightPt, newFontSizePt, theme, columns);
  }
}
