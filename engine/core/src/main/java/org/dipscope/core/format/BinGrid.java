package org.dipscope.core.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Values;

/**
 * Rows that each state the edges of their bin, brought onto contiguous bins. Gaps between rows
 * become bins of their own, without content; rows may stand in any order.
 */
public final class BinGrid {
  /** Published edges differ by rounding; this share of the bin width counts as equal. */
  private static final double ROUNDING = 1e-3;

  private static final long MOST_BINS = 4_000_000;

  private final List<Binning> binnings;
  private final int[] binOfRow;
  private final int bins;

  private BinGrid(List<Binning> binnings, int[] binOfRow, int bins) {
    this.binnings = List.copyOf(binnings);
    this.binOfRow = binOfRow;
    this.bins = bins;
  }

  /** Lower and upper edges of all rows along one axis. */
  public record Side(double[] low, double[] high) {}

  /** One axis of the grid and the bin of every row along it. */
  private record Line(Binning binning, int[] binOfRow) {}

  /**
   * The grid of the rows, or empty if they make none: edges that are not finite or not increasing,
   * bins that overlap, two rows for one bin, no rows, or more than four million bins.
   */
  public static Optional<BinGrid> of(List<Side> axes) {
    int rows = axes.isEmpty() ? 0 : axes.getFirst().low().length;
    List<Binning> binnings = new ArrayList<>();
    long[] flat = new long[rows];
    long bins = 1;
    for (Side axis : axes) {
      Optional<Line> line = line(axis);
      if (line.isEmpty()) {
        return Optional.empty();
      }
      int count = line.get().binning().count();
      bins *= count;
      if (bins > MOST_BINS) {
        return Optional.empty();
      }
      for (int row = 0; row < rows; row++) {
        flat[row] = flat[row] * count + line.get().binOfRow()[row];
      }
      binnings.add(line.get().binning());
    }
    boolean[] taken = new boolean[(int) bins];
    int[] binOfRow = new int[rows];
    for (int row = 0; row < rows; row++) {
      binOfRow[row] = (int) flat[row];
      if (taken[binOfRow[row]]) {
        return Optional.empty();
      }
      taken[binOfRow[row]] = true;
    }
    return rows == 0 ? Optional.empty() : Optional.of(new BinGrid(binnings, binOfRow, (int) bins));
  }

  private static Optional<Line> line(Side axis) {
    int rows = axis.low().length;
    Integer[] order = new Integer[rows];
    for (int i = 0; i < rows; i++) {
      boolean good = axis.low()[i] < axis.high()[i];
      if (!good || !Double.isFinite(axis.low()[i]) || !Double.isFinite(axis.high()[i])) {
        return Optional.empty();
      }
      order[i] = i;
    }
    if (rows == 0) {
      return Optional.empty();
    }
    Arrays.sort(order, (a, b) -> Double.compare(axis.low()[a], axis.low()[b]));
    double[] edges = new double[2 * rows + 1];
    int[] binOfRow = new int[rows];
    int last = 0;
    edges[0] = axis.low()[order[0]];
    edges[1] = axis.high()[order[0]];
    for (int k = 1; k < rows; k++) {
      double low = axis.low()[order[k]];
      double high = axis.high()[order[k]];
      double tolerance = ROUNDING * Math.min(high - low, edges[last + 1] - edges[last]);
      boolean same =
          Math.abs(low - edges[last]) <= tolerance && Math.abs(high - edges[last + 1]) <= tolerance;
      if (!same) {
        if (low < edges[last + 1] - tolerance) {
          return Optional.empty();
        }
        if (low > edges[last + 1] + tolerance) {
          last++;
          edges[last + 1] = low;
        }
        last++;
        edges[last + 1] = high;
      }
      binOfRow[order[k]] = last;
    }
    return Optional.of(new Line(Binning.of(Arrays.copyOf(edges, last + 2)), binOfRow));
  }

  /** The bins along each axis. */
  public List<Binning> binnings() {
    return binnings;
  }

  /** Numbers given per row as numbers per bin, the last axis running fastest; NaN in gaps. */
  public Values place(double[] perRow) {
    double[] placed = new double[bins];
    Arrays.fill(placed, Double.NaN);
    for (int row = 0; row < perRow.length; row++) {
      placed[binOfRow[row]] = perRow[row];
    }
    return Values.of(placed);
  }

  /** Whether every bin has a row. */
  public boolean isComplete() {
    return bins == binOfRow.length;
  }
}
