package org.dipscope.core.likelihood;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import org.dipscope.core.compute.CancelToken;

/**
 * &minus;2&Delta; ln L along one parameter with all local minima and confidence sets. Extrema
 * between the points of the axis are sought and added, so a narrow minimum next to a point is not
 * lost; ends of segments meet their level to 1e-6.
 */
public final class ProfileScan {
  /** One standard deviation for one parameter, by Wilks' theorem. */
  public static final double LEVEL_68 = 1;

  /** 95 % for one parameter, by Wilks' theorem. */
  public static final double LEVEL_95 = 3.84;

  private static final double CROSSING_TOLERANCE = 1e-6;
  private static final double POSITION_TOLERANCE = 1e-6;

  private final Axis axis;
  private final double[] position;
  private final double[] lambda;
  private final double reference;
  private final List<Minimum> minima;
  private final List<ConfidenceSet> sets;

  /**
   * A local minimum.
   *
   * @param parameter where
   * @param delta &minus;2&Delta; ln L above the lowest minimum
   * @param depth how far &minus;2&Delta; ln L must rise on the way to a lower minimum, or for the
   *     lowest one the lower of the two sides
   * @param isOnBorder whether it lies at an end of the axis
   */
  public record Minimum(double parameter, double delta, double depth, boolean isOnBorder) {}

  private ProfileScan(
      Axis axis,
      SortedMap<Double, Double> nodes,
      DoubleUnaryOperator atPosition,
      List<Double> levels) {
    this.axis = axis;
    position = nodes.keySet().stream().mapToDouble(Double::doubleValue).toArray();
    lambda = nodes.values().stream().mapToDouble(Double::doubleValue).toArray();
    double lowest = Double.POSITIVE_INFINITY;
    for (double value : lambda) {
      lowest = value < lowest ? value : lowest;
    }
    reference = lowest < Double.POSITIVE_INFINITY ? lowest : 0;
    minima = findMinima();
    sets = levels.stream().map(level -> set(level, atPosition)).toList();
  }

  /**
   * Scans along an axis.
   *
   * @param axis the parameter
   * @param twiceNll &lambda; as a function of the parameter, everything else profiled or fixed; NaN
   *     where it is not defined
   * @param levels for the confidence sets, positive
   * @throws java.util.concurrent.CancellationException if the token is cancelled meanwhile
   */
  public static ProfileScan of(
      Axis axis, DoubleUnaryOperator twiceNll, List<Double> levels, CancelToken token) {
    DoubleUnaryOperator f =
        u -> {
          token.throwIfCancelled();
          return twiceNll.applyAsDouble(axis.value(u));
        };
    double[] grid = new double[axis.count()];
    SortedMap<Double, Double> nodes = new TreeMap<>();
    for (int i = 0; i < grid.length; i++) {
      grid[i] = f.applyAsDouble(i);
      nodes.put((double) i, grid[i]);
    }
    for (int i = 0; i < grid.length; i++) {
      addExtremum(grid, i, 1, f, nodes);
      addExtremum(grid, i, -1, f, nodes);
    }
    return new ProfileScan(axis, nodes, f, levels);
  }

  /** Adds the minimum (sign 1) or maximum (sign -1) next to point i, if there is one. */
  private static void addExtremum(
      double[] grid, int i, int sign, DoubleUnaryOperator f, SortedMap<Double, Double> nodes) {
    boolean left = i == 0 || sign * (grid[i - 1] - grid[i]) >= 0;
    boolean right = i == grid.length - 1 || sign * (grid[i + 1] - grid[i]) >= 0;
    boolean flat =
        (i == 0 || grid[i - 1] == grid[i]) && (i == grid.length - 1 || grid[i + 1] == grid[i]);
    if (!left || !right || flat) {
      return;
    }
    LineMinimum.Point found =
        LineMinimum.find(
            u -> sign * f.applyAsDouble(u),
            Math.max(0, i - 1),
            Math.min(grid.length - 1, i + 1),
            POSITION_TOLERANCE);
    if (found.value() < sign * grid[i]) {
      nodes.put(found.x(), sign * found.value());
    }
  }

