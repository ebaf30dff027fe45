package org.dipscope.core.analysis;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.dipscope.core.likelihood.ParameterGrid;
import org.dipscope.core.likelihood.PointStatus;

/**
 * Where a search for interference sees a scalar that a bump hunt on the same spectrum misses.
 *
 * @param grid the points
 * @param hunt the bump hunt
 * @param search in which bins it hunts
 * @param points one for every point of the grid, in the order of {@link ParameterGrid#index}
 */
public record BlindSpotMap(ParameterGrid grid, BumpHunt hunt, Search search, List<Point> points) {
  /** The significance from which a scalar is seen by its interference. */
  public static final double SEEN = 3;

  /** The significance from which a bump hunt takes notice. */
  public static final double NOTICED = 2;

  /** Copies the points. */
  public BlindSpotMap {
    points = List.copyOf(points);
  }

  /**
   * The bins in which is hunted.
   *
   * @param low where the first begins
   * @param high where the last ends
   * @param bins how many there are, masked ones included
   * @param start whether earlier bins are left out because the background of the hunt does not
   *     describe them
   * @param spuriousZ the largest |z| in the expected background itself
   * @param warnings what to know before trusting the hunt here
   */
  public record Search(
      double low, double high, int bins, boolean start, double spuriousZ, List<String> warnings) {

    /** Copies the warnings. */
    public Search {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * What is expected of one hypothesis; NaN where it cannot be computed.
   *
   * @param status what the hypothesis is worth
   * @param expectedZ Z of S + I over the background
   * @param bumpZ the largest z of the hunt
   * @param bumpMass where that is, which beside a dip is not where the scalar is
   * @param dipZ the smallest z of the hunt
   */
  public record Point(
      PointStatus status, double expectedZ, double bumpZ, double bumpMass, double dipZ) {
    static final Point NONE =
        new Point(PointStatus.INCOMPUTABLE, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    /** Who sees it. */
    public Sight sight() {
      return Sight.of(expectedZ, bumpZ);
    }

    /** Whether the bump hunt misses what interference shows. */
    public boolean isBlind() {
      return sight() == Sight.BLIND_SPOT;
    }
  }

  /** Who sees a scalar. */
  public enum Sight {
    /** Nobody. */
    NEITHER,
    /** Both searches. */
    BOTH,
    /** The search for interference alone. */
    BLIND_SPOT,
    /** The bump hunt alone. */
    BUMP_ONLY;

    /** By Z of S + I above {@value #SEEN} and z of a bump from {@value #NOTICED} on. */
    static Sight of(double expectedZ, double bumpZ) {
      boolean noticed = bumpZ >= NOTICED;
      if (expectedZ > SEEN) {
        return noticed ? BOTH : BLIND_SPOT;
      }
      return noticed ? BUMP_ONLY : NEITHER;
    }
  }

  /** A point of the grid. */
  public Point at(int ix, int iy) {
    return points.get(grid.index(ix, iy));
  }

  /**
   * What is expected between the points, on straight lines; status and mass are those of the
   * nearest point. Nothing outside of the map, or beside a point that cannot be computed.
   */
  public Point between(double x, double y) {
    double u = grid.x().position(x);
    double v = grid.y().position(y);
    int columns = grid.x().count();
    int rows = grid.y().count();
    if (!(u >= 0 && u <= columns - 1 && v >= 0 && v <= rows - 1)) {
      return Point.NONE;
    }
    Point nearest = at((int) Math.rint(u), (int) Math.rint(v));
    int ix = Math.min(columns - 2, (int) u);
    int iy = Math.min(rows - 2, (int) v);
    List<Point> corners = List.of(at(ix, iy), at(ix + 1, iy), at(ix, iy + 1), at(ix + 1, iy + 1));
    return new Point(
        nearest.status(),
        mean(corners, Point::expectedZ, u - ix, v - iy),
        mean(corners, Point::bumpZ, u - ix, v - iy),
        nearest.bumpMass(),
        mean(corners, Point::dipZ, u - ix, v - iy));
  }

  private static double mean(
      List<Point> corners, ToDoubleFunction<Point> number, double right, double up) {
    double[] z = corners.stream().mapToDouble(number).toArray();
    return (1 - up) * ((1 - right) * z[0] + right * z[1])
        + up * ((1 - right) * z[2] + right * z[3]);
  }

  /** One number of all points, in the order of the grid. */
  double[] values(ToDoubleFunction<Point> number) {
    return points.stream().mapToDouble(number).toArray();
  }
}
