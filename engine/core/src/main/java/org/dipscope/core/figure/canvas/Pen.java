package org.dipscope.core.figure.canvas;

/**
 * How a line is stroked.
 *
 * @param argb its colour
 * @param width its width in points, positive
 * @param dash on and off lengths in points, empty for solid
 * @param round round joins and caps, else mitred joins and flat caps
 */
public record Pen(int argb, double width, double[] dash, boolean round) {
  private static final double[] SOLID = {};

  /** Returns a solid pen with mitred joins and flat caps. */
  public static Pen solid(int argb, double width) {
    return new Pen(argb, width, SOLID, false);
  }
}
