package org.dipscope.core.fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * Looks for all minima. From the initial values Newton's method goes down; along every parameter in
 * which &lambda; may have several minima, as a signal strength with interference, &lambda; is
 * profiled on a grid of its internal coordinate and every local minimum of that profile is followed
 * down.
 */
public final class FitSearch {
  /** Grid points along a parameter with several minima. */
  private static final int GRID = 61;

  /** Two ends closer than this in every internal coordinate, relative to 1 + |x|, are one. */
  private static final double SAME = 1e-4;

  /** How many unconstrained parameters are started elsewhere; more belong to single bins. */
  private static final int MOST_MOVED = 8;

  /** A pull beyond which a variation is tried with the other sign, in prior widths. */
  private static final double PULLED = 0.3;

  private static final double SAME_DEPTH = 1e-8;

  private final FitProblem problem;
  private final Minimiser minimiser;
  private final CancelToken token;
  private final List<FitPoint> minima = new ArrayList<>();

  private FitSearch(FitProblem problem, CancelToken token) {
    this.problem = problem;
    this.token = token;
    minimiser = new Minimiser(problem);
  }

  /**
   * All minima that were found, the lowest first.
   *
   * @throws ProblemException if no start leads to a minimum
   * @throws java.util.concurrent.CancellationException if the token is cancelled meanwhile
   */
  public static List<FitPoint> minima(FitProblem problem, CancelToken token) {
    return new FitSearch(problem, token).run();
  }

  /**
   * The lowest of these minima.
   *
   * @throws ProblemException as {@link #minima}
   */
  public static FitPoint lowest(FitProblem problem, CancelToken token) {
    return minima(problem, token).getFirst();
  }

  private List<FitPoint> run() {
    FitPoint first = minimiser.minimise(problem.start());
    keep(first);
    for (int k = 0; k < problem.size(); k++) {
      FitParameter p = problem.parameters().get(k);
      if (p.landscape() == FitParameter.Landscape.MANY_MINIMA && !p.fixed()) {
        along(k, minima.isEmpty() ? first : minima.getFirst());
      }
    }
    if (minima.isEmpty()) {
      startElsewhere();
    } else {
      lookAround();
    }
    if (minima.isEmpty()) {
      throw failure(first);
    }
    sort();
    return List.copyOf(minima);
  }

  /**
   * Starts once more with each unconstrained parameter at its lower bound and in the middle, and on
   * the other side of every kink; a variation that both ways changes a template alike may fit with
   * either sign, so those that were pulled far are mirrored too.
   */
  private void lookAround() {
    int moved = 0;
    for (int k = 0; k < problem.size(); k++) {
      FitParameter p = problem.parameters().get(k);
      if (p.prior() == null && !p.fixed() && moved++ < MOST_MOVED) {
        token.throwIfCancelled();
        for (double value : new double[] {p.low(), 0.5 * (p.low() + p.high())}) {
          sort();
          double[] start = minima.getFirst().x().clone();
          start[k] = p.internal(value);
          keep(minimiser.minimise(start));
        }
      }
    }
    for (int k = 0; k < problem.size(); k++) {
      double x = minima.getFirst().x()[k];
      if (mayBeMirrored(problem.parameters().get(k), x)) {
        token.throwIfCancelled();
        sort();
        double[] start = minima.getFirst().x().clone();
        start[k] = Math.abs(x) > 0.1 ? -x : x > 0 ? -0.5 : 0.5;
        keep(minimiser.minimise(start));
      }
    }
  }

  /** Whether the other sign of a variation may fit better: past a kink, or if it was pulled far. */
  private static boolean mayBeMirrored(FitParameter p, double x) {
    Prior prior = p.prior();
    boolean isPulled = prior != null && prior.centre() == 0 && Math.abs(x) > PULLED * prior.width();
    return !p.fixed() && (isPulled || p.landscape() == FitParameter.Landscape.KINK_AT_ZERO);
  }

  /** The lowest first; of those that rounding errors cannot tell apart the smallest coordinate. */
  private void sort() {
    minima.sort(Comparator.comparingDouble(FitPoint::twiceNll));
    double lowest = minima.getFirst().twiceNll();
    int equal = 1;
    while (equal < minima.size() && minima.get(equal).twiceNll() - lowest < SAME_DEPTH) {
      equal++;
    }
    int poi = Math.max(0, problem.poi());
    minima.subList(0, equal).sort(Comparator.comparingDouble(point -> point.x()[poi]));
  }

