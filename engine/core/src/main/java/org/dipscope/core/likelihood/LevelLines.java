package org.dipscope.core.likelihood;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The topology of the lines of one level on a grid by marching squares. A line is a sequence of
 * crossed grid edges. Edge iy &middot; columns + ix joins point (ix, iy) to its right neighbour;
 * edges beyond the number of points join a point to the one above it. A point exactly at the level
 * counts as above it. Where two diagonal corners lie below, the value in the middle of the cell
 * decides which corners belong together.
 */
final class LevelLines {

  /** The value in the middle of the cell whose lower left corner is (ix, iy). */
  @FunctionalInterface
  interface Middle {
    double at(int ix, int iy);
  }

  /** A line as crossed edges in order. */
  record Line(int[] edges, boolean isClosed) {}

  private final GridValues values;
  private final double level;
  private final Middle middle;
  private final int columns;
  private final int points;
  private final int[] firstLink;
  private final int[] secondLink;

  private LevelLines(GridValues values, double level, Middle middle) {
    this.values = values;
    this.level = level;
    this.middle = middle;
    columns = values.grid.x().count();
    points = values.grid.size();
    firstLink = new int[2 * points];
    secondLink = new int[2 * points];
    Arrays.fill(firstLink, -1);
    Arrays.fill(secondLink, -1);
  }

  /** All lines at a level of the raw values, open ones first. */
  static List<Line> of(GridValues values, double level, Middle middle) {
    return new LevelLines(values, level, middle).trace();
  }

  /** The saddle value of the bilinear patch through the corners: the asymptotic decider. */
  static double bilinearSaddle(GridValues values, int ix, int iy) {
    int p = values.grid.index(ix, iy);
    int q = values.grid.index(ix, iy + 1);
    double a = values.value[p];
    double b = values.value[p + 1];
    double c = values.value[q];
    double d = values.value[q + 1];
    double denominator = a + d - b - c;
    return denominator == 0 ? 0.25 * (a + b + c + d) : (a * d - b * c) / denominator;
  }

  private List<Line> trace() {
    for (int iy = 0; iy < values.grid.y().count() - 1; iy++) {
      for (int ix = 0; ix < columns - 1; ix++) {
        cell(ix, iy);
      }
    }
    List<Line> lines = new ArrayList<>();
    boolean[] done = new boolean[2 * points];
    for (int edge = 0; edge < done.length; edge++) {
      if (!done[edge] && firstLink[edge] >= 0 && secondLink[edge] < 0) {
        lines.add(follow(edge, false, done));
      }
    }
    for (int edge = 0; edge < done.length; edge++) {
      if (!done[edge] && firstLink[edge] >= 0) {
        lines.add(follow(edge, true, done));
      }
    }
    return lines;
  }

  private void cell(int ix, int iy) {
    int p = values.grid.index(ix, iy);
    int q = p + columns;
    if (!(values.isComputable(p)
        && values.isComputable(p + 1)
        && values.isComputable(q)
        && values.isComputable(q + 1))) {
      return;
    }
    int bottom = p;
    int top = q;
    int left = points + p;
    int right = points + p + 1;
    int corners =
        (below(p) ? 1 : 0) | (below(p + 1) ? 2 : 0) | (below(q + 1) ? 4 : 0) | (below(q) ? 8 : 0);
    switch (corners) {
      case 1, 14 -> link(left, bottom);
      case 2, 13 -> link(bottom, right);
      case 3, 12 -> link(left, right);
      case 4, 11 -> link(right, top);
      case 6, 9 -> link(bottom, top);
      case 7, 8 -> link(left, top);
      case 5, 10 -> {
        boolean middleBelow = middle.at(ix, iy) < level;
        if (middleBelow == (corners == 5)) {
          link(left, top);
          link(bottom, right);
        } else {
          link(left, bottom);
          link(right, top);
        }
      }
      default -> {}
    }
  }

  private boolean below(int p) {
    return values.value[p] < level;
  }

  private void link(int a, int b) {
    linkOne(a, b);
    linkOne(b, a);
  }

  private void linkOne(int from, int to) {
    if (firstLink[from] < 0) {
      firstLink[from] = to;
    } else {
      secondLink[from] = to;
    }
  }

  private Line follow(int start, boolean isClosed, boolean[] done) {
    int[] edges = new int[16];
    int size = 0;
    int previous = -1;
    int edge = start;
    while (edge >= 0 && !done[edge]) {
      done[edge] = true;
      if (size == edges.length) {
        edges = Arrays.copyOf(edges, 2 * size);
      }
      edges[size++] = edge;
      int next = firstLink[edge] == previous ? secondLink[edge] : firstLink[edge];
      previous = edge;
      edge = next;
    }
    return new Line(Arrays.copyOf(edges, size), isClosed);
  }
}
