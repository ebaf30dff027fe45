package org.dipscope.core.likelihood;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;

/**
 * Contours around minima that are so sharp that the grid would draw them badly or miss them: each
 * gets a fine grid of its own, sized by the curvature at the minimum.
 */
final class ContourPatches {
  private static final int POINTS = 32;
  private static final int ATTEMPTS = 3;
  private static final double MARGIN = 1.3;

  /** A closed line with fewer vertices is drawn again. */
  private static final int COARSE = 24;

  private static final int MOST_PATCHES = 6;

  /** Contours that reach this many grid steps from their minimum need no patch. */
  private static final double WIDE = 3;

  /** Contours narrower than this many grid steps along their short axis need one. */
  private static final double NARROW = 0.75;

  private final ParameterGrid grid;
  private final int nuisances;
  private final Supplier<? extends PointLikelihood> newPoint;
  private final double reference;
  private final double[] levels;
  private final List<List<Polyline>> lines;

  /**
   * Patches for one surface.
   *
   * @param lines the lines found on the whole grid, one list per level; changed in place
   */
  ContourPatches(
      ParameterGrid grid,
      int nuisances,
      Supplier<? extends PointLikelihood> newPoint,
      double reference,
      double[] levels,
      List<List<Polyline>> lines) {
    this.grid = grid;
    this.nuisances = nuisances;
    this.newPoint = newPoint;
    this.reference = reference;
    this.levels = levels;
    this.lines = lines;
  }

  /** Replaces or adds the lines around one minimum, if it needs that. */
  void refine(RefinedMinima.Minimum minimum, Workers workers, CancelToken token) {
    double lowest = Double.POSITIVE_INFINITY;
    double highest = 0;
    for (double level : levels) {
      double above = level - (minimum.value() - reference);
      if (above > 0) {
        lowest = Math.min(lowest, above);
        highest = Math.max(highest, above);
      }
    }
    double determinant =
        minimum.curvatureU() * minimum.curvatureV() - minimum.curvatureUv() * minimum.curvatureUv();
    if (highest == 0 || !(minimum.curvatureU() > 0 && determinant > 0)) {
      return;
    }
    double reachU = Math.sqrt(2 * highest * minimum.curvatureV() / determinant);
    double reachV = Math.sqrt(2 * highest * minimum.curvatureU() / determinant);
    double sharpest =
        0.5 * (minimum.curvatureU() + minimum.curvatureV())
            + Math.hypot(
                0.5 * (minimum.curvatureU() - minimum.curvatureV()), minimum.curvatureUv());
    boolean needed = reachU < WIDE || reachV < WIDE || Math.sqrt(2 * lowest / sharpest) < NARROW;
    if (!needed || Math.min(reachU, reachV) * 2 * MARGIN > 0.6 * POINTS) {
      return;
    }
    double size = MARGIN;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      GridValues.Window window =
          window(
              minimum.u() - size * reachU,
              minimum.u() + size * reachU,
              minimum.v() - size * reachV,
              minimum.v() + size * reachV);
      if (draw(window, workers, token)) {
        return;
      }
      size *= 2;
    }
  }

  /** Draws again closed lines of few vertices, which the grid shows as coarse polygons. */
  void refineCoarseLines(Workers workers, CancelToken token) {
    int patches = 0;
    for (int i = levels.length - 1; i >= 0; i--) {
      for (Polyline line : List.copyOf(lines.get(i))) {
        if (line.isClosed() && line.size() < COARSE && patches < MOST_PATCHES) {
          draw(around(line), workers, token);
          patches++;
        }
      }
    }
  }

  private GridValues.Window around(Polyline line) {
    double uLow = Double.POSITIVE_INFINITY;
    double uHigh = 0;
    double vLow = Double.POSITIVE_INFINITY;
    double vHigh = 0;
    for (int i = 0; i < line.size(); i++) {
      double u = grid.x().position(line.x()[i]);
      double v = grid.y().position(line.y()[i]);
      uLow = Math.min(uLow, u);
      uHigh = Math.max(uHigh, u);
      vLow = Math.min(vLow, v);
      vHigh = Math.max(vHigh, v);
    }
    double marginU = (MARGIN - 1) * (uHigh - uLow) + 0.1;
    double marginV = (MARGIN - 1) * (vHigh - vLow) + 0.1;
    return window(uLow - marginU, uHigh + marginU, vLow - marginV, vHigh + marginV);
  }

  private GridValues.Window window(double uLow, double uHigh, double vLow, double vHigh) {
    return new GridValues.Window(
        Math.max(0, uLow),
        Math.min(grid.x().count() - 1, uHigh),
        Math.max(0, vLow),
        Math.min(grid.y().count() - 1, vHigh));
  }

  /** Draws what a patch encloses; true if it encloses any line. */
  private boolean draw(GridValues.Window window, Workers workers, CancelToken token) {
    ParameterGrid fine = new ParameterGrid(grid.x().withCount(POINTS), grid.y().withCount(POINTS));
    GridValues values = GridValues.compute(fine, nuisances, window, newPoint, workers, token);
    ContourFinder finder = new ContourFinder(values, window, grid, newPoint);
    double lowest = Double.POSITIVE_INFINITY;
    for (int p = 0; p < fine.size(); p++) {
      lowest = values.isComputable(p) ? Math.min(lowest, values.value[p]) : lowest;
    }
    boolean anyDone = false;
    for (int i = 0; i < levels.length; i++) {
      double lambda = reference + levels[i];
      if (lambda > lowest && isEnclosed(values, window, lambda)) {
        List<Polyline> kept = new ArrayList<>(lines.get(i));
        kept.removeIf(line -> isInside(line, window));
        kept.addAll(finder.find(lambda, workers, token));
        lines.set(i, kept);
        anyDone = true;
      }
    }
    return anyDone;
  }

  /** Whether the border of the patch, where it is not that of the scan, lies above the level. */
  private boolean isEnclosed(GridValues values, GridValues.Window window, double lambda) {
    int last = POINTS - 1;
    boolean enclosed = true;
    for (int i = 0; i <= last; i++) {
      enclosed &= window.uLow() <= 0 || isAbove(values, 0, i, lambda);
      enclosed &= window.uHigh() >= grid.x().count() - 1 || isAbove(values, last, i, lambda);
      enclosed &= window.vLow() <= 0 || isAbove(values, i, 0, lambda);
      enclosed &= window.vHigh() >= grid.y().count() - 1 || isAbove(values, i, last, lambda);
    }
    return enclosed;
  }

  private static boolean isAbove(GridValues values, int ix, int iy, double lambda) {
    int p = values.grid.index(ix, iy);
    return !values.isComputable(p) || values.value[p] >= lambda;
  }

  private boolean isInside(Polyline line, GridValues.Window window) {
    double slack = 1e-9;
    for (int i = 0; i < line.size(); i++) {
      double u = grid.x().position(line.x()[i]);
      double v = grid.y().position(line.y()[i]);
      if (u < window.uLow() - slack
          || u > window.uHigh() + slack
          || v < window.vLow() - slack
          || v > window.vHigh() + slack) {
        return false;
      }
    }
    return true;
  }
}
