package org.dipscope.core.figure;

import org.dipscope.core.histogram.Values;
import org.jspecify.annotations.Nullable;

/**
 * Points with optional asymmetric error bars. Bars have no caps; lengths are not negative, NaN
 * draws none.
 *
 * @param label legend text
 * @param x positions
 * @param y positions
 * @param xErrorLow bar lengths to the left, or empty
 * @param xErrorHigh bar lengths to the right, or empty
 * @param yErrorLow bar lengths downwards, or empty
 * @param yErrorHigh bar lengths upwards, or empty
 * @param shape the symbol; a disc if absent
 * @param sizePt the symbol's diameter in points; 4.5 if absent or 0
 * @param colour symbol and bars
 */
public record Points(
    String label,
    Values x,
    Values y,
    Values xErrorLow,
    Values xErrorHigh,
    Values yErrorLow,
    Values yErrorHigh,
    Shape shape,
    double sizePt,
    Colour colour)
    implements Mark {
  private static final double DEFAULT_SIZE_PT = 4.5;

  /**
   * Checks the lengths and fills in defaults.
   *
   * @throws IllegalArgumentException if x or y is missing or lengths disagree
   */
  public Points(
      @Nullable String label,
      @Nullable Values x,
      @Nullable Values y,
      @Nullable Values xErrorLow,
      @Nullable Values xErrorHigh,
      @Nullable Values yErrorLow,
      @Nullable Values yErrorHigh,
      @Nullable Shape shape,
      double sizePt,
      @Nullable Colour colour) {
    this.label = Require.textOrEmpty(label);
    this.x = Require.present(x, "x");
    this.y = Require.present(y, "y");
    this.xErrorLow = Require.valuesOrEmpty(xErrorLow);
    this.xErrorHigh = Require.valuesOrEmpty(xErrorHigh);
    this.yErrorLow = Require.valuesOrEmpty(yErrorLow);
    this.yErrorHigh = Require.valuesOrEmpty(yErrorHigh);
    this.shape = shape == null ? Shape.DISC : shape;
    this.sizePt = Require.positiveOr(sizePt, DEFAULT_SIZE_PT, "sizePt");
    this.colour = colour == null ? Colour.FOREGROUND : colour;
    Require.sameLength(this.x, "x", this.y, "y");
    Require.emptyOrSameLength(this.x, "x", this.xErrorLow, "xErrorLow");
    Require.emptyOrSameLength(this.x, "x", this.xErrorHigh, "xErrorHigh");
    Require.emptyOrSameLength(this.x, "x", this.yErrorLow, "yErrorLow");
    Require.emptyOrSameLength(this.x, "x", this.yErrorHigh, "yErrorHigh");
  }

  /** Returns symbols without error bars, for example to mark a best fit. */
  public static Points symbols(
      String label, Values x, Values y, Shape shape, double sizePt, Colour colour) {
    return new Points(label, x, y, null, null, null, null, shape, sizePt, colour);
  }

  /** Returns data points in the foreground colour with vertical error bars. */
  public static Points data(String label, Values x, Values y, Values yErrorLow, Values yErrorHigh) {
    return new Points(label, x, y, null, null, yErrorLow, yErrorHigh, null, 0, null);
  }
}