  private void along(int k, FitPoint from) {
    FitParameter p = problem.parameters().get(k);
    double low = p.internal(p.low());
    double width = p.internal(p.high()) - low;
    double[][] at = new double[GRID][];
    double[] profile = new double[GRID];
    double[] start = from.x().clone();
    for (int i = 0; i < GRID; i++) {
      token.throwIfCancelled();
      start[k] = low + width * i / (GRID - 1);
      FitPoint point = minimiser.minimise(start, k);
      profile[i] = point.converged() ? point.twiceNll() : Double.POSITIVE_INFINITY;
      at[i] = point.x();
      start = point.converged() ? point.x().clone() : from.x().clone();
    }
    for (int i = 0; i < GRID; i++) {
      boolean left = i == 0 || profile[i] <= profile[i - 1];
      boolean right = i == GRID - 1 || profile[i] <= profile[i + 1];
      if (left && right && profile[i] < Double.POSITIVE_INFINITY) {
        keep(minimiser.minimise(at[i]));
      }
    }
  }

  private void keep(FitPoint point) {
    if (!point.converged()) {
      return;
    }
    for (int i = 0; i < minima.size(); i++) {
      if (isSame(minima.get(i), point)) {
        if (point.twiceNll() < minima.get(i).twiceNll()) {
          minima.set(i, point);
        }
        return;
      }
    }
    minima.add(point);
  }

  private boolean isSame(FitPoint one, FitPoint other) {
    boolean isFlat = one.isDegenerate() || other.isDegenerate();
    double difference = Math.abs(one.twiceNll() - other.twiceNll());
    if (isFlat && difference < 1e-6 * (1 + Math.abs(one.twiceNll()))) {
      return true;
    }
    for (int k = 0; k < one.x().length; k++) {
      double distance = Math.abs(one.x()[k] - other.x()[k]);
      if (distance > SAME * (1 + Math.abs(one.x()[k]))) {
        return false;
      }
    }
    return true;
  }

  /** Tries other values of the parameter of interest, and then the middle of all bounds. */
  private void startElsewhere() {
    int poi = problem.poi();
    for (int i = 0; i <= 8 && poi >= 0; i++) {
      FitParameter p = problem.parameters().get(poi);
      double[] start = problem.start();
      start[poi] = p.internal(p.low() + (p.high() - p.low()) * Math.pow(2, i - 8));
      token.throwIfCancelled();
      keep(minimiser.minimise(start));
    }
    if (minima.isEmpty()) {
      double[] middle = problem.start();
      for (int k = 0; k < middle.length; k++) {
        FitParameter p = problem.parameters().get(k);
        middle[k] = p.fixed() ? middle[k] : p.internal(0.5 * (p.low() + p.high()));
      }
      keep(minimiser.minimise(middle));
    }
  }

  /** Why there is no minimum: the parameter whose slope is steepest in its own scale. */
  private ProblemException failure(FitPoint point) {
    double[] hessian = new double[problem.size() * problem.size()];
    problem.objective().evaluate(point.x(), new double[problem.size()], hessian);
    int worst = -1;
    double steepest = -1;
    for (int k = 0; k < problem.size(); k++) {
      double curvature = Math.abs(hessian[k * problem.size() + k]);
      double slope = Math.abs(point.gradient()[k]) / Math.sqrt(Math.max(1e-12, curvature));
      if (!problem.parameters().get(k).fixed() && !(slope <= steepest)) {
        steepest = slope;
        worst = k;
      }
    }
    String where =
        worst < 0
            ? "no parameter is free"
            : "-2 ln L still falls along "
                + problem.parameters().get(worst).name()
                + " at "
                + problem.parameters().get(worst).external(point.x()[worst]);
    String bin = problem.objective().diagnosis(point.x()).map(d -> "; " + d).orElse("");
    return new ProblemException(
        Problem.computation(
            "The fit finds no minimum within "
                + point.iterations()
                + " steps: "
                + where
                + bin
                + ".",
            "Fix the parameter, or correct its bounds, its start or the templates."));
  }
}
