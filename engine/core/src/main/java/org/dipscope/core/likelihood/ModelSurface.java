package org.dipscope.core.likelihood;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.fit.FitParameter;
import org.dipscope.core.fit.FitPoint;
import org.dipscope.core.fit.FitProblem;
import org.dipscope.core.fit.Minimiser;

/**
 * &minus;2&Delta; ln L of any fit over two of its parameters, all others fitted at every point.
 *
 * @param surface relative to the lowest minimum of the fit, which may lie outside the grid; a point
 *     is unphysical where the best fit there is
 * @param minima of the fit over all parameters, the lowest first
 * @param isReseeded whether the scan found a lower minimum than it was given
 */
public record ModelSurface(LikelihoodSurface surface, List<FitPoint> minima, boolean isReseeded) {
  private static final double DEEPER = 1e-6;
  private static final int MOST_RESTARTS = 5;
  private static final int MOST_NUMBERS = 1 << 27;

  /** Minima closer than this, in grid steps, are one. */
  private static final double SAME = 1e-3;

  /** How far, in grid steps, a minimum may move when the grid is left. */
  private static final double NEAR = 0.5;

  /** Takes the list as it is now. */
  public ModelSurface {
    minima = List.copyOf(minima);
  }

  /**
   * Scans. Where a point lies below the lowest known minimum, the fit is taken up from there and
   * the scan repeated.
   *
   * @param newProblem the problem with buffers of its own for every thread
   * @param known minima of the problem, the lowest first
   * @param first the parameter along x
   * @param second the parameter along y
   * @param grid values of both, which may lie outside their bounds
   * @throws org.dipscope.core.problem.ProblemException if the points do not fit into memory
   * @throws java.util.concurrent.CancellationException if the token is cancelled meanwhile
   */
  public static ModelSurface of(
      Supplier<FitProblem> newProblem,
      List<FitPoint> known,
      int first,
      int second,
      ParameterGrid grid,
      SurfaceOptions options,
      Workers workers,
      CancelToken token) {
    List<FitPoint> minima = new ArrayList<>(known);
    int size = known.getFirst().x().length;
    if ((long) grid.size() * size > MOST_NUMBERS) {
      throw Checks.bad(
          "The scan keeps %d parameters at %d points.".formatted(size, grid.size()),
          "Take fewer points.");
    }
    for (int restart = 0; ; restart++) {
      List<FitPoint> starts = List.copyOf(minima);
      Supplier<FittedPoint> points =
          () -> new FittedPoint(newProblem.get(), starts, first, second, grid, token);
      SurfaceSearch search = new SurfaceSearch(grid, size, points, points, options);
      GridValues values = search.values(workers, token);
      Released released = Released.of(newProblem.get(), first, second, grid);
      List<RefinedMinima.Minimum> found = new ArrayList<>();
      FittedPoint point = points.get();
      for (RefinedMinima.Minimum minimum : search.minima(values, workers, token)) {
        released.minimum(minimum, point.fitted(minimum.u(), minimum.v()), starts.getFirst(), found);
      }
      for (FitPoint start : starts) {
        released.known(start, starts.getFirst(), new RefinedMinima(values), point, found, token);
      }
      found.sort(Comparator.comparingDouble(RefinedMinima.Minimum::value));
      boolean isDeeper = !found.isEmpty() && found.getFirst().value() < -DEEPER;
      if (!isDeeper || restart == MOST_RESTARTS) {
        double reference = Math.min(0, found.isEmpty() ? 0 : found.getFirst().value());
        return new ModelSurface(
            search.surface(values, found, reference, workers, token), minima, restart > 0);
      }
      RefinedMinima.Minimum lowest = found.getFirst();
      FitPoint start =
          new Minimiser(newProblem.get()).minimise(point.fitted(lowest.u(), lowest.v()));
      if (!start.converged() || !(start.twiceNll() < minima.getFirst().twiceNll() - DEEPER)) {
        return new ModelSurface(
            search.surface(values, found, lowest.value(), workers, token), minima, restart > 0);
      }
      minima.addFirst(start);
    }
  }

  /** Minima with the two parameters released within the grid, which ends exactly at them. */
  private record Released(
      FitProblem bounded, Minimiser minimiser, int first, int second, ParameterGrid grid) {
    static Released of(FitProblem problem, int first, int second, ParameterGrid grid) {
      FitProblem bounded = within(problem, first, second, grid);
      return new Released(bounded, new Minimiser(bounded), first, second, grid);
    }

    private static FitProblem within(FitProblem problem, int k, int l, ParameterGrid grid) {
      FitParameter p = problem.parameters().get(k).within(grid.x().low(), grid.x().high());
      FitParameter q = problem.parameters().get(l).within(grid.y().low(), grid.y().high());
      return problem.with(k, p).with(l, q);
    }

    void minimum(
        RefinedMinima.Minimum m, double[] start, FitPoint best, List<RefinedMinima.Minimum> found) {
      FitPoint end = minimiser.minimise(start);
      double u = column(end);
      double v = row(end);
      boolean isNear = Math.abs(u - m.u()) < NEAR && Math.abs(v - m.v()) < NEAR;
      double value = end.twiceNll() - best.twiceNll();
      RefinedMinima.Minimum moved =
          end.converged() && isNear && value <= m.value() + DEEPER ? m.movedTo(u, v, value) : m;
      boolean isKnown =
          found.stream()
              .anyMatch(
                  other ->
                      Math.abs(other.u() - moved.u()) < SAME
                          && Math.abs(other.v() - moved.v()) < SAME);
      if (!isKnown) {
        found.add(moved);
      }
    }

    private double column(FitPoint point) {
      return grid.x().position(bounded.parameters().get(first).external(point.x()[first]));
    }

    private double row(FitPoint point) {
      return grid.y().position(bounded.parameters().get(second).external(point.x()[second]));
    }

    /** A minimum of the fit, which the grid may be too coarse to show. */
    void known(
        FitPoint known,
        FitPoint best,
        RefinedMinima refined,
        FittedPoint point,
        List<RefinedMinima.Minimum> found,
        CancelToken token) {
      double u = column(known);
      double v = row(known);
      boolean isInside = u >= 0 && v >= 0 && u <= grid.x().count() - 1 && v <= grid.y().count() - 1;
      if (isInside) {
        double value = known.twiceNll() - best.twiceNll();
        minimum(refined.refined(u, v, value, Double.NaN, point, token), known.x(), best, found);
      }
    }
  }
}
