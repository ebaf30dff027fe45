package org.dipscope.core.figure.layout;

import java.util.HashSet;
import java.util.Set;
import org.dipscope.core.figure.Colour;
import org.dipscope.core.figure.Points;
import org.dipscope.core.figure.Shape;
import org.dipscope.core.figure.canvas.Canvas;
import org.dipscope.core.figure.canvas.Path;
import org.dipscope.core.figure.canvas.Pen;
import org.dipscope.core.histogram.Values;

/** Draws symbols and error bars. */
final class PointPainter {
  private static final double BAR_WIDTH_PT = 1.0;
  private static final double SYMBOL_LINE_SHARE = 0.2;
  private static final double OUTLINE_PT = 1.6;

  /** Of many points those closer together than this share of their size are drawn once. */
  private static final double CELL_SHARE = 1 / 3.0;

  private static final int MANY = 4000;

  private final PanelFrame frame;
  private final Canvas canvas;

  PointPainter(PanelFrame frame, Canvas canvas) {
    this.frame = frame;
    this.canvas = canvas;
  }

  void draw(Points points) {
    Path bars = new Path();
    Path symbols = new Path();
    Set<Long> seen = new HashSet<>();
    boolean many = points.x().size() > MANY;
    for (int i = 0; i < points.x().size(); i++) {
      double x = frame.xPt(points.x().get(i));
      double y = frame.yPt(points.y().get(i));
      if (Double.isNaN(x) || Double.isNaN(y) || (many && !seen.add(cell(x, y, points.sizePt())))) {
        continue;
      }
      addBars(points, i, x, y, bars);
      if (frame.box().grow(0.01).contains(x, y)) {
        addSymbol(points.shape(), x, y, points.sizePt(), symbols);
      }
    }
    if (!bars.isEmpty()) {
      canvas.stroke(bars, Pen.solid(frame.argb(points.colour()), BAR_WIDTH_PT));
    }
    paint(symbols, points.shape(), points.sizePt(), points.colour());
  }

  /** Draws one symbol at a place, as in a legend. */
  void symbol(Points points, double x, double y) {
    Path path = new Path();
    addSymbol(points.shape(), x, y, points.sizePt(), path);
    paint(path, points.shape(), points.sizePt(), points.colour());
  }

  private static long cell(double x, double y, double size) {
    double cell = Math.max(0.5, CELL_SHARE * size);
    return Math.round(x / cell) * 0x1_0000_0000L + Math.round(y / cell);
  }

  private void addBars(Points points, int i, double x, double y, Path bars) {
    double value = points.y().get(i);
    double position = points.x().get(i);
    if (x >= frame.box().left() && x <= frame.box().right()) {
      addBar(bars, true, x, y, frame.nearY(value - length(points.yErrorLow(), i)));
      addBar(bars, true, x, y, frame.nearY(value + length(points.yErrorHigh(), i)));
    }
    if (y >= frame.box().top() && y <= frame.box().bottom()) {
      addBar(bars, false, x, y, frame.nearX(position - length(points.xErrorLow(), i)));
      addBar(bars, false, x, y, frame.nearX(position + length(points.xErrorHigh(), i)));
    }
  }

  private void addBar(Path bars, boolean vertical, double x, double y, double end) {
    double fromX = Math.clamp(x, frame.surroundings().left(), frame.surroundings().right());
    double fromY = Math.clamp(y, frame.surroundings().top(), frame.surroundings().bottom());
    if (!Double.isNaN(end) && end != (vertical ? fromY : fromX)) {
      bars.moveTo(fromX, fromY).lineTo(vertical ? fromX : end, vertical ? end : fromY);
    }
  }

  private static double length(Values lengths, int index) {
    double length = lengths.isEmpty() ? 0 : lengths.get(index);
    return length > 0 ? length : 0;
  }

  private void paint(Path symbols, Shape shape, double size, Colour colour) {
    if (symbols.isEmpty()) {
      return;
    }
    boolean open = shape == Shape.PLUS || shape == Shape.CROSS || shape == Shape.CIRCLE;
    double width = open ? Math.max(1, SYMBOL_LINE_SHARE * size) : 0;
    if (frame.coloured()) {
      int halo = frame.argb(Colour.BACKGROUND, 0.85);
      canvas.stroke(symbols, Pen.solid(halo, width + OUTLINE_PT));
    }
    if (open) {
      canvas.stroke(symbols, Pen.solid(frame.argb(colour), width));
    } else {
      canvas.fill(symbols, frame.argb(colour));
    }
  }

  private static void addSymbol(Shape shape, double x, double y, double size, Path path) {
    double r = size / 2;
    switch (shape) {
      case DISC, CIRCLE -> path.circle(x, y, r);
      case SQUARE -> path.rectangle(x - 0.9 * r, y - 0.9 * r, x + 0.9 * r, y + 0.9 * r);
      case TRIANGLE ->
          path.moveTo(x, y - 1.1 * r).lineTo(x + r, y + 0.8 * r).lineTo(x - r, y + 0.8 * r).close();
      case PLUS -> path.moveTo(x - r, y).lineTo(x + r, y).moveTo(x, y - r).lineTo(x, y + r);
      case CROSS ->
          path.moveTo(x - 0.8 * r, y - 0.8 * r)
              .lineTo(x + 0.8 * r, y + 0.8 * r)
              .moveTo(x - 0.8 * r, y + 0.8 * r)
              .lineTo(x + 0.8 * r, y - 0.8 * r);
      case STAR -> addStar(x, y, r, path);
      case NONE -> {}
    }
  }

  private static void addStar(double x, double y, double r, Path path) {
    for (int i = 0; i < 10; i++) {
      double angle = Math.PI * (i / 5.0 - 0.5);
      double radius = i % 2 == 0 ? 1.15 * r : 0.46 * r;
      double px = x + radius * Math.cos(angle);
      double py = y + radius * Math.sin(angle);
      if (i == 0) {
        path.moveTo(px, py);
      } else {
        path.lineTo(px, py);
      }
    }
    path.close();
  }
}
