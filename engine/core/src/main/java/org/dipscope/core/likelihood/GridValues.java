package org.dipscope.core.likelihood;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;

/**
 * &lambda; on all points of a grid, with status and profiled nuisances beside it. Each row is a
 * chain of warm starts that begins with every nuisance at zero, so the values do not depend on who
 * does which row.
 */
final class GridValues {
  final ParameterGrid grid;

  /** &lambda;; 0 where the status is incomputable. */
  final double[] value;

  final PointStatus[] status;
  private final double[] nuisances;
  private final int nuisanceCount;

  private GridValues(ParameterGrid grid, int nuisanceCount) {
    this.grid = grid;
    this.nuisanceCount = nuisanceCount;
    value = new double[grid.size()];
    status = new PointStatus[grid.size()];
    nuisances = new double[grid.size() * nuisanceCount];
    Arrays.fill(status, PointStatus.INCOMPUTABLE);
  }

  /**
   * Values that are known, without nuisances.
   *
   * @param lambda in the order of the grid; NaN where there is none
   */
  static GridValues of(ParameterGrid grid, double[] lambda) {
    GridValues values = new GridValues(grid, 0);
    for (int p = 0; p < values.value.length; p++) {
      if (!Double.isNaN(lambda[p])) {
        values.value[p] = lambda[p];
        values.status[p] = PointStatus.PHYSICAL;
      }
    }
    return values;
  }

  /**
   * Computes all points.
   *
   * @param grid how many points there are
   * @param window where in the positions of newPoint they lie
   */
  static GridValues compute(
      ParameterGrid grid,
      int nuisanceCount,
      Window window,
      Supplier<? extends PointLikelihood> newPoint,
      Workers workers,
      CancelToken token) {
    GridValues values = new GridValues(grid, nuisanceCount);
    workers.forEachRow(
        grid.y().count(), token, () -> values.rowFiller(window, newPoint.get(), token));
    return values;
  }

  /** A rectangle of positions that the rows and columns of the grid divide evenly. */
  record Window(double uLow, double uHigh, double vLow, double vHigh) {
    static Window all(ParameterGrid grid) {
      return new Window(0, grid.x().count() - 1, 0, grid.y().count() - 1);
    }

    double u(double column, int columns) {
      return Math.min(uHigh, uLow + column * ((uHigh - uLow) / (columns - 1)));
    }

    double v(double row, int rows) {
      return Math.min(vHigh, vLow + row * ((vHigh - vLow) / (rows - 1)));
    }
  }

  private IntConsumer rowFiller(Window window, PointLikelihood point, CancelToken token) {
    int columns = grid.x().count();
    return row -> {
      point.restart();
      double v = window.v(row, grid.y().count());
      for (int ix = 0; ix < columns; ix++) {
        if (token.isCancelled()) {
          return;
        }
        store(grid.index(ix, row), point.at(window.u(ix, columns), v), point);
      }
    };
  }

  private void store(int p, double lambda, PointLikelihood point) {
    status[p] = point.status();
    if (status[p] != PointStatus.INCOMPUTABLE) {
      value[p] = lambda;
    }
    System.arraycopy(point.nuisances(), 0, nuisances, p * nuisanceCount, nuisanceCount);
  }

  /** Starts at the nuisances of the grid point next to a position. */
  void startNear(double u, double v, PointLikelihood point) {
    int ix = (int) Math.max(0, Math.min(grid.x().count() - 1, Math.rint(u)));
    int iy = (int) Math.max(0, Math.min(grid.y().count() - 1, Math.rint(v)));
    point.startAt(nuisances, grid.index(ix, iy) * nuisanceCount);
  }

  boolean isComputable(int p) {
    return status[p] != PointStatus.INCOMPUTABLE;
  }

  boolean isPhysical(int p) {
    return status[p] == PointStatus.PHYSICAL;
  }

  /** Whether any point is physical; if not, minima are sought among all computable ones. */
  boolean anyPhysical() {
    return Arrays.asList(status).contains(PointStatus.PHYSICAL);
  }
}
