package org.dipscope.core.figure.export;

import java.util.Arrays;
import org.dipscope.core.figure.canvas.Flattening;

/**
 * Fills polygons with exact area coverage by the nonzero winding rule.
 *
 * <p>Each pixel row is cut at every corner and crossing inside it. Between two cuts no edges cross,
 * so the filled parts are trapezoids whose area in each pixel is known in closed form. Rows with
 * more than {@value #MOST_CUTS} cuts, which only dense tangles have, are sampled along {@value
 * #SAMPLES} lines with exact horizontal coverage instead.
 */
final class Rasteriser implements Flattening.LineSink {
  private static final int MOST_CUTS = 48;
  private static final int SAMPLES = 16;
  private static final int FIELDS = 5;
  private static final double THINNEST = 1e-12;

  private final int top;
  private final int bottom;

  /**
   * Edges as x and y of the upper end, x and y of the lower end, +1 if drawn downwards and −1 if
   * upwards.
   */
  private double[] edges = new double[FIELDS * 64];

  private int edgeCount;
  private double startX;
  private double startY;
  private double lastX;
  private double lastY;

  private final CoverageRow coverage;
  private double[] cuts = new double[64];
  private int cutCount;
  private long[] order = new long[64];
  private double[] upperX = new double[64];
  private double[] lowerX = new double[64];

  /** Receives the coverage of one pixel row. */
  interface RowSink {
    /**
     * Takes one row.
     *
     * @param y the row
     * @param from the first column with coverage
     * @param to the column after the last
     * @param share the covered share of each pixel, indexed by column minus {@code from}
     */
    void row(int y, int from, int to, float[] share);
  }

  /** Rasterises into the pixels left ≤ x < right and top ≤ y < bottom. */
  Rasteriser(int left, int top, int right, int bottom) {
    this.top = top;
    this.bottom = bottom;
    coverage = new CoverageRow(left, right);
  }

  @Override
  public void moveTo(double x, double y) {
    close();
    startX = x;
    startY = y;
    lastX = x;
    lastY = y;
  }

  @Override
  public void lineTo(double x, double y) {
    addEdge(lastX, lastY, x, y);
    lastX = x;
    lastY = y;
  }

  @Override
  public void close() {
    if (lastX != startX || lastY != startY) {
      lineTo(startX, startY);
    }
  }

  private void addEdge(double x0, double y0, double x1, double y1) {
    boolean down = y0 < y1;
    double upper = down ? y0 : y1;
    double lower = down ? y1 : y0;
    if (upper == lower || lower <= top || upper >= bottom || !(lower - upper > 0)) {
      return;
    }
    if (FIELDS * (edgeCount + 1) > edges.length) {
      edges = Arrays.copyOf(edges, 2 * edges.length);
    }
    int at = FIELDS * edgeCount++;
    edges[at] = down ? x0 : x1;
    edges[at + 1] = upper;
    edges[at + 2] = down ? x1 : x0;
    edges[at + 3] = lower;
    edges[at + 4] = down ? 1 : -1;
  }

  /** Hands over the coverage of all rows and forgets the edges. */
  void sweep(RowSink sink) {
    close();
    int[] byStart = startOrder();
    int[] active = new int[Math.max(16, edgeCount)];
    int activeCount = 0;
    int next = 0;
    int y =
        edgeCount == 0 ? bottom : Math.max(top, (int) Math.floor(edges[FIELDS * byStart[0] + 1]));
    while (y < bottom && (activeCount > 0 || next < edgeCount)) {
      while (next < edgeCount && edges[FIELDS * byStart[next] + 1] < y + 1) {
        active[activeCount++] = byStart[next++];
      }
      coverRow(y, active, activeCount);
      coverage.flush(y, sink);
      int kept = 0;
      for (int i = 0; i < activeCount; i++) {
        if (edges[FIELDS * active[i] + 3] > y + 1) {
          active[kept++] = active[i];
        }
      }
      activeCount = kept;
      y++;
      if (activeCount == 0 && next < edgeCount) {
        y = Math.max(y, (int) Math.floor(edges[FIELDS * byStart[next] + 1]));
      }
    }
    edgeCount = 0;
    startX = lastX;
    startY = lastY;
  }

