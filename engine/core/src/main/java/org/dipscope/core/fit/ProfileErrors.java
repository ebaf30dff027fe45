package org.dipscope.core.fit;

import java.util.Optional;

/**
 * Asymmetric errors of one parameter after another: how far its value moves until the profile of
 * &lambda;, all others fitted, has risen by 1 (the MINOS errors of F. James and M. Roos, Comput.
 * Phys. Commun. 10 (1975) 343). The crossing is found by Newton's method on &radic;&Delta;&lambda;,
 * whose slope the fits supply exactly.
 */
final class ProfileErrors {
  private static final int MOST_FITS = 25;
  private static final double TOLERANCE = 1e-7;
  private static final double DEEPER = 1e-6;

  private final FitProblem problem;
  private final Minimiser minimiser;
  private final FitPoint best;
  private final Hesse hesse;
  private Optional<FitPoint> deeper = Optional.empty();

  ProfileErrors(FitProblem problem, Minimiser minimiser, FitPoint best, Hesse hesse) {
    this.problem = problem;
    this.minimiser = minimiser;
    this.best = best;
    this.hesse = hesse;
  }

  /**
   * A point below the best one that was met on the way; the errors are then those of no minimum.
   */
  Optional<FitPoint> deeper() {
    return deeper;
  }

  /**
   * The error on one side.
   *
   * @param direction +1 upwards, -1 downwards
   * @return its size, not negative; NaN if &lambda; does not rise by 1 up to the bound
   */
  double of(int k, int direction) {
    FitParameter p = problem.parameters().get(k);
    double from = best.x()[k];
    double bound = p.internal(direction > 0 ? p.high() : p.low());
    double end = crossing(k, direction, Math.abs(bound - from));
    return Math.abs(p.external(from + direction * end) - p.external(from));
  }

  /** The distance of the crossing in the internal coordinate, or NaN. */
  private double crossing(int k, int direction, double room) {
    double sigma = Math.sqrt(hesse.internal(k, k));
    double inside = 0;
    double outside = Double.POSITIVE_INFINITY;
    double distance = sigma > 0 ? Math.min(sigma, room) : 0.1 * room;
    double[] previous = best.x();
    double previousDistance = 0;
    for (int fit = 0; fit < MOST_FITS && distance > 0; fit++) {
      double[] start = start(k, direction, distance, previous, previousDistance);
      FitPoint point = lowest(start, k);
      if (!point.converged()) {
        return Double.NaN;
      }
      double rise = point.twiceNll() - best.twiceNll();
      if (rise < -DEEPER) {
        deeper = Optional.of(point);
        return Double.NaN;
      }
      double root = Math.sqrt(Math.max(0, rise));
      if (Math.abs(root - 1) < TOLERANCE) {
        return distance;
      }
      if (root < 1) {
        inside = Math.max(inside, distance);
        if (distance >= room) {
          return Double.NaN;
        }
      } else {
        outside = Math.min(outside, distance);
      }
      previous = point.x();
      previousDistance = distance;
      double slope = direction * point.gradient()[k] / (2 * root);
      distance = next(distance, root, slope, inside, outside, room);
      if (outside - inside < 1e-12 * (1 + outside)) {
        return distance;
      }
    }
    return Double.NaN;
  }

  /** The fit with the parameter held; at the crossing a start from the best point is tried too. */
  private FitPoint lowest(double[] start, int k) {
    FitPoint point = minimiser.minimise(start, k);
    double rise = point.twiceNll() - best.twiceNll();
    if (!(Math.abs(Math.sqrt(Math.max(0, rise)) - 1) < TOLERANCE)) {
      return point;
    }
    double[] other = best.x().clone();
    other[k] = start[k];
    FitPoint second = minimiser.minimise(other, k);
    return second.converged() && second.twiceNll() < point.twiceNll() - DEEPER ? second : point;
  }

  private static double next(
      double distance, double root, double slope, double inside, double outside, double room) {
    double newton = distance + (1 - root) / slope;
    if (outside == Double.POSITIVE_INFINITY) {
      double furthest = Math.min(room, 4 * distance);
      return newton > inside && newton < furthest ? newton : furthest;
    }
    double middle = 0.5 * (inside + outside);
    return newton > inside && newton < outside ? newton : middle;
  }

  /**
   * Others follow the last fit in proportion, or at first the linear relation of the covariance.
   */
  private double[] start(
      int k, int direction, double distance, double[] previous, double previousDistance) {
    double[] start = best.x().clone();
    double variance = hesse.internal(k, k);
    for (int l = 0; l < start.length; l++) {
      if (previousDistance > 0) {
        start[l] += (previous[l] - start[l]) * distance / previousDistance;
      } else if (variance > 0 && Double.isFinite(hesse.internal(k, l))) {
        start[l] += direction * distance * hesse.internal(k, l) / variance;
      }
    }
    start[k] = best.x()[k] + direction * distance;
    return start;
  }
}
