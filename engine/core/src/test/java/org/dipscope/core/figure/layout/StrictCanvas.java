package org.dipscope.core.figure.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.dipscope.core.figure.canvas.Box;
import org.dipscope.core.figure.canvas.Canvas;
import org.dipscope.core.figure.canvas.CellGrid;
import org.dipscope.core.figure.canvas.Path;
import org.dipscope.core.figure.canvas.Pen;
import org.dipscope.core.figure.canvas.PlacedText;

/**
 * A canvas that refuses what a file could not hold: infinite coordinates, negative widths, cells
 * out of order.
 */
final class StrictCanvas implements Canvas {
  private int clips;
  private int strokes;
  private int points;

  int openClips() {
    return clips;
  }

  int strokes() {
    return strokes;
  }

  int points() {
    return points;
  }

  @Override
  public void fill(Path path, int argb) {
    path.walk(new Checker());
  }

  @Override
  public void stroke(Path path, Pen pen) {
    strokes++;
    assertThat(pen.width()).isPositive().isFinite();
    path.walk(new Checker());
  }

  @Override
  public void text(PlacedText text) {
    assertThat(text.x()).isFinite();
    assertThat(text.y()).isFinite();
    assertThat(text.width()).isFinite();
  }

  @Override
  public void cells(CellGrid cells) {
    assertThat(cells.argb()).hasSize(cells.rows() * cells.columns());
    assertThat(cells.x()).isSorted();
    assertThat(cells.y()).isSorted();
  }

  @Override
  public void beginClip(Box box) {
    assertThat(box.width()).isNotNegative();
    assertThat(box.height()).isNotNegative();
    clips++;
  }

  @Override
  public void endClip() {
    clips--;
  }

  private final class Checker implements Path.Sink {
    private void check(double... coordinates) {
      points++;
      for (double coordinate : coordinates) {
        assertThat(Math.abs(coordinate)).isLessThan(1e5);
      }
    }

    @Override
    public void moveTo(double x, double y) {
      check(x, y);
    }

    @Override
    public void lineTo(double x, double y) {
      check(x, y);
    }

    @Override
    public void quadTo(double cx, double cy, double x, double y) {
      check(cx, cy, x, y);
    }

    @Override
    public void cubicTo(double ax, double ay, double bx, double by, double x, double y) {
      check(ax, ay, bx, by, x, y);
    }

    @Override
    public void close() {}
  }
}
