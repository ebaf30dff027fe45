package org.dipscope.core.event;

import java.util.Arrays;
import org.dipscope.core.histogram.Binning;

/**
 * Finds the bin of a value: a guess from equally wide cells, which is then corrected, so that it
 * always agrees with {@link Binning#indexOf}.
 */
final class AxisBins {
  private static final int CELLS_PER_BIN = 4;
  private static final int MOST_CELLS = 1 << 14;
  private static final int FEW = 8;

  private final double[] edges;
  private final double low;
  private final double high;
  private final double perWidth;

  /** For each cell the bin of its lower edge, with one element more; empty if bins are cells. */
  private final int[] starts;

  AxisBins(Binning binning) {
    edges = binning.edges();
    low = edges[0];
    high = edges[edges.length - 1];
    boolean uniform = isUniform(edges);
    int cells = uniform ? count() : (int) Math.min(MOST_CELLS, (long) CELLS_PER_BIN * count());
    perWidth = cells / (high - low);
    starts = new int[uniform ? 0 : cells + 1];
    for (int cell = 0; cell < starts.length; cell++) {
      starts[cell] = Math.max(0, binning.indexOf(Math.min(high, low + cell / perWidth)));
    }
  }

  /** How many bins there are. */
  int count() {
    return edges.length - 1;
  }

  /** 0 below the axis, i + 1 in bin i, count + 1 above, −1 for NaN. */
  int slot(double x) {
    if (x >= low && x <= high) {
      return 1 + (starts.length == 0 ? corrected((int) ((x - low) * perWidth), x) : searched(x));
    }
    return x < low ? 0 : x > high ? edges.length : -1;
  }

  private int corrected(int guess, double x) {
    int last = edges.length - 2;
    int bin = Math.min(last, guess);
    while (x < edges[bin]) { // never below the first edge
      bin--;
    }
    while (bin < last && x >= edges[bin + 1]) {
      bin++;
    }
    return bin;
  }

  private int searched(double x) {
    int cell = Math.min(starts.length - 2, (int) ((x - low) * perWidth));
    int from = starts[cell];
    int until = starts[cell + 1];
    if (until - from > FEW) {
      int found = Arrays.binarySearch(edges, from, until + 1, x);
      from = found >= 0 ? found : Math.max(from, -found - 2);
    }
    return corrected(from, x);
  }

  private static boolean isUniform(double[] edges) {
    int bins = edges.length - 1;
    double perWidth = bins / (edges[bins] - edges[0]);
    for (int i = 1; i < edges.length; i++) {
      double expected = edges[0] + i / perWidth;
      if (!(Math.abs(edges[i] - expected) * perWidth <= 1e-6)) {
        return false;
      }
    }
    return true;
  }
}
