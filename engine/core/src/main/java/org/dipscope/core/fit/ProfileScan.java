package org.dipscope.core.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.dipscope.core.compute.CancelToken;

/**
 * &lambda; along one parameter or over two, all others fitted at every point. Each point starts
 * from its neighbours, in both directions, and from all known minima, and keeps the lowest end.
 * Where a point lies below the lowest known minimum, the fit is taken up again from there and the
 * scan repeated with the new minimum among its starts.
 *
 * @param first the values of the first parameter
 * @param second those of the second; a single one without meaning in a scan of one parameter
 * @param twiceNll &lambda; at first i and second j in place i &middot; (number of second) + j; NaN
 *     where no fit converges
 * @param minima all minima known in the end, the lowest first
 * @param isReseeded whether the scan found a lower minimum than it was given
 */
public record ProfileScan(
    double[] first, double[] second, double[] twiceNll, List<FitPoint> minima, boolean isReseeded) {
  private static final double DEEPER = 1e-6;
  private static final int MOST_RESTARTS = 5;

  /** Takes the list as it is now. */
  public ProfileScan {
    minima = List.copyOf(minima);
  }

  /** Is told, on the thread that scans, how far a scan is. */
  @FunctionalInterface
  public interface Watcher {
    /** Watches nothing. */
    Watcher NONE = (fraction, soFar) -> {};

    /**
     * A point was fitted.
     *
     * @param fraction how much of the present round is done, 0 to 1; it starts again where a lower
     *     minimum was found
     * @param soFar makes what is known now: values can only become smaller, and are NaN where no
     *     fit was tried or converged yet
     */
    void onPoint(double fraction, Supplier<ProfileScan> soFar);
  }

  /** &minus;2&Delta; ln L to the lowest minimum. */
  public double twiceDeltaNll(int i, int j) {
    return twiceNll[i * second.length + j] - minima.getFirst().twiceNll();
  }

  /**
   * Scans along one parameter.
   *
   * @param minima of the problem, the lowest first
   * @param k the parameter
   * @param values where to stop, in ascending order; they may lie outside the bounds
   * @throws java.util.concurrent.CancellationException if the token is cancelled meanwhile
   */
  public static ProfileScan along(
      FitProblem problem, List<FitPoint> minima, int k, double[] values, CancelToken token) {
    return along(problem, minima, k, values, Watcher.NONE, token);
  }

  /**
   * The same, watched.
   *
   * @throws java.util.concurrent.CancellationException if the token is cancelled meanwhile
   */
  public static ProfileScan along(
      FitProblem problem,
      List<FitPoint> minima,
      int k,
      double[] values,
      Watcher watcher,
      CancelToken token) {
    return scan(problem, minima, new int[] {k}, values, new double[1], watcher, token);
  }

  /**
   * Scans over two parameters.
   *
   * @throws java.util.concurrent.CancellationException if the token is cancelled meanwhile
   */
  public static ProfileScan over(
      FitProblem problem,
      List<FitPoint> minima,
      int k,
      double[] first,
      int l,
      double[] second,
      CancelToken token) {
    return over(problem, minima, k, first, l, second, Watcher.NONE, token);
  }

  /**
   * The same, watched.
   *
   * @throws java.util.concurrent.CancellationException if the token is cancelled meanwhile
   */
  public static ProfileScan over(
      FitProblem problem,
      List<FitPoint> minima,
      int k,
      double[] first,
      int l,
      double[] second,
      Watcher watcher,
      CancelToken token) {
    return scan(problem, minima, new int[] {k, l}, first, second, watcher, token);
  }

  private static ProfileScan scan(
      FitProblem problem,
      List<FitPoint> known,
      int[] parameters,
      double[] first,
      double[] second,
      Watcher watcher,
      CancelToken token) {
    List<FitPoint> minima = new ArrayList<>(known);
    Minimiser minimiser = new Minimiser(problem);
    for (int restart = 0; ; restart++) {
      Sweep sweep = new Sweep(problem, minimiser, parameters, first, second, token);
      boolean hasRestarted = restart > 0;
      List<FitPoint> starts = List.copyOf(minima);
      int attempts = sweep.attempts(starts.size());
      sweep.onAttempt(
          done ->
              watcher.onPoint(
                  Math.min(1, (double) done / attempts),
                  () ->
                      new ProfileScan(
                          first.clone(), second.clone(), sweep.twiceNll(), starts, hasRestarted)));
      starts.forEach(sweep::from);
      sweep.spread();
      FitPoint lowest = sweep.lowest();
      double depth = minima.getFirst().twiceNll();
      FitPoint released =
          lowest != null && lowest.twiceNll() < depth - DEEPER
              ? minimiser.minimise(lowest.x())
              : minima.getFirst();
      boolean isDeeper = released.converged() && released.twiceNll() < depth - DEEPER;
      if (!isDeeper || restart == MOST_RESTARTS) {
        return new ProfileScan(
            first.clone(), second.clone(), sweep.twiceNll(), minima, hasRestarted);
      }
      minima.addFirst(released);
    }
  }

  /** The points of one scan with the best ends so far. */
  private static final class Sweep {
    private final FitProblem problem;
    private final Minimiser minimiser;
    private final int[] parameters;
    private final double[] first;
    private final double[] second;
    private final CancelToken token;
    private final @org.jspecify.annotations.Nullable FitPoint[] points;
    private IntConsumer onAttempt = done -> {};
    private int done;

    Sweep(
        FitProblem problem,
        Minimiser minimiser,
        int[] parameters,
        double[] first,
        double[] second,
        CancelToken token) {
      this.problem = problem;
      this.minimiser = minimiser;
      this.parameters = parameters;
      this.first = first;
      this.second = second;
      this.token = token;
      points = new FitPoint[first.length * second.length];
    }

    void onAttempt(IntConsumer listener) {
      onAttempt = listener;
    }

    /** How many fits there are at most: from every minimum, and from all neighbours. */
    int attempts(int minima) {
      int sides = (first.length > 1 ? 2 : 0) + (second.length > 1 ? 2 : 0);
      return points.length * (minima + sides);
    }

    /** Starts every point from a minimum. */
    void from(FitPoint minimum) {
      for (int at = 0; at < points.length; at++) {
        attempt(at, minimum.x());
      }
    }

    /** Starts points from their neighbours, forth and back. */
    void spread() {
      int columns = second.length;
      for (int at = 0; at < points.length; at++) {
        neighbour(at, at % columns > 0 ? at - 1 : -1);
        neighbour(at, at - columns);
      }
      for (int at = points.length - 1; at >= 0; at--) {
        neighbour(at, at % columns < columns - 1 ? at + 1 : -1);
        neighbour(at, at + columns);
      }
    }

    private void neighbour(int at, int from) {
      FitPoint point = from >= 0 && from < points.length ? points[from] : null;
      if (point != null) {
        attempt(at, point.x());
      }
    }

    private void attempt(int at, double[] x) {
      token.throwIfCancelled();
      double[] start = x.clone();
      double[] target = {first[at / second.length], second[at % second.length]};
      for (int i = 0; i < parameters.length; i++) {
        start[parameters[i]] = problem.parameters().get(parameters[i]).internal(target[i]);
      }
      FitPoint end = minimiser.minimise(start, parameters);
      FitPoint before = points[at];
      if (end.converged() && (before == null || end.twiceNll() < before.twiceNll())) {
        points[at] = end;
      }
      onAttempt.accept(++done);
    }

    @org.jspecify.annotations.Nullable
    FitPoint lowest() {
      FitPoint lowest = null;
      for (FitPoint point : points) {
        if (point != null && (lowest == null || point.twiceNll() < lowest.twiceNll())) {
          lowest = point;
        }
      }
      return lowest;
    }

    double[] twiceNll() {
      double[] values = new double[points.length];
      Arrays.setAll(
          values,
          at -> {
            FitPoint point = points[at];
            return point == null ? Double.NaN : point.twiceNll();
          });
      return values;
    }
  }
}
