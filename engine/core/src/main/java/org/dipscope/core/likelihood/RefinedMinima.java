package org.dipscope.core.likelihood;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.jspecify.annotations.Nullable;

/** Moves the minima of a grid to where they lie between its points, and merges those that meet. */
final class RefinedMinima {
  /** Beyond this number the values are noise, and the grid has to do. */
  private static final int MOST_REFINED = 32;

  /** Minima closer than this, in grid steps, are one. */
  private static final double SAME = 0.1;

  private final GridValues values;
  private final List<GridMinima.Basin> basins;
  private final boolean physicalOnly;

  /** A minimum at a position, with the curvatures of &lambda; per squared grid step. */
  record Minimum(
      double u,
      double v,
      double value,
      double saddle,
      boolean isOnBorder,
      double curvatureU,
      double curvatureV,
      double curvatureUv) {

    Minimum movedTo(double otherU, double otherV, double otherValue) {
      return new Minimum(
          otherU, otherV, otherValue, saddle, isOnBorder, curvatureU, curvatureV, curvatureUv);
    }
  }

  RefinedMinima(GridValues values) {
    this.values = values;
    basins = GridMinima.of(values);
    physicalOnly = values.anyPhysical();
  }

  /**
   * All minima, the lowest first.
   *
   * @param newPoint evaluates &lambda;; null to interpolate the grid values
   */
  List<Minimum> find(
      @Nullable Supplier<? extends PointLikelihood> newPoint, Workers workers, CancelToken token) {
    int count = Math.min(MOST_REFINED, basins.size());
    @Nullable Minimum[] found = new Minimum[count];
    workers.forEachRow(
        count,
        token,
        () -> {
          @Nullable PointLikelihood point = newPoint == null ? null : newPoint.get();
          return row -> found[row] = refined(basins.get(row), point, token);
        });
    return merged(found);
  }

  private Minimum refined(
      GridMinima.Basin basin, @Nullable PointLikelihood point, CancelToken token) {
    int columns = values.grid.x().count();
    return refined(
        basin.index() % columns,
        Math.floorDiv(basin.index(), columns),
        values.value[basin.index()],
        basin.saddle(),
        point,
        token);
  }

  /** The minimum next to a position with a value, its saddle being known or NaN. */
  Minimum refined(
      double column,
      double row,
      double atPosition,
      double saddle,
      @Nullable PointLikelihood point,
      CancelToken token) {
    double u = column;
    double v = row;
    double value = atPosition;
    MinimumRefiner.Surface surface = point == null ? interpolated() : evaluated(point, token);
    MinimumRefiner refiner = new MinimumRefiner(surface, values.grid.x().count() - 1, rows() - 1);
    refiner.refine(u, v);
    if (refiner.value() <= value) {
      u = refiner.u();
      v = refiner.v();
      value = refiner.value();
    }
    if (point != null && refiner.isOnBorder()) {
      BorderSearch border = new BorderSearch(surface, (a, b) -> isInside(point, a, b));
      border.search(u, v, value);
      u = border.u();
      v = border.v();
      value = border.value();
    }
    return new Minimum(
        u,
        v,
        value,
        saddle,
        refiner.isOnBorder(),
        refiner.curvatureU(),
        refiner.curvatureV(),
        refiner.curvatureUv());
  }

  private int rows() {
    return values.grid.y().count();
  }

  private boolean isInside(PointLikelihood point, double u, double v) {
    return u >= 0
        && v >= 0
        && u <= values.grid.x().count() - 1
        && v <= rows() - 1
        && counts(point.statusAt(u, v));
  }

  private static List<Minimum> merged(@Nullable Minimum[] found) {
    List<Minimum> sorted =
        new ArrayList<>(Arrays.stream(found).filter(Minimum.class::isInstance).toList());
    sorted.sort(Comparator.comparingDouble(Minimum::value));
    List<Minimum> kept = new ArrayList<>();
    for (Minimum candidate : sorted) {
      boolean isNew =
          kept.stream()
              .noneMatch(
                  k -> Math.abs(k.u - candidate.u) < SAME && Math.abs(k.v - candidate.v) < SAME);
      if (isNew) {
        kept.add(candidate);
      }
    }
    return kept;
  }

  private MinimumRefiner.Surface evaluated(PointLikelihood point, CancelToken token) {
    return (u, v) -> {
      token.throwIfCancelled();
      values.startNear(u, v, point);
      double value = point.at(u, v);
      return counts(point.status()) ? value : Double.POSITIVE_INFINITY;
    };
  }

  private boolean counts(PointStatus status) {
    return physicalOnly ? status == PointStatus.PHYSICAL : status != PointStatus.INCOMPUTABLE;
  }

  /** Cubic interpolation of the grid values, infinite next to points that do not count. */
  private MinimumRefiner.Surface interpolated() {
    CubicStencil x = new CubicStencil();
    CubicStencil y = new CubicStencil();
    return (u, v) -> {
      x.place(u, values.grid.x().count());
      y.place(v, values.grid.y().count());
      double sum = 0;
      for (int j = 0; j < y.size; j++) {
        for (int i = 0; i < x.size; i++) {
          double weight = x.weight[i] * y.weight[j];
          int p = values.grid.index(x.first + i, y.first + j);
          if (weight != 0 && !counts(values.status[p])) {
            return Double.POSITIVE_INFINITY;
          }
          sum += weight * values.value[p];
        }
      }
      return Math.max(0, sum);
    };
  }
}