  private int[] startOrder() {
    long[] keys = new long[edgeCount];
    for (int i = 0; i < edgeCount; i++) {
      long row = (long) Math.max(Math.floor(edges[FIELDS * i + 1]), top) - top;
      keys[i] = row << 32 | i;
    }
    Arrays.sort(keys);
    int[] sorted = new int[edgeCount];
    for (int i = 0; i < edgeCount; i++) {
      sorted[i] = (int) keys[i];
    }
    return sorted;
  }

  private void coverRow(int y, int[] active, int count) {
    ensure(count);
    if (findCuts(y, active, count)) {
      for (int i = 0; i + 1 < cutCount; i++) {
        if (cuts[i + 1] - cuts[i] > THINNEST) {
          slab(cuts[i], cuts[i + 1], active, count, false);
        }
      }
    } else {
      for (int i = 0; i < SAMPLES; i++) {
        slab(y + (double) i / SAMPLES, y + (i + 1.0) / SAMPLES, active, count, true);
      }
    }
  }

  private void ensure(int count) {
    if (order.length < count) {
      order = new long[2 * count];
      upperX = new double[2 * count];
      lowerX = new double[2 * count];
    }
  }

  /**
   * Collects the heights between which no edge starts, ends or crosses another; false if there are
   * too many.
   */
  private boolean findCuts(int y, int[] active, int count) {
    cutCount = 0;
    addCut(y);
    addCut(y + 1.0);
    for (int i = 0; i < count; i++) {
      int e = FIELDS * active[i];
      if (!cutInside(edges[e + 1], y) || !cutInside(edges[e + 3], y)) {
        return false;
      }
      for (int k = 0; k < i; k++) {
        if (!cutInside(crossing(e, FIELDS * active[k], y), y)) {
          return false;
        }
      }
      if (i > 2 * MOST_CUTS) {
        return false;
      }
    }
    Arrays.sort(cuts, 0, cutCount);
    return true;
  }

  private void addCut(double height) {
    cuts[cutCount++] = height;
  }

  private boolean cutInside(double height, int y) {
    if (height > y && height < y + 1) {
      if (cutCount > MOST_CUTS) {
        return false;
      }
      addCut(height);
    }
    return true;
  }

  private double crossing(int a, int b, int y) {
    double slopeA = (edges[a + 2] - edges[a]) / (edges[a + 3] - edges[a + 1]);
    double slopeB = (edges[b + 2] - edges[b]) / (edges[b + 3] - edges[b + 1]);
    double xA = edges[a] + (y - edges[a + 1]) * slopeA;
    double xB = edges[b] + (y - edges[b + 1]) * slopeB;
    double height = y + (xA - xB) / (slopeB - slopeA);
    double from = Math.max(edges[a + 1], edges[b + 1]);
    double to = Math.min(edges[a + 3], edges[b + 3]);
    return height > from && height < to ? height : Double.NaN;
  }

  /**
   * Covers the filled parts between two heights, exactly or as if the edges were vertical from
   * their middle.
   */
  private void slab(double from, double to, int[] active, int count, boolean sampled) {
    double middle = (from + to) / 2;
    int used = 0;
    for (int i = 0; i < count; i++) {
      int e = FIELDS * active[i];
      if (edges[e + 1] <= middle && edges[e + 3] > middle) {
        double slope = (edges[e + 2] - edges[e]) / (edges[e + 3] - edges[e + 1]);
        double at = edges[e] + ((sampled ? middle : from) - edges[e + 1]) * slope;
        upperX[i] = at;
        lowerX[i] = sampled ? at : edges[e] + (to - edges[e + 1]) * slope;
        order[used++] = sortKey(upperX[i] + lowerX[i], i);
      }
    }
    Arrays.sort(order, 0, used);
    int winding = 0;
    for (int k = 0; k < used; k++) {
      int i = (int) (order[k] & 0xfffff);
      int turn = (int) edges[FIELDS * active[i] + 4];
      boolean wasInside = winding != 0;
      winding += turn;
      if (wasInside != (winding != 0)) {
        coverage.addEdge(upperX[i], lowerX[i], wasInside ? from - to : to - from);
      }
    }
  }

  /** Orders by position, in steps of 2⁻¹⁶ pixel, and carries the index. */
  private static long sortKey(double doublePosition, int index) {
    long steps = Math.round(Math.clamp(doublePosition, -1e6, 1e6) * 32768);
    return (steps << 20) + index;
  }
}
