package org.dipscope.core.fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dipscope.core.compute.CancelToken;

/**
 * A scan along one parameter with what lies between its points.
 *
 * @param scan the points; relative to the lowest minimum of the fit, which may lie outside
 * @param minima of &lambda; within the range, ends of the range included, the lowest first
 * @param segments per level where &minus;2&Delta; ln L lies below it, within the range
 */
public record ProfileLine(ProfileScan scan, List<FitPoint> minima, List<ProfileSegments> segments) {
  /** Minima closer than this part of the range are one. */
  private static final double SAME = 1e-4;

  /** Takes the lists as they are now. */
  public ProfileLine {
    minima = List.copyOf(minima);
    segments = List.copyOf(segments);
  }

  /**
   * Scans.
   *
   * @param known minima of the problem, the lowest first
   * @param k the parameter
   * @param values where to stop, at least two, in ascending order; they may lie outside the bounds
   * @param levels of &minus;2&Delta; ln L, positive
   * @throws java.util.concurrent.CancellationException if the token is cancelled meanwhile
   */
  public static ProfileLine of(
      FitProblem problem,
      List<FitPoint> known,
      int k,
      double[] values,
      double[] levels,
      CancelToken token) {
    ProfileScan scan = ProfileScan.along(problem, known, k, values, token);
    double[] range = {values[0], values[values.length - 1]};
    return new ProfileLine(
        scan,
        minima(problem, scan, k, range, token),
        ProfileSegments.within(problem, scan.minima(), k, range, values.length, levels, token));
  }

  private static List<FitPoint> minima(
      FitProblem problem, ProfileScan scan, int k, double[] range, CancelToken token) {
    FitProblem bounded = problem.with(k, problem.parameters().get(k).within(range[0], range[1]));
    Minimiser minimiser = new Minimiser(bounded);
    FitParameter p = bounded.parameters().get(k);
    List<FitPoint> ends = new ArrayList<>();
    for (int i = 0; i < scan.first().length; i++) {
      if (isLow(scan, i)) {
        for (FitPoint minimum : scan.minima()) {
          token.throwIfCancelled();
          double[] start = minimum.x().clone();
          start[k] = p.internal(scan.first()[i]);
          ends.add(minimiser.minimise(minimiser.minimise(start, k).x()));
        }
      }
    }
    for (FitPoint minimum : scan.minima()) {
      double value = p.external(minimum.x()[k]);
      if (value >= range[0] && value <= range[1]) {
        ends.add(minimum);
      }
    }
    ends.removeIf(end -> !end.converged());
    ends.sort(Comparator.comparingDouble(FitPoint::twiceNll));
    List<FitPoint> kept = new ArrayList<>();
    double same = SAME * (range[1] - range[0]);
    for (FitPoint end : ends) {
      double value = p.external(end.x()[k]);
      if (kept.stream().noneMatch(other -> Math.abs(p.external(other.x()[k]) - value) < same)) {
        kept.add(end);
      }
    }
    return kept;
  }

  /** Whether no neighbour lies lower. */
  private static boolean isLow(ProfileScan scan, int i) {
    double here = scan.twiceNll()[i];
    return (i == 0 || !(scan.twiceNll()[i - 1] < here))
        && (i == scan.first().length - 1 || !(scan.twiceNll()[i + 1] < here));
  }
}
