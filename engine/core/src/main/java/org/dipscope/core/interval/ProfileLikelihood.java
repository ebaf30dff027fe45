package org.dipscope.core.interval;

import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.fit.FitParameter;
import org.dipscope.core.fit.FitPoint;
import org.dipscope.core.fit.FitProblem;
import org.dipscope.core.fit.FitSearch;
import org.dipscope.core.fit.Minimiser;
import org.jspecify.annotations.Nullable;

/**
 * One data set as a function of the parameter of interest: its best fit, and the fits with that
 * parameter held. A held fit that lies below the best one becomes the start of a new best one.
 */
final class ProfileLikelihood {
  private static final double DEEPER = 1e-7;

  private final FitProblem problem;
  private final int poi;
  private final CancelToken token;
  private final Minimiser minimiser;
  private @Nullable FitPoint best;

  ProfileLikelihood(FitProblem problem, CancelToken token) {
    this.problem = problem;
    this.token = token;
    poi = problem.poi();
    minimiser = new Minimiser(problem);
  }

  /** The fit with the parameter of interest held at a value, which may lie outside its bounds. */
  FitPoint at(double value) {
    FitParameter p = problem.parameters().get(poi);
    double[] start = problem.start();
    start[poi] = p.internal(value);
    FitPoint point = minimiser.minimise(start, poi);
    FitPoint free = best;
    if (free != null) {
      double[] other = free.x().clone();
      other[poi] = p.internal(value);
      FitPoint second = minimiser.minimise(other, poi);
      boolean isBetter = second.converged() && second.twiceNll() < point.twiceNll();
      point = isBetter || !point.converged() ? second : point;
    }
    return point.converged() ? point : FitSearch.lowest(held(p.fixedAt(value)), token);
  }

  private FitProblem held(FitParameter fixed) {
    return problem.with(poi, fixed);
  }

  /** The best fit. */
  FitPoint best() {
    FitPoint known = best;
    if (known == null) {
      known = FitSearch.lowest(problem, token);
      best = known;
    }
    return known;
  }

  /** The fitted parameter of interest. */
  double bestValue() {
    return problem.parameters().get(poi).external(best().x()[poi]);
  }

  /**
   * The statistic for a tested value.
   *
   * @param held the fit held there
   */
  double statistic(TestStatistic statistic, double tested, FitPoint held) {
    if (problem.objective().diagnosis(held.x()).isPresent()) {
      return Double.POSITIVE_INFINITY;
    }
    FitParameter p = problem.parameters().get(poi);
    boolean isInside = tested >= p.low() && tested <= p.high();
    if (isInside && held.twiceNll() < best().twiceNll() - DEEPER) {
      FitPoint deeper = minimiser.minimise(held.x());
      best = deeper.converged() ? deeper : best();
    }
    boolean isOnOtherSide =
        statistic == TestStatistic.Q0 ? bestValue() < tested : bestValue() > tested;
    return isOnOtherSide ? 0 : Math.max(0, held.twiceNll() - best().twiceNll());
  }
}
