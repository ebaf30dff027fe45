package org.dipscope.app.figure;

import org.dipscope.core.figure.canvas.Path;

/**
 * From points of a figure to pixels of a canvas, with horizontal and vertical lines placed on whole
 * pixels of the device so that frames, ticks, steps and error bars are sharp.
 *
 * @param scale pixels per point
 * @param originX the point that is the left side of the canvas
 * @param originY the point that is the upper side of the canvas
 * @param density device pixels per pixel, 2 on a screen scaled by 200 %
 */
record PixelGrid(double scale, double originX, double originY, double density) {

  double x(double point) {
    return (point - originX) * scale;
  }

  double y(double point) {
    return (point - originY) * scale;
  }

  /** The nearest boundary between two device pixels. */
  double onEdge(double pixels) {
    return Math.rint(pixels * density) / density;
  }

  /** The width of a line in pixels: at least one device pixel, whole ones if straight. */
  double lineWidth(double points, boolean straight) {
    double device = Math.max(1, points * scale * density);
    return (straight ? Math.rint(device) : device) / density;
  }

  /** Where the middle of a straight line of the given width is sharp. */
  double onLine(double pixels, double lineWidth) {
    boolean odd = Math.rint(lineWidth * density) % 2 == 1;
    double device = pixels * density;
    return (odd ? Math.floor(device) + 0.5 : Math.rint(device)) / density;
  }

  /** Whether a path has only horizontal and vertical pieces. */
  static boolean isStraight(Path path) {
    Straightness straightness = new Straightness();
    path.walk(straightness);
    return straightness.straight;
  }

  private static final class Straightness implements Path.Sink {
    private static final double SAME = 1e-9;
    private boolean straight = true;
    private double lastX;
    private double lastY;

    @Override
    public void moveTo(double x, double y) {
      lastX = x;
      lastY = y;
    }

    @Override
    public void lineTo(double x, double y) {
      straight &= Math.abs(x - lastX) < SAME || Math.abs(y - lastY) < SAME;
      moveTo(x, y);
    }

    @Override
    public void quadTo(double cx, double cy, double x, double y) {
      straight = false;
    }

    @Override
    public void cubicTo(double ax, double ay, double bx, double by, double x, double y) {
      straight = false;
    }

    @Override
    public void close() {
      // Closes to the start of the piece; of the shapes drawn here only rectangles stay straight.
    }
  }
}
