package org.dipscope.core.neyman;

import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.fit.FitParameter;
import org.dipscope.core.fit.FitPoint;
import org.dipscope.core.fit.FitProblem;
import org.dipscope.core.fit.FitSearch;
import org.dipscope.core.fit.Minimiser;
import org.jspecify.annotations.Nullable;

/**
 * One data set as a function of the strength, with all other parameters fitted: ln L(&mu;) =
 * &minus;&frac12; min &lambda;, its largest value, and its average over a focus. Belongs to one
 * thread.
 */
final class ProfiledData {
  /** A rise of &lambda; beyond which a unimodal likelihood adds nothing to an average. */
  private static final double NEGLIGIBLE = 100;

  private final FitProblem problem;
  private final int poi;
  private final CancelToken token;
  private final Minimiser minimiser;
  private final boolean isFocused;
  private FitPoint best;
  private double logAverage;

  /**
   * Fits the data.
   *
   * @param nodes for a focused statistic; null for the likelihood ratio
   * @throws org.dipscope.core.problem.ProblemException if there is no minimum
   */
  ProfiledData(FitProblem problem, @Nullable FocusNodes nodes, CancelToken token) {
    this.problem = problem;
    this.token = token;
    poi = problem.poi();
    minimiser = new Minimiser(problem);
    isFocused = nodes != null;
    if (nodes == null) {
      best = FitSearch.lowest(problem, token);
    } else {
      FitPoint first = minimiser.minimise(problem.start());
      best = first.converged() ? first : FitSearch.lowest(problem, token);
      logAverage = average(nodes);
    }
  }

  private double average(FocusNodes nodes) {
    double[] term = new double[nodes.u().length];
    java.util.Arrays.fill(term, Double.NEGATIVE_INFINITY);
    boolean isPlain =
        problem.parameters().get(poi).landscape() != FitParameter.Landscape.MANY_MINIMA;
    FitPoint start = best;
    int middle = nodes.nearest(start.x()[poi]);
    walk(nodes, term, start, middle, 1, isPlain);
    walk(nodes, term, start, middle - 1, -1, isPlain);
    double largest = Double.NEGATIVE_INFINITY;
    for (double value : term) {
      largest = Math.max(largest, value);
    }
    double sum = 0;
    for (double value : term) {
      sum += Math.exp(value - largest);
    }
    return largest + Math.log(sum);
  }

  /** Profiles from node to node, each fit starting where the last one ended. */
  private void walk(
      FocusNodes nodes, double[] term, FitPoint start, int from, int step, boolean stops) {
    FitPoint before = start;
    for (int k = from; k >= 0 && k < term.length; k += step) {
      double[] x = before.x().clone();
      x[poi] = nodes.u()[k];
      FitPoint point = held(x);
      term[k] = nodes.logWeight()[k] - 0.5 * point.twiceNll();
      before = point;
      if (point.twiceNll() < best.twiceNll()) {
        best = point;
      }
      if (stops && point.twiceNll() > best.twiceNll() + NEGLIGIBLE) {
        return;
      }
    }
  }

  private FitPoint held(double[] x) {
    token.throwIfCancelled();
    FitPoint point = minimiser.minimise(x, poi);
    if (point.converged()) {
      return point;
    }
    double[] elsewhere = problem.start();
    elsewhere[poi] = x[poi];
    FitPoint second = minimiser.minimise(elsewhere, poi);
    if (second.converged()) {
      return second;
    }
    FitParameter p = problem.parameters().get(poi);
    return FitSearch.lowest(problem.with(poi, p.fixedAt(p.external(x[poi]))), token);
  }

  /** The fit with the strength held. */
  FitPoint at(double strength) {
    double[] x = best.x().clone();
    x[poi] = problem.parameters().get(poi).internal(strength);
    FitPoint point = held(x);
    if (!isFocused && point.twiceNll() < best.twiceNll()) {
      FitPoint deeper = minimiser.minimise(point.x());
      best = deeper.converged() && deeper.twiceNll() < point.twiceNll() ? deeper : point;
    }
    return point;
  }

  /** ln L at a strength, up to the constant that {@link #reference} has too. */
  double logLikelihood(double strength) {
    return -0.5 * at(strength).twiceNll();
  }

  /** ln of the density of the data at a point, up to a constant of the data. */
  double logDensity(double[] x) {
    return -0.5 * problem.objective().value(x);
  }

  /** R of T = 2 (R &minus; ln L); ask for it last, since held fits may find a deeper minimum. */
  double reference() {
    return isFocused ? logAverage : -0.5 * best.twiceNll();
  }

  /** The strength at the lowest known minimum. */
  double bestStrength() {
    return problem.parameters().get(poi).external(best.x()[poi]);
  }

  /** The lowest known minimum. */
  FitPoint best() {
    return best;
  }
}
