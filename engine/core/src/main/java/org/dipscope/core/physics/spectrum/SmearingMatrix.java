package org.dipscope.core.physics.spectrum;

import java.util.Arrays;
import org.apache.commons.numbers.gamma.Erfc;
import org.dipscope.core.histogram.Binning;

/**
 * The share of each quadrature node in each bin of the reconstructed mass m, which is Gaussian
 * about the true mass M with standard deviation R·M, and its derivatives with respect to ln k (all
 * m multiplied by k) and ln R. With u = (e − M)/(RM) for an edge e, the share below the edge is
 * Φ(u) and the two derivatives are −e φ(u)/(RM) and −u φ(u). One block of rows per cell covers the
 * bins that the cell can reach.
 */
final class SmearingMatrix {
  private static final int AT_ONCE = 4;

  private final int order;
  private final int[] firstBin;
  private final double[][] rate;
  private final double[][] scale;
  private final double[][] resolution;

  private SmearingMatrix(int order, int cells) {
    this.order = order;
    this.firstBin = new int[cells];
    this.rate = new double[cells * order][];
    this.scale = new double[cells * order][];
    this.resolution = new double[cells * order][];
  }

  /** The matrix of cells with the given boundaries and nodes; R may be 0. */
  static SmearingMatrix of(
      int order, double[] boundaries, double[] nodeMasses, Binning binning, double resolution) {
    int cells = boundaries.length - 1;
    SmearingMatrix matrix = new SmearingMatrix(order, cells);
    for (int cell = 0; cell < cells; cell++) {
      double low = boundaries[cell];
      double high = boundaries[cell + 1];
      double reach = CellLayout.TAIL * resolution;
      int first = binAt(binning, resolution == 0 ? 0.5 * (low + high) : low * (1 - reach));
      int last = first + 1;
      while (resolution > 0 && last < binning.count() && binning.low(last) < high * (1 + reach)) {
        last++;
      }
      matrix.firstBin[cell] = first;
      for (int j = cell * order; j < (cell + 1) * order; j++) {
        matrix.fillRow(j, nodeMasses[j], binning, first, last, resolution);
      }
    }
    return matrix;
  }

  /** The bin that holds a mass, or the nearest one. */
  private static int binAt(Binning binning, double mass) {
    if (mass >= binning.low(0)) {
      int bin = binning.indexOf(mass);
      return bin >= 0 ? bin : binning.count() - 1;
    }
    return 0;
  }

  private void fillRow(int j, double mass, Binning binning, int first, int last, double relative) {
    int bins = last - first;
    rate[j] = new double[bins];
    if (relative == 0) {
      Arrays.fill(rate[j], 1);
      return;
    }
    scale[j] = new double[bins];
    resolution[j] = new double[bins];
    double sigma = relative * mass;
    for (int edge = 0; edge <= bins; edge++) {
      double e = edge < bins ? binning.low(first + edge) : binning.high(last - 1);
      double u = (e - mass) / sigma;
      double below = 0.5 * Erfc.value(-u / Math.sqrt(2));
      double density = Math.exp(-0.5 * u * u) / Math.sqrt(2 * Math.PI);
      add(rate[j], edge, below);
      add(scale[j], edge, -e / sigma * density);
      add(resolution[j], edge, -u * density);
    }
  }

  /** An edge closes the bin below it and opens the bin above it. */
  private static void add(double[] row, int edge, double value) {
    if (edge > 0) {
      row[edge - 1] += value;
    }
    if (edge < row.length) {
      row[edge] -= value;
    }
  }

  /** Adds the expected contents of the bins for contributions of the nodes. */
  void addRate(double[] nodes, double[] bins, double[] scratch) {
    multiply(rate, nodes, bins, scratch);
  }

  /** Adds the derivatives with respect to ln k; R must not be 0. */
  void addScaleSlope(double[] nodes, double[] bins, double[] scratch) {
    multiply(scale, nodes, bins, scratch);
  }

  /** Adds the derivatives with respect to ln R; R must not be 0. */
  void addResolutionSlope(double[] nodes, double[] bins, double[] scratch) {
    multiply(resolution, nodes, bins, scratch);
  }

  private void multiply(double[][] rows, double[] nodes, double[] bins, double[] scratch) {
    for (int cell = 0; cell < firstBin.length; cell++) {
      int start = cell * order;
      int width = rows[start].length;
      Arrays.fill(scratch, 0, width, 0);
      for (int j = start; j < start + order; j += AT_ONCE) {
        addRows(rows, j, nodes, scratch, width);
      }
      int first = firstBin[cell];
      for (int i = 0; i < width; i++) {
        bins[first + i] += scratch[i];
      }
    }
  }

  /** Four rows at a time, all arrays indexed alike: the form that the compiler vectorises. */
  private static void addRows(double[][] rows, int j, double[] nodes, double[] sum, int width) {
    double[] row0 = rows[j];
    double[] row1 = rows[j + 1];
    double[] row2 = rows[j + 2];
    double[] row3 = rows[j + 3];
    double x0 = nodes[j];
    double x1 = nodes[j + 1];
    double x2 = nodes[j + 2];
    double x3 = nodes[j + 3];
    for (int i = 0; i < width; i++) {
      sum[i] += x0 * row0[i] + x1 * row1[i] + x2 * row2[i] + x3 * row3[i];
    }
  }
}
