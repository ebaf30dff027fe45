package org.dipscope.core.figure.canvas;

/**
 * A sink that replaces curves by straight lines no further from them than a tolerance, and closes
 * pieces explicitly.
 */
public final class Flattening implements Path.Sink {
  private static final int MOST_PIECES = 256;

  private final LineSink lines;
  private final double tolerance;
  private double startX;
  private double startY;
  private double x;
  private double y;

  /** Receives the straight lines. */
  public interface LineSink {
    /** Starts a piece. */
    void moveTo(double x, double y);

    /** A straight line to a point. */
    void lineTo(double x, double y);

    /** The piece is closed; its last point equals its first. */
    void close();
  }

  /** Sends lines to a sink, at most {@code tolerance} away from the curve. */
  public Flattening(LineSink lines, double tolerance) {
    this.lines = lines;
    this.tolerance = tolerance;
  }

  @Override
  public void moveTo(double newX, double newY) {
    lines.moveTo(newX, newY);
    startX = newX;
    startY = newY;
    x = newX;
    y = newY;
  }

  @Override
  public void lineTo(double newX, double newY) {
    lines.lineTo(newX, newY);
    x = newX;
    y = newY;
  }

  /** The second difference d of n equal pieces leaves an error of |d|/(4 n²). */
  @Override
  public void quadTo(double cx, double cy, double newX, double newY) {
    double bend = Math.hypot(x - 2 * cx + newX, y - 2 * cy + newY);
    int pieces = pieces(bend / 4);
    double fromX = x;
    double fromY = y;
    for (int i = 1; i <= pieces; i++) {
      double t = (double) i / pieces;
      double s = 1 - t;
      lineTo(
          s * s * fromX + 2 * s * t * cx + t * t * newX,
          s * s * fromY + 2 * s * t * cy + t * t * newY);
    }
  }

  @Override
  public void cubicTo(double ax, double ay, double bx, double by, double newX, double newY) {
    double bend =
        Math.max(
            Math.hypot(x - 2 * ax + bx, y - 2 * ay + by),
            Math.hypot(ax - 2 * bx + newX, ay - 2 * by + newY));
    int pieces = pieces(0.75 * bend);
    double fromX = x;
    double fromY = y;
    for (int i = 1; i <= pieces; i++) {
      double t = (double) i / pieces;
      double s = 1 - t;
      double p = s * s * s;
      double q = 3 * s * s * t;
      double r = 3 * s * t * t;
      double u = t * t * t;
      lineTo(p * fromX + q * ax + r * bx + u * newX, p * fromY + q * ay + r * by + u * newY);
    }
  }

  @Override
  public void close() {
    if (x != startX || y != startY) {
      lineTo(startX, startY);
    }
    lines.close();
  }

  private int pieces(double errorOfOne) {
    return Math.clamp((int) Math.ceil(Math.sqrt(errorOfOne / tolerance)), 1, MOST_PIECES);
  }
}
