package org.dipscope.core.analysis;

import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.figure.Axis;
import org.dipscope.core.figure.Colour;
import org.dipscope.core.figure.ColourScale;
import org.dipscope.core.figure.Column;
import org.dipscope.core.figure.Contours;
import org.dipscope.core.figure.Dash;
import org.dipscope.core.figure.HeatMap;
import org.dipscope.core.figure.Legend;
import org.dipscope.core.figure.Line;
import org.dipscope.core.figure.Mark;
import org.dipscope.core.figure.Panel;
import org.dipscope.core.figure.Points;
import org.dipscope.core.figure.ReferenceLine;
import org.dipscope.core.figure.Shape;
import org.dipscope.core.figure.Stroke;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.likelihood.Contour;
import org.dipscope.core.likelihood.LikelihoodSurface;
import org.dipscope.core.likelihood.ParameterGrid;
import org.dipscope.core.likelihood.PointStatus;
import org.dipscope.core.likelihood.ProfileCurve;
import org.dipscope.core.likelihood.SurfaceMinimum;

/**
 * The likelihood surface as a figure: −2Δ ln L as colours, its contours, every local minimum, the
 * unphysical region hatched, and the profiles along both axes.
 */
public final class SurfaceFigure {
  private static final double LOWEST = 0.1;
  private static final double HIGHEST = 1000;

  private final LikelihoodSurface surface;
  private final List<Mark> still;

  private SurfaceFigure(LikelihoodSurface surface) {
    this.surface = surface;
    still = new ArrayList<>();
    still.add(heatMap(surface));
    ParameterPlane.unphysical(
        surface.grid(), (ix, iy) -> surface.status(ix, iy) != PointStatus.PHYSICAL, still);
    for (Contour contour : surface.contours()) {
      still.add(contours(contour, surface.grid()));
    }
    minima(surface, still);
  }

  /** The parts of the figure that stay where they are while the sliders move. */
  public static SurfaceFigure of(LikelihoodSurface surface) {
    return new SurfaceFigure(surface);
  }

  /**
   * The surface over a profile along its horizontal axis.
   *
   * @param hereX the present value of the horizontal parameter, or NaN
   * @param hereY the present value of the vertical parameter, or NaN
   */
  public static Column surface(LikelihoodSurface surface, double hereX, double hereY) {
    return of(surface).column(hereX, hereY);
  }

  /** The surface over a profile along its horizontal axis, with the sliders at this point. */
  public Column column(double hereX, double hereY) {
    List<Mark> marks = new ArrayList<>(still);
    marks.add(ParameterPlane.sliders(hereX, hereY));
    ParameterGrid grid = surface.grid();
    return Column.of(
        ParameterPlane.axis(grid.x()),
        Panel.of(ParameterPlane.axis(grid.y()), marks.toArray(Mark[]::new))
            .withWeight(3)
            .withLegend(Legend.NONE),
        profile(surface.profileX(), hereX));
  }

  /** The profile along the vertical axis of the surface, as a column of its own. */
  public static Column verticalProfile(LikelihoodSurface surface, double hereY) {
    return Column.of(ParameterPlane.axis(surface.grid().y()), profile(surface.profileY(), hereY));
  }

  /** Cells of one size, so that they are drawn as one picture; values between the points. */
  private static HeatMap heatMap(LikelihoodSurface surface) {
    ParameterGrid grid = surface.grid();
    int columns = grid.x().count();
    int rows = grid.y().count();
    double[] fine = surface.upsampled(2 * columns + 1, 2 * rows + 1);
    double[][] z = new double[rows][columns];
    for (int iy = 0; iy < rows; iy++) {
      for (int ix = 0; ix < columns; ix++) {
        double value = fine[(2 * iy + 1) * (2 * columns + 1) + 2 * ix + 1];
        z[iy][ix] = isComputed(surface, ix, iy) ? Math.clamp(value, LOWEST, HIGHEST) : Double.NaN;
      }
    }
    Axis colours = Axis.log("−2Δ ln L", "").range(LOWEST, HIGHEST);
    return HeatMap.of(
        ParameterPlane.equalEdges(grid.x(), columns),
        ParameterPlane.equalEdges(grid.y(), rows),
        z,
        new ColourScale(colours, null, true));
  }

  /** Whether the grid point nearest to the middle of a cell could be computed. */
  private static boolean isComputed(LikelihoodSurface surface, int ix, int iy) {
    int columns = surface.grid().x().count();
    int rows = surface.grid().y().count();
    int nearX = (int) Math.rint((ix + 0.5) / columns * (columns - 1));
    int nearY = (int) Math.rint((iy + 0.5) / rows * (rows - 1));
    return surface.status(nearX, nearY) != PointStatus.INCOMPUTABLE;
  }

  private static Contours contours(Contour contour, ParameterGrid grid) {
    boolean inner = contour.level() == Contour.LEVEL_68;
    boolean outer = contour.level() == Contour.LEVEL_997;
    String percent = inner ? "68 %" : outer ? "99.7 %" : "95 %";
    Dash dash = inner ? Dash.SOLID : outer ? Dash.DOTTED : Dash.DASHED;
    return ParameterPlane.contours(
        contour, grid, percent, percent, new Stroke(Colour.FOREGROUND, 1.6, dash));
  }

  private static void minima(LikelihoodSurface surface, List<Mark> marks) {
    List<SurfaceMinimum> all = surface.minima();
    for (int i = 0; i < all.size(); i++) {
      SurfaceMinimum minimum = all.get(i);
      marks.add(
          Points.symbols(
              i == 0 ? "best fit" : i == 1 ? "other minima" : "",
              Values.of(minimum.x()),
              Values.of(minimum.y()),
              i == 0 ? Shape.PLUS : Shape.CROSS,
              ParameterPlane.MARKER_PT,
              Colour.series(3)));
    }
  }

  private static Panel profile(ProfileCurve curve, double here) {
    int points = curve.axis().count();
    double[] x = new double[points];
    double[] y = new double[points];
    for (int i = 0; i < points; i++) {
      x[i] = curve.axis().value(i);
      y[i] = curve.isDefined()[i] ? curve.delta()[i] : Double.NaN;
    }
    List<Mark> marks = new ArrayList<>();
    marks.add(ReferenceLine.horizontal(1, "68 %"));
    marks.add(ReferenceLine.horizontal(3.84, "95 %"));
    if (Double.isFinite(here)) {
      marks.add(ReferenceLine.vertical(here, ""));
    }
    marks.add(new Line("", Values.of(x), Values.of(y), Stroke.of(Colour.series(1)).withWidth(2)));
    return Panel.of(Axis.linear("−2Δ ln L", "").range(0, 10), marks.toArray(Mark[]::new))
        .withLegend(Legend.NONE);
  }
}
