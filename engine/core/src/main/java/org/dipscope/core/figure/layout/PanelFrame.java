package org.dipscope.core.figure.layout;

import org.dipscope.core.figure.Colour;
import org.dipscope.core.figure.HeatMap;
import org.dipscope.core.figure.Panel;
import org.dipscope.core.figure.Theme;
import org.dipscope.core.figure.canvas.Box;

/**
 * A panel at its place: the map from values to points on the canvas.
 *
 * @param panel what it shows
 * @param box its frame in points
 * @param x the horizontal scale
 * @param y the vertical scale
 * @param em the text size in points
 * @param theme the palette
 */
public record PanelFrame(Panel panel, Box box, AxisScale x, AxisScale y, double em, Theme theme) {
  /** How far outside the frame clipped shapes still reach, in points. */
  private static final double MARGIN_PT = 12;

  /** Returns the horizontal place of a value in points; NaN for NaN. */
  public double xPt(double value) {
    return box.left() + x.position(value) * box.width();
  }

  /** Returns the vertical place of a value in points; NaN for NaN. */
  public double yPt(double value) {
    return box.bottom() - y.position(value) * box.height();
  }

  /** Returns the value at a horizontal place. */
  public double xValue(double xPt) {
    return x.value((xPt - box.left()) / box.width());
  }

  /** Returns the value at a vertical place. */
  public double yValue(double yPt) {
    return y.value((box.bottom() - yPt) / box.height());
  }

  /** Like {@link #xPt}, but no further outside than what a clipped shape needs. */
  double nearX(double value) {
    return Math.clamp(xPt(value), box.left() - MARGIN_PT, box.right() + MARGIN_PT);
  }

  /** Like {@link #yPt}, but no further outside than what a clipped shape needs. */
  double nearY(double value) {
    return Math.clamp(yPt(value), box.top() - MARGIN_PT, box.bottom() + MARGIN_PT);
  }

  /** The frame and its surroundings in which lines are kept. */
  Box surroundings() {
    return box.grow(MARGIN_PT);
  }

  /** Where areas stand: zero, or the lower end of the axis if zero is not on it. */
  double baseline() {
    return nearY(0);
  }

  int argb(Colour colour) {
    return theme.argb(colour);
  }

  int argb(Colour colour, double opacity) {
    int argb = theme.argb(colour);
    int alpha = (int) Math.round((argb >>> 24) * opacity);
    return (alpha << 24) | (argb & 0xffffff);
  }

  /** Lines over a coloured surface need an outline to be seen everywhere. */
  boolean coloured() {
    return panel.marks().stream().anyMatch(HeatMap.class::isInstance);
  }
}