  private List<Minimum> findMinima() {
    List<Minimum> found = new ArrayList<>();
    int n = lambda.length;
    for (int i = 0; i < n; i++) {
      int end = i;
      while (end + 1 < n && lambda[end + 1] == lambda[i]) {
        end++;
      }
      boolean left = i == 0 || !(lambda[i - 1] <= lambda[i]);
      boolean right = end == n - 1 || !(lambda[end + 1] <= lambda[i]);
      if (left && right && !Double.isNaN(lambda[i])) {
        double depth = Math.min(climb(i, -1), climb(end, 1));
        found.add(
            new Minimum(
                axis.value(position[i]), lambda[i] - reference, depth, i == 0 || end == n - 1));
      }
      i = end;
    }
    found.sort((a, b) -> Double.compare(a.delta(), b.delta()));
    return List.copyOf(found);
  }

  /** How far &lambda; rises from point i in one direction before it falls below its start. */
  private double climb(int i, int direction) {
    double highest = lambda[i];
    for (int j = i + direction; j >= 0 && j < lambda.length; j += direction) {
      if (lambda[j] < lambda[i]) {
        return highest - lambda[i];
      }
      highest = lambda[j] > highest ? lambda[j] : highest;
    }
    return lambda[i] > reference ? Double.MAX_VALUE : highest - lambda[i];
  }

  private ConfidenceSet set(double level, DoubleUnaryOperator f) {
    List<ConfidenceSet.Segment> segments = new ArrayList<>();
    double target = reference + level;
    double start = Double.NaN;
    boolean isCutLow = false;
    for (int i = 0; i < lambda.length; i++) {
      boolean inside = lambda[i] < target;
      boolean wasInside = i > 0 && lambda[i - 1] < target;
      if (inside && !wasInside) {
        isCutLow = i == 0 || Double.isNaN(lambda[i - 1]);
        start = isCutLow ? position[i] : crossing(i - 1, target, f);
      }
      if (!inside && wasInside) {
        boolean isCut = Double.isNaN(lambda[i]);
        double end = isCut ? position[i - 1] : crossing(i - 1, target, f);
        segments.add(segment(start, end, isCutLow, isCut));
      }
    }
    if (lambda[lambda.length - 1] < target) {
      segments.add(segment(start, position[lambda.length - 1], isCutLow, true));
    }
    return new ConfidenceSet(level, segments);
  }

  private ConfidenceSet.Segment segment(double u, double v, boolean cutLow, boolean cutHigh) {
    return new ConfidenceSet.Segment(axis.value(u), axis.value(v), cutLow, cutHigh);
  }

  private double crossing(int i, double target, DoubleUnaryOperator f) {
    double width = position[i + 1] - position[i];
    double before = lambda[i] - target;
    double after = lambda[i + 1] - target;
    double guess = before / (before - after);
    double fraction =
        EdgeRoots.refined(
            t -> f.applyAsDouble(position[i] + t * width) - target,
            before,
            after,
            guess,
            CROSSING_TOLERANCE);
    return position[i] + fraction * width;
  }

  /** The parameter. */
  public Axis axis() {
    return axis;
  }

  /** The number of points: those of the axis and the extrema between them. */
  public int size() {
    return position.length;
  }

  /** The parameter at point i, ascending. */
  public double parameter(int i) {
    return axis.value(position[i]);
  }

  /** Whether &lambda; is defined at point i. */
  public boolean isDefined(int i) {
    return !Double.isNaN(lambda[i]);
  }

  /** &minus;2&Delta; ln L at point i; 0 where it is not defined. */
  public double delta(int i) {
    return isDefined(i) ? lambda[i] - reference : 0;
  }

  /** &lambda; at the lowest minimum. */
  public double reference() {
    return reference;
  }

  /** All local minima, the lowest first; empty if nothing is defined. */
  public List<Minimum> minima() {
    return minima;
  }

  /** One confidence set per level. */
  public List<ConfidenceSet> sets() {
    return sets;
  }
}
