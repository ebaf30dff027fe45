package org.dipscope.core.figure.layout;

import org.dipscope.core.figure.canvas.Box;
import org.dipscope.core.figure.canvas.Path;

/**
 * Turns a long chain of points into a short path that looks the same: points that fall into one
 * column of 0.2 pt are replaced by the first, lowest, highest and last of them, and pieces outside
 * the box are cut off. NaN breaks the chain.
 */
final class LineTrace {
  private static final double COLUMN_PT = 0.2;

  private final Box box;
  private final Path path = new Path();
  private long column = Long.MIN_VALUE;
  private int inColumn;
  private final double[] first = new double[2];
  private final double[] lowest = new double[2];
  private final double[] highest = new double[2];
  private final double[] last = new double[2];
  private int lowestIndex;
  private int highestIndex;
  private double fromX = Double.NaN;
  private double fromY = Double.NaN;
  private double endX = Double.NaN;
  private double endY = Double.NaN;

  LineTrace(Box box) {
    this.box = box;
  }

  void add(double x, double y) {
    if (Double.isNaN(x) || Double.isNaN(y)) {
      gap();
      return;
    }
    long here = (long) Math.floor(x / COLUMN_PT);
    if (inColumn == 0 || here != column) {
      flush();
      column = here;
      set(first, x, y);
      set(lowest, x, y);
      set(highest, x, y);
      lowestIndex = 0;
      highestIndex = 0;
    } else if (y < lowest[1]) {
      set(lowest, x, y);
      lowestIndex = inColumn;
    } else if (y > highest[1]) {
      set(highest, x, y);
      highestIndex = inColumn;
    }
    set(last, x, y);
    inColumn++;
  }

  void gap() {
    flush();
    fromX = Double.NaN;
    fromY = Double.NaN;
  }

  Path path() {
    flush();
    return path;
  }

  private static void set(double[] point, double x, double y) {
    point[0] = x;
    point[1] = y;
  }

  private void flush() {
    if (inColumn > 0) {
      int lastIndex = inColumn - 1;
      segment(first);
      double[] earlier = lowestIndex < highestIndex ? lowest : highest;
      double[] later = lowestIndex < highestIndex ? highest : lowest;
      int earlierIndex = Math.min(lowestIndex, highestIndex);
      int laterIndex = Math.max(lowestIndex, highestIndex);
      if (earlierIndex > 0 && earlierIndex < lastIndex) {
        segment(earlier);
      }
      if (laterIndex > earlierIndex && laterIndex < lastIndex) {
        segment(later);
      }
      if (lastIndex > 0) {
        segment(last);
      }
    }
    inColumn = 0;
  }

  /** Draws to a point as much as lies inside the box (Liang and Barsky 1984). */
  private void segment(double[] to) {
    if (!Double.isNaN(fromX)) {
      double dx = to[0] - fromX;
      double dy = to[1] - fromY;
      double[] range = {0, 1};
      boolean visible =
          clip(-dx, fromX - box.left(), range)
              && clip(dx, box.right() - fromX, range)
              && clip(-dy, fromY - box.top(), range)
              && clip(dy, box.bottom() - fromY, range);
      if (visible) {
        draw(
            fromX + range[0] * dx,
            fromY + range[0] * dy,
            fromX + range[1] * dx,
            fromY + range[1] * dy);
      }
    }
    fromX = to[0];
    fromY = to[1];
  }

  private void draw(double x0, double y0, double x1, double y1) {
    if (x0 != endX || y0 != endY) {
      path.moveTo(x0, y0);
    }
    path.lineTo(x1, y1);
    endX = x1;
    endY = y1;
  }

  private static boolean clip(double direction, double distance, double[] range) {
    if (direction == 0) {
      return distance >= 0;
    }
    double at = distance / direction;
    if (direction < 0) {
      range[0] = Math.max(range[0], at);
    } else {
      range[1] = Math.min(range[1], at);
    }
    return range[0] <= range[1];
  }
}
