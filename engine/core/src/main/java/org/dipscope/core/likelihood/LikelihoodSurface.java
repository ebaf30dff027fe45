package org.dipscope.core.likelihood;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;

/**
 * &minus;2&Delta; ln L over two parameters with all that is drawn on it. The reference is the
 * lowest minimum among physical points (among computable ones if none is physical), so
 * &minus;2&Delta; ln L is 0 there, not negative at physical points, and may be negative at
 * unphysical ones.
 */
public final class LikelihoodSurface {
  private final ParameterGrid grid;
  private final double[] delta;
  private final PointStatus[] status;
  private final double reference;
  private final SurfaceOptions.Quality quality;
  private final List<SurfaceMinimum> minima;
  private final List<Contour> contours;
  private final ProfileCurve profileX;
  private final ProfileCurve profileY;

  LikelihoodSurface(
      GridValues values,
      double reference,
      SurfaceOptions.Quality quality,
      List<SurfaceMinimum> minima,
      List<Contour> contours) {
    grid = values.grid;
    status = values.status;
    this.reference = reference;
    this.quality = quality;
    this.minima = List.copyOf(minima);
    this.contours = List.copyOf(contours);
    delta = new double[grid.size()];
    double largest = 0;
    for (int p = 0; p < delta.length; p++) {
      delta[p] = values.isComputable(p) ? values.value[p] - reference : 0;
      largest = Math.max(largest, delta[p]);
    }
    for (int p = 0; p < delta.length; p++) {
      delta[p] = values.isComputable(p) ? delta[p] : largest;
    }
    profileX = ProfileCurve.of(values, true, reference, largest);
    profileY = ProfileCurve.of(values, false, reference, largest);
  }

  /**
   * A surface whose points were computed elsewhere, such as a scan of another likelihood, with
   * contours from the points alone.
   *
   * @param lambda in the order of {@link ParameterGrid#index}; NaN where there is none
   * @param reference &lambda; at the lowest minimum
   * @param minima the lowest first
   * @param levels of the contours
   */
  public static LikelihoodSurface of(
      ParameterGrid grid,
      double[] lambda,
      double reference,
      List<SurfaceMinimum> minima,
      double... levels) {
    GridValues values = GridValues.of(grid, lambda);
    ContourFinder finder = new ContourFinder(values, GridValues.Window.all(grid), grid, null);
    List<Contour> contours = new ArrayList<>();
    for (double level : levels) {
      contours.add(
          new Contour(
              level, finder.find(reference + level, Workers.callerOnly(), new CancelToken())));
    }
    return new LikelihoodSurface(
        values, reference, SurfaceOptions.Quality.PREVIEW, minima, contours);
  }

  /** The points. */
  public ParameterGrid grid() {
    return grid;
  }

  /** &minus;2&Delta; ln L at a point; the largest value of the surface where incomputable. */
  public double delta(int ix, int iy) {
    return delta[grid.index(ix, iy)];
  }

  /** All values in the order of {@link ParameterGrid#index}; a copy. */
  public double[] deltas() {
    return delta.clone();
  }

  /** Whether a point is a hypothesis at all; kept beside the values, which are always finite. */
  public PointStatus status(int ix, int iy) {
    return status[grid.index(ix, iy)];
  }

  /** &lambda; at the lowest minimum; 0 if no point is computable. */
  public double reference() {
    return reference;
  }

  /** How minima and contours were found; a preview must be labelled as such. */
  public SurfaceOptions.Quality quality() {
    return quality;
  }

  /** All local minima, the lowest first; empty if no point is computable. */
  public List<SurfaceMinimum> minima() {
    return minima;
  }

  /** The lowest minimum. */
  public Optional<SurfaceMinimum> best() {
    return minima.stream().findFirst();
  }

  /** One contour per requested level. */
  public List<Contour> contours() {
    return contours;
  }

  /** The profile along x, with y profiled out. */
  public ProfileCurve profileX() {
    return profileX;
  }

  /** The profile along y, with x profiled out. */
  public ProfileCurve profileY() {
    return profileY;
  }

  /**
   * Values between the grid points for display, by cubic interpolation cut to the range of the
   * cell's corners so that no bump appears that is not there.
   *
   * @return row by row, columns &times; rows values from corner to corner
   */
  public double[] upsampled(int columns, int rows) {
    if (columns < 2 || rows < 2) {
      throw Checks.bad(
          "A picture of " + columns + " by " + rows + " points was asked for.",
          "Ask for two or more each way.");
    }
    double[] out = new double[columns * rows];
    CubicStencil u = new CubicStencil();
    CubicStencil v = new CubicStencil();
    for (int j = 0; j < rows; j++) {
      double row = (grid.y().count() - 1) * ((double) j / (rows - 1));
      v.place(row, grid.y().count());
      for (int i = 0; i < columns; i++) {
        double column = (grid.x().count() - 1) * ((double) i / (columns - 1));
        u.place(column, grid.x().count());
        out[j * columns + i] = cut(interpolate(u, v), column, row);
      }
    }
    return out;
  }

  private double interpolate(CubicStencil u, CubicStencil v) {
    double sum = 0;
    for (int j = 0; j < v.size; j++) {
      for (int i = 0; i < u.size; i++) {
        sum += u.weight[i] * v.weight[j] * delta[grid.index(u.first + i, v.first + j)];
      }
    }
    return sum;
  }

  private double cut(double value, double column, double row) {
    int ix = Math.min(grid.x().count() - 2, (int) column);
    int iy = Math.min(grid.y().count() - 2, (int) row);
    double a = delta(ix, iy);
    double b = delta(ix + 1, iy);
    double c = delta(ix, iy + 1);
    double d = delta(ix + 1, iy + 1);
    double low = Math.min(Math.min(a, b), Math.min(c, d));
    double high = Math.max(Math.max(a, b), Math.max(c, d));
    return Math.max(low, Math.min(high, value));
  }
}
