package org.dipscope.core.likelihood;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;

/**
 * From &lambda; at positions of a grid to a surface with its minima and contours.
 *
 * @param grid the points
 * @param nuisances how many nuisance values belong to a point
 * @param onGrid evaluates &lambda; at the points
 * @param between evaluates it between them
 */
record SurfaceSearch(
    ParameterGrid grid,
    int nuisances,
    Supplier<? extends PointLikelihood> onGrid,
    Supplier<? extends PointLikelihood> between,
    SurfaceOptions options) {

  /** The surface relative to its lowest minimum. */
  LikelihoodSurface find(Workers workers, CancelToken token) {
    GridValues values = values(workers, token);
    List<RefinedMinima.Minimum> minima = minima(values, workers, token);
    return surface(values, minima, minima.isEmpty() ? 0 : minima.get(0).value(), workers, token);
  }

  GridValues values(Workers workers, CancelToken token) {
    return GridValues.compute(grid, nuisances, GridValues.Window.all(grid), onGrid, workers, token);
  }

  List<RefinedMinima.Minimum> minima(GridValues values, Workers workers, CancelToken token) {
    return new RefinedMinima(values).find(isPreview() ? null : between, workers, token);
  }

  boolean isPreview() {
    return options.quality() == SurfaceOptions.Quality.PREVIEW;
  }

  /** The surface with contours at levels above a reference. */
  LikelihoodSurface surface(
      GridValues values,
      List<RefinedMinima.Minimum> minima,
      double reference,
      Workers workers,
      CancelToken token) {
    double[] levels = options.levels().stream().mapToDouble(Double::doubleValue).toArray();
    ContourFinder finder =
        new ContourFinder(values, GridValues.Window.all(grid), grid, isPreview() ? null : between);
    List<List<Polyline>> lines = new ArrayList<>();
    for (double level : levels) {
      lines.add(minima.isEmpty() ? List.of() : finder.find(reference + level, workers, token));
    }
    if (!isPreview()) {
      ContourPatches patches =
          new ContourPatches(grid, nuisances, between, reference, levels, lines);
      for (RefinedMinima.Minimum minimum : minima) {
        patches.refine(minimum, workers, token);
      }
      patches.refineCoarseLines(workers, token);
    }
    List<Contour> contours = new ArrayList<>();
    for (int i = 0; i < levels.length; i++) {
      contours.add(new Contour(levels[i], lines.get(i)));
    }
    return new LikelihoodSurface(
        values, reference, options.quality(), inParameters(minima, reference), contours);
  }

  private List<SurfaceMinimum> inParameters(List<RefinedMinima.Minimum> minima, double reference) {
    return minima.stream()
        .map(
            m ->
                new SurfaceMinimum(
                    grid.x().value(m.u()),
                    grid.y().value(m.v()),
                    m.value() - reference,
                    Math.max(0, m.saddle() - m.value()),
                    m.isOnBorder()))
        .toList();
  }
}
