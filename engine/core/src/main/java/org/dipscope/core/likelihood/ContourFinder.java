package org.dipscope.core.likelihood;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.jspecify.annotations.Nullable;

/**
 * Lines of equal &lambda; through values on a grid. Each vertex lies on a grid edge, at the
 * crossing of the cubic through the neighbouring points; with a way to evaluate &lambda; it is
 * refined until &lambda; meets the level to {@link EdgeRoots#TOLERANCE}.
 */
final class ContourFinder {
  private static final int EDGES_PER_TASK = 8;

  private final GridValues values;
  private final GridValues.Window window;
  private final ParameterGrid positions;
  private final @Nullable Supplier<? extends PointLikelihood> newPoint;

  /**
   * A finder for one grid of values.
   *
   * @param values the values
   * @param window where their points lie among the positions
   * @param positions the grid whose positions newPoint takes
   * @param newPoint evaluates &lambda; for refinement; null for none
   */
  ContourFinder(
      GridValues values,
      GridValues.Window window,
      ParameterGrid positions,
      @Nullable Supplier<? extends PointLikelihood> newPoint) {
    this.values = values;
    this.window = window;
    this.positions = positions;
    this.newPoint = newPoint;
  }

  /** The lines on which &lambda; has this value. */
  List<Polyline> find(double lambda, Workers workers, CancelToken token) {
    List<LevelLines.Line> lines = LevelLines.of(values, lambda, middle());
    int[] edges = lines.stream().flatMapToInt(line -> IntStream.of(line.edges())).toArray();
    double[] fraction = new double[edges.length];
    Workers hands = newPoint == null ? Workers.callerOnly() : workers;
    int tasks = (edges.length + EDGES_PER_TASK - 1) / EDGES_PER_TASK;
    hands.forEachRow(tasks, token, () -> roots(edges, fraction, lambda, token));
    List<Polyline> polylines = new ArrayList<>();
    int from = 0;
    for (LevelLines.Line line : lines) {
      int to = from + line.edges().length;
      polylines.add(polyline(line, Arrays.copyOfRange(fraction, from, to)));
      from = to;
    }
    return polylines;
  }

  private LevelLines.Middle middle() {
    if (newPoint == null) {
      return (ix, iy) -> LevelLines.bilinearSaddle(values, ix, iy);
    }
    PointLikelihood point = newPoint.get();
    return (ix, iy) -> {
      double value = evaluate(point, ix + 0.5, iy + 0.5);
      return Double.isNaN(value) ? LevelLines.bilinearSaddle(values, ix, iy) : value;
    };
  }

  private IntConsumer roots(int[] edges, double[] fraction, double lambda, CancelToken token) {
    @Nullable PointLikelihood point = newPoint == null ? null : newPoint.get();
    return task -> {
      int end = Math.min(edges.length, (task + 1) * EDGES_PER_TASK);
      for (int i = task * EDGES_PER_TASK; i < end; i++) {
        token.throwIfCancelled();
        fraction[i] = root(edges[i], lambda, point);
      }
    };
  }

  private double root(int edge, double lambda, @Nullable PointLikelihood point) {
    int points = values.grid.size();
    int columns = values.grid.x().count();
    boolean vertical = edge >= points;
    int p = vertical ? edge - points : edge;
    int ix = p % columns;
    int iy = p / columns;
    int dx = vertical ? 0 : 1;
    int dy = 1 - dx;
    double here = values.value[p];
    double there = values.value[values.grid.index(ix + dx, iy + dy)];
    double guess =
        EdgeRoots.interpolated(
            valueOrNan(ix - dx, iy - dy),
            here,
            there,
            valueOrNan(ix + 2 * dx, iy + 2 * dy),
            lambda);
    if (point == null) {
      return guess;
    }
    return EdgeRoots.refined(
        t -> evaluate(point, ix + t * dx, iy + t * dy) - lambda,
        here - lambda,
        there - lambda,
        guess,
        EdgeRoots.TOLERANCE);
  }

  private double valueOrNan(int ix, int iy) {
    if (ix < 0 || iy < 0 || ix >= values.grid.x().count() || iy >= values.grid.y().count()) {
      return Double.NaN;
    }
    int p = values.grid.index(ix, iy);
    return values.isComputable(p) ? values.value[p] : Double.NaN;
  }

  /** &lambda; at fractional indices of the values. */
  private double evaluate(PointLikelihood point, double column, double row) {
    values.startNear(column, row, point);
    return point.at(
        window.u(column, values.grid.x().count()), window.v(row, values.grid.y().count()));
  }

  private Polyline polyline(LevelLines.Line line, double[] fraction) {
    int columns = values.grid.x().count();
    int rows = values.grid.y().count();
    int points = values.grid.size();
    int n = line.edges().length;
    double[] x = new double[n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      boolean vertical = line.edges()[i] >= points;
      int p = vertical ? line.edges()[i] - points : line.edges()[i];
      double column = p % columns + (vertical ? 0 : fraction[i]);
      double row = Math.floorDiv(p, columns) + (vertical ? fraction[i] : 0);
      x[i] = positions.x().value(window.u(column, columns));
      y[i] = positions.y().value(window.v(row, rows));
    }
    return new Polyline(x, y, line.isClosed());
  }
}
