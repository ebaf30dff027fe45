package org.dipscope.core.figure.export;

import org.dipscope.core.figure.canvas.Path;

/** Writes the path data of SVG with absolute commands. */
record SvgPathData(StringBuilder out) implements Path.Sink {
  private void point(double x, double y) {
    Decimal.append(Decimal.append(out, x).append(' '), y);
  }

  @Override
  public void moveTo(double x, double y) {
    out.append('M');
    point(x, y);
  }

  @Override
  public void lineTo(double x, double y) {
    out.append('L');
    point(x, y);
  }

  @Override
  public void quadTo(double cx, double cy, double x, double y) {
    out.append('Q');
    point(cx, cy);
    out.append(' ');
    point(x, y);
  }

  @Override
  public void cubicTo(double ax, double ay, double bx, double by, double x, double y) {
    out.append('C');
    point(ax, ay);
    out.append(' ');
    point(bx, by);
    out.append(' ');
    point(x, y);
  }

  @Override
  public void close() {
    out.append('Z');
  }
}
