package org.dipscope.core.figure.export;

/**
 * The coverage of one pixel row. Each edge adds what lies to its right; the sum from the left gives
 * the covered share of each pixel.
 */
final class CoverageRow {
  private final int left;
  private final int width;
  private final double[] change;
  private final float[] share;
  private int first;
  private int last;

  CoverageRow(int left, int right) {
    this.left = left;
    width = Math.max(0, right - left);
    change = new double[width + 2];
    share = new float[width + 1];
    first = width;
    last = -1;
  }

  /**
   * Adds the area right of an edge through part of the row; {@code height} is negative where an
   * area ends.
   */
  void addEdge(double upperX, double lowerX, double height) {
    double a = Math.min(upperX, lowerX) - left;
    double b = Math.max(upperX, lowerX) - left;
    if (a >= width) {
      return;
    }
    if (b <= 0) {
      add(0, 0, height);
    } else if (b - a < 1e-9) {
      int column = (int) a;
      add(column, a - column, height);
    } else {
      double perX = height / (b - a);
      if (a < 0) {
        add(0, 0, -a * perX);
      }
      double x = Math.max(a, 0);
      double end = Math.min(b, width);
      for (int column = (int) x; x < end; column++) {
        double next = Math.min(end, column + 1.0);
        add(column, (x + next) / 2 - column, (next - x) * perX);
        x = next;
      }
    }
  }

  private void add(int column, double inside, double height) {
    change[column] += height * (1 - inside);
    change[column + 1] += height * inside;
    first = Math.min(first, column);
    last = Math.max(last, column + 1);
  }

  /** Hands over the row and starts a new one. */
  void flush(int y, Rasteriser.RowSink sink) {
    if (last < 0 || width == 0) {
      return;
    }
    double sum = 0;
    int end = first;
    for (int column = first; column < width; column++) {
      if (column <= last) {
        sum += change[column];
      }
      if (column > last && sum < 1e-9) {
        break;
      }
      share[column - first] = (float) Math.clamp(sum, 0.0, 1.0);
      end = column + 1;
    }
    java.util.Arrays.fill(change, first, Math.min(last + 1, change.length), 0);
    if (end > first) {
      sink.row(y, left + first, left + end, share);
    }
    first = width;
    last = -1;
  }
}
