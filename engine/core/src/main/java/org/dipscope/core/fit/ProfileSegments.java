package org.dipscope.core.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.math.BracketedRoot;

/**
 * Where the profile of &lambda; along one parameter lies less than a level above its lowest point:
 * a union of segments, since interference gives several minima. By Wilks' theorem level 1 covers
 * 68.3 % and level 4 95.4 %, which interference breaks.
 *
 * @param level of &minus;2&Delta; ln L
 * @param segments ascending and apart
 */
public record ProfileSegments(double level, List<Segment> segments) {
  private static final int GRID = 81;
  private static final double TOLERANCE = 1e-9;

  /** Takes the list as it is now. */
  public ProfileSegments {
    segments = List.copyOf(segments);
  }

  /** A closed interval of values; an end may be a bound of the parameter. */
  public record Segment(double low, double high) {}

  /**
   * The segments of a parameter within its bounds, for each of some levels.
   *
   * @param result of the fit
   * @param k the parameter
   * @param levels positive
   * @throws java.util.concurrent.CancellationException if the token is cancelled meanwhile
   */
  public static List<ProfileSegments> of(
      FitResult result, int k, double[] levels, CancelToken token) {
    FitParameter p = result.problem().parameters().get(k);
    return new Profile(result.problem(), result.minima(), k, token)
        .below(p.low(), p.high(), GRID, levels);
  }

  /**
   * The same within any range.
   *
   * @param minima of the problem, the lowest first
   * @param points at how many values, at least two, the profile is looked at before its crossings
   *     are followed
   */
  static List<ProfileSegments> within(
      FitProblem problem,
      List<FitPoint> minima,
      int k,
      double[] range,
      int points,
      double[] levels,
      CancelToken token) {
    return new Profile(problem, minima, k, token)
        .below(range[0], range[1], Math.max(GRID, points), levels);
  }

  /** &lambda; along a parameter, all others fitted from every minimum. */
  private record Profile(
      FitProblem problem, List<FitPoint> minima, int k, Minimiser minimiser, CancelToken token) {
    Profile(FitProblem problem, List<FitPoint> minima, int k, CancelToken token) {
      this(problem, minima, k, new Minimiser(problem), token);
    }

    double at(double u) {
      token.throwIfCancelled();
      double lowest = Double.POSITIVE_INFINITY;
      for (FitPoint minimum : minima) {
        double[] start = minimum.x().clone();
        start[k] = u;
        FitPoint point = minimiser.minimise(start, k);
        lowest = point.converged() ? Math.min(lowest, point.twiceNll()) : lowest;
      }
      return Math.min(lowest, Double.MAX_VALUE);
    }

    List<ProfileSegments> below(double lowest, double highest, int points, double[] levels) {
      FitParameter p = problem.parameters().get(k);
      TreeMap<Double, Double> profile = new TreeMap<>();
      double low = p.internal(lowest);
      double high = p.internal(highest);
      for (int i = 0; i < points; i++) {
        double u = i == points - 1 ? high : low + (high - low) * i / (points - 1);
        profile.put(u, at(u));
      }
      for (FitPoint minimum : minima) {
        if (minimum.x()[k] >= low && minimum.x()[k] <= high) {
          profile.put(minimum.x()[k], minimum.twiceNll());
        }
      }
      List<ProfileSegments> all = new ArrayList<>();
      for (double level : levels) {
        double target = minima.getFirst().twiceNll() + level;
        TreeMap<Double, Double> excess = new TreeMap<>();
        profile.forEach((u, value) -> excess.put(u, value - target));
        all.add(new ProfileSegments(level, segments(p, excess, u -> at(u) - target)));
      }
      return all;
    }
  }

  private static List<Segment> segments(
      FitParameter p, TreeMap<Double, Double> profile, DoubleUnaryOperator excess) {
    double[] u = profile.keySet().stream().mapToDouble(Double::doubleValue).toArray();
    double[] f = profile.values().stream().mapToDouble(Double::doubleValue).toArray();
    List<Segment> segments = new ArrayList<>();
    double start = u[0];
    for (int i = 0; i < u.length; i++) {
      boolean isInside = f[i] < 0;
      boolean wasInside = i > 0 && f[i - 1] < 0;
      if (isInside && !wasInside) {
        start = i == 0 ? u[0] : crossing(excess, u, f, i);
      }
      if (!isInside && wasInside) {
        segments.add(new Segment(p.external(start), p.external(crossing(excess, u, f, i))));
      }
    }
    if (f[u.length - 1] < 0) {
      segments.add(new Segment(p.external(start), p.external(u[u.length - 1])));
    }
    return segments;
  }

  private static double crossing(DoubleUnaryOperator excess, double[] u, double[] f, int i) {
    return BracketedRoot.find(excess, u[i - 1], f[i - 1], u[i], f[i], TOLERANCE);
  }
}
