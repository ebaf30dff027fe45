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
   * The segments of a parameter within its bounds.
   *
   * @param result of the fit
   * @param k the parameter
   * @param level positive
   * @throws java.util.concurrent.CancellationException if the token is cancelled meanwhile
   */
  public static ProfileSegments of(FitResult result, int k, double level, CancelToken token) {
    FitProblem problem = result.problem();
    FitParameter p = problem.parameters().get(k);
    Minimiser minimiser = new Minimiser(problem);
    double target = result.best().twiceNll() + level;
    DoubleUnaryOperator excess =
        u -> {
          token.throwIfCancelled();
          double lowest = Double.POSITIVE_INFINITY;
          for (FitPoint minimum : result.minima()) {
            double[] start = minimum.x().clone();
            start[k] = u;
            FitPoint point = minimiser.minimise(start, k);
            lowest = point.converged() ? Math.min(lowest, point.twiceNll()) : lowest;
          }
          return Math.min(lowest, Double.MAX_VALUE) - target;
        };
    TreeMap<Double, Double> profile = new TreeMap<>();
    double low = p.internal(p.low());
    double width = p.internal(p.high()) - low;
    for (int i = 0; i < GRID; i++) {
      double u = low + width * i / (GRID - 1);
      profile.put(u, excess.applyAsDouble(u));
    }
    for (FitPoint minimum : result.minima()) {
      profile.put(minimum.x()[k], minimum.twiceNll() - target);
    }
    return new ProfileSegments(level, segments(p, profile, excess));
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
