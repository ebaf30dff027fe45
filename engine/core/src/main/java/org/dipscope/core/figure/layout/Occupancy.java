package org.dipscope.core.figure.layout;

import org.dipscope.core.figure.canvas.Box;
import org.dipscope.core.figure.canvas.Canvas;
import org.dipscope.core.figure.canvas.CellGrid;
import org.dipscope.core.figure.canvas.Flattening;
import org.dipscope.core.figure.canvas.Path;
import org.dipscope.core.figure.canvas.Pen;
import org.dipscope.core.figure.canvas.PlacedText;

/**
 * A canvas that remembers on a coarse grid which parts of a panel are drawn on, so that a legend
 * can go elsewhere. Surfaces of cells do not count: they cover the whole panel.
 */
final class Occupancy implements Canvas {
  private static final double CELL_PT = 3;
  private static final int MOST_CELLS = 300;
  private static final double TOLERANCE_PT = 0.5;

  /** A translucent area hides little of a text over it, but is better left alone. */
  private static final byte FAINT = 1;

  private static final byte FULL = 4;

  private final Box box;
  private final int columns;
  private final int rows;
  private final byte[] taken;

  Occupancy(Box box) {
    this.box = box;
    columns = Math.clamp((int) Math.ceil(box.width() / CELL_PT), 1, MOST_CELLS);
    rows = Math.clamp((int) Math.ceil(box.height() / CELL_PT), 1, MOST_CELLS);
    taken = new byte[columns * rows];
  }

  /** Returns how much is drawn in the cells that a box touches. */
  int takenIn(Box area) {
    int count = 0;
    for (int row = row(area.top()); row <= row(area.bottom()); row++) {
      for (int column = column(area.left()); column <= column(area.right()); column++) {
        count += taken[row * columns + column];
      }
    }
    return count;
  }

  @Override
  public void fill(Path path, int argb) {
    byte weight = argb >>> 24 == 255 ? FULL : FAINT;
    EdgeList edges = new EdgeList();
    path.walk(new Flattening(edges, TOLERANCE_PT));
    for (int row = 0; row < rows; row++) {
      double y = box.top() + (row + 0.5) * box.height() / rows;
      double[] across = edges.crossings(y);
      for (int i = 0; i + 1 < across.length; i += 2) {
        takeRow(row, across[i], across[i + 1], weight);
      }
    }
  }

  private void takeRow(int row, double from, double to, byte weight) {
    if (to >= box.left() && from <= box.right()) {
      for (int column = column(from); column <= column(to); column++) {
        int cell = row * columns + column;
        taken[cell] = (byte) Math.max(taken[cell], weight);
      }
    }
  }

  @Override
  public void stroke(Path path, Pen pen) {
    path.walk(
        new Flattening(
            new Flattening.LineSink() {
              private double lastX;
              private double lastY;

              @Override
              public void moveTo(double x, double y) {
                lastX = x;
                lastY = y;
              }

              @Override
              public void lineTo(double x, double y) {
                takeSegment(lastX, lastY, x, y);
                moveTo(x, y);
              }

              @Override
              public void close() {}
            },
            TOLERANCE_PT));
  }

  private void takeSegment(double x0, double y0, double x1, double y1) {
    double length = Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0));
    int steps = (int) Math.clamp(Math.ceil(length / (CELL_PT / 2)), 1, 4 * MOST_CELLS);
    for (int i = 0; i <= steps; i++) {
      double x = x0 + (x1 - x0) * i / steps;
      double y = y0 + (y1 - y0) * i / steps;
      if (box.contains(x, y)) {
        taken[row(y) * columns + column(x)] = FULL;
      }
    }
  }

  @Override
  public void text(PlacedText text) {
    Box area = TextBoxes.boxOf(text);
    if (area.overlaps(box)) {
      for (int row = row(area.top()); row <= row(area.bottom()); row++) {
        takeRow(row, area.left(), area.right(), FULL);
      }
    }
  }

  @Override
  public void cells(CellGrid cells) {}

  @Override
  public void beginClip(Box area) {}

  @Override
  public void endClip() {}

  private int column(double x) {
    return Math.clamp((long) ((x - box.left()) / box.width() * columns), 0, columns - 1);
  }

  private int row(double y) {
    return Math.clamp((long) ((y - box.top()) / box.height() * rows), 0, rows - 1);
  }

  /** The edges of a filled path. */
  private static final class EdgeList implements Flattening.LineSink {
    private final java.util.List<double[]> edges = new java.util.ArrayList<>();
    private double lastX;
    private double lastY;

    @Override
    public void moveTo(double x, double y) {
      lastX = x;
      lastY = y;
    }

    @Override
    public void lineTo(double x, double y) {
      edges.add(new double[] {lastX, lastY, x, y});
      moveTo(x, y);
    }

    @Override
    public void close() {}

    double[] crossings(double y) {
      return edges.stream()
          .filter(e -> e[1] <= y != e[3] <= y)
          .mapToDouble(e -> e[0] + (y - e[1]) / (e[3] - e[1]) * (e[2] - e[0]))
          .sorted()
          .toArray();
    }
  }
}
