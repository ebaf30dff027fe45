package org.dipscope.core.likelihood;

import java.util.Arrays;
import java.util.List;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.fit.FitPoint;
import org.dipscope.core.fit.FitProblem;
import org.dipscope.core.fit.Minimiser;

/**
 * &lambda; of a fit above its lowest minimum with two parameters held at a position, all others
 * fitted from the last position and from every known minimum. The nuisances are the coordinates of
 * the fit, all of them.
 */
final class FittedPoint implements PointLikelihood {
  private final FitProblem problem;
  private final Minimiser minimiser;
  private final List<FitPoint> minima;
  private final int[] held;
  private final ParameterGrid grid;
  private final CancelToken token;
  private final double[] last;
  private final double[] start;
  private PointStatus status = PointStatus.INCOMPUTABLE;

  FittedPoint(
      FitProblem problem,
      List<FitPoint> minima,
      int first,
      int second,
      ParameterGrid grid,
      CancelToken token) {
    this.problem = problem;
    this.minima = minima;
    this.grid = grid;
    this.token = token;
    held = new int[] {first, second};
    minimiser = new Minimiser(problem);
    last = minima.getFirst().x().clone();
    start = last.clone();
  }

  @Override
  public PointStatus statusAt(double u, double v) {
    return PointStatus.PHYSICAL;
  }

  @Override
  public double at(double u, double v) {
    token.throwIfCancelled();
    double x = problem.parameters().get(held[0]).internal(grid.x().value(u));
    double y = problem.parameters().get(held[1]).internal(grid.y().value(v));
    double lowest = attempt(last.clone(), x, y, Double.POSITIVE_INFINITY);
    for (FitPoint minimum : minima) {
      lowest = attempt(minimum.x(), x, y, lowest);
    }
    if (!(lowest < Double.POSITIVE_INFINITY)) {
      status = PointStatus.INCOMPUTABLE;
      restart();
      return Double.NaN;
    }
    boolean isPhysical = problem.objective().diagnosis(last).isEmpty();
    status = isPhysical ? PointStatus.PHYSICAL : PointStatus.UNPHYSICAL;
    return lowest - minima.getFirst().twiceNll();
  }

  private double attempt(double[] from, double x, double y, double lowest) {
    System.arraycopy(from, 0, start, 0, start.length);
    start[held[0]] = x;
    start[held[1]] = y;
    FitPoint end = minimiser.minimise(start, held);
    if (!end.converged() || !(end.twiceNll() < lowest)) {
      return lowest;
    }
    System.arraycopy(end.x(), 0, last, 0, last.length);
    return end.twiceNll();
  }

  @Override
  public PointStatus status() {
    return status;
  }

  @Override
  public void restart() {
    System.arraycopy(minima.getFirst().x(), 0, last, 0, last.length);
  }

  @Override
  public void startAt(double[] nuisances, int offset) {
    System.arraycopy(nuisances, offset, last, 0, last.length);
  }

  @Override
  public double[] nuisances() {
    return last;
  }

  /** The coordinates of the fit at a position; NaN where there is none. */
  double[] fitted(double u, double v) {
    double[] x = new double[last.length];
    if (Double.isNaN(at(u, v))) {
      Arrays.fill(x, Double.NaN);
    } else {
      System.arraycopy(last, 0, x, 0, x.length);
    }
    return x;
  }
}
