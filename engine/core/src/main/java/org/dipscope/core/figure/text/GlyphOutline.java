package org.dipscope.core.figure.text;

import java.util.List;

/**
 * The shape of one glyph in font units, y upwards.
 *
 * @param contours closed contours
 * @param left the smallest x
 * @param bottom the smallest y
 * @param right the largest x
 * @param top the largest y
 */
public record GlyphOutline(List<Contour> contours, int left, int bottom, int right, int top) {
  static final GlyphOutline EMPTY = new GlyphOutline(List.of(), 0, 0, 0, 0);

  /**
   * A closed chain of points; between two points off the curve lies an implied point on it.
   *
   * @param x positions
   * @param y positions
   * @param onCurve whether each point lies on the curve, else it controls a quadratic curve
   */
  public record Contour(double[] x, double[] y, boolean[] onCurve) {}
}
