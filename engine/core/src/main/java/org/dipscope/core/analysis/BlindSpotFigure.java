package org.dipscope.core.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dipscope.core.analysis.BlindSpotMap.Sight;
import org.dipscope.core.figure.Colour;
import org.dipscope.core.figure.Column;
import org.dipscope.core.figure.Dash;
import org.dipscope.core.figure.Fill;
import org.dipscope.core.figure.Legend;
import org.dipscope.core.figure.Mark;
import org.dipscope.core.figure.Panel;
import org.dipscope.core.figure.Polyline;
import org.dipscope.core.figure.ReferenceLine;
import org.dipscope.core.figure.Region;
import org.dipscope.core.figure.Stroke;
import org.dipscope.core.likelihood.Contour;
import org.dipscope.core.likelihood.LikelihoodSurface;
import org.dipscope.core.likelihood.ParameterGrid;
import org.dipscope.core.likelihood.PointStatus;
import org.dipscope.core.project.ScanParameter;

/**
 * A map of blind spots as a figure: who sees which scalar as areas, with lines of the expected Z
 * and of the z of the bump hunt.
 */
public final class BlindSpotFigure {
  private static final int FINER = 4;
  private static final double LINE_PT = 1.6;
  private static final double DISCOVERY = 5;
  private static final Colour BUMP = Colour.series(5);

  private final BlindSpotMap map;
  private final LikelihoodSurface expected;
  private final LikelihoodSurface bump;
  private final List<Mark> still = new ArrayList<>();

  private BlindSpotFigure(BlindSpotMap map) {
    this.map = map;
    ParameterGrid grid = map.grid();
    expected =
        levels(map.values(BlindSpotMap.Point::expectedZ), grid, BlindSpotMap.SEEN, DISCOVERY);
    bump = levels(map.values(BlindSpotMap.Point::bumpZ), grid, BlindSpotMap.NOTICED, DISCOVERY);
    areas();
    ParameterPlane.unphysical(
        grid, (ix, iy) -> map.at(ix, iy).status() != PointStatus.PHYSICAL, still);
    lines(expected, "Z of S + I", "Z = ", Colour.FOREGROUND);
    lines(bump, "z of the bump hunt", "z = ", BUMP);
    if (map.search().start() && grid.x().name().equals(ScanParameter.MASS.label())) {
      still.add(
          ReferenceLine.vertical(
              map.search().low(), String.format(Locale.ROOT, "from %.0f GeV", map.search().low())));
    }
  }

  /** The parts of the figure that stay where they are while the sliders move. */
  public static BlindSpotFigure of(BlindSpotMap map) {
    return new BlindSpotFigure(map);
  }

  private static LikelihoodSurface levels(double[] z, ParameterGrid grid, double... levels) {
    return LikelihoodSurface.of(grid, z, 0, List.of(), levels);
  }

  private void areas() {
    ParameterGrid grid = map.grid();
    int columns = FINER * grid.x().count();
    int rows = FINER * grid.y().count();
    double[] x = ParameterPlane.equalEdges(grid.x(), columns);
    double[] y = ParameterPlane.equalEdges(grid.y(), rows);
    Sight[] sights = sights(columns, rows);
    for (Sight sight : List.of(Sight.BLIND_SPOT, Sight.BOTH, Sight.BUMP_ONLY)) {
      List<Polyline> cells =
          ParameterPlane.cells(
              x, y, (ix, iy) -> isComputed(ix, iy) && sights[iy * columns + ix] == sight);
      if (!cells.isEmpty()) {
        still.add(area(sight, cells));
      }
    }
  }

  private static Region area(Sight sight, List<Polyline> cells) {
    return switch (sight) {
      case BLIND_SPOT ->
          new Region("blind spot: dip hunt only", cells, Fill.SOLID, Colour.series(2));
      case BOTH -> new Region("both", cells, Fill.TRANSLUCENT, Colour.series(1));
      case BUMP_ONLY, NEITHER -> new Region("bump hunt only", cells, Fill.TRANSLUCENT, BUMP);
    };
  }

  /** Between the points both numbers are interpolated, in the middle of every cell. */
  private Sight[] sights(int columns, int rows) {
    int width = 2 * columns + 1;
    double[] seen = expected.upsampled(width, 2 * rows + 1);
    double[] noticed = bump.upsampled(width, 2 * rows + 1);
    Sight[] sights = new Sight[columns * rows];
    for (int p = 0; p < sights.length; p++) {
      int fine = (2 * Math.floorDiv(p, columns) + 1) * width + 2 * (p % columns) + 1;
      sights[p] = Sight.of(seen[fine], noticed[fine]);
    }
    return sights;
  }

  /** Whether the grid point nearest to the middle of a fine cell could be computed. */
  private boolean isComputed(int ix, int iy) {
    ParameterGrid grid = map.grid();
    int nearX = nearest(ix, grid.x().count());
    int nearY = nearest(iy, grid.y().count());
    return map.at(nearX, nearY).status() != PointStatus.INCOMPUTABLE;
  }

  private static int nearest(int cell, int points) {
    return (int) Math.rint((cell + 0.5) / (FINER * points) * (points - 1));
  }

  private void lines(LikelihoodSurface surface, String label, String text, Colour colour) {
    for (Contour contour : surface.contours()) {
      boolean discovery = contour.level() == DISCOVERY;
      still.add(
          ParameterPlane.contours(
              contour,
              map.grid(),
              discovery ? "" : label,
              text + String.format(Locale.ROOT, "%.0f", contour.level()),
              new Stroke(colour, LINE_PT, discovery ? Dash.DASHED : Dash.SOLID)));
    }
  }

  /**
   * The map with the sliders at a point.
   *
   * @param left title, such as who hunts
   * @param right title, such as the luminosity
   * @param hereX the present value of the horizontal parameter, or NaN
   * @param hereY the present value of the vertical parameter, or NaN
   */
  public Column column(String left, String right, double hereX, double hereY) {
    List<Mark> marks = new ArrayList<>(still);
    marks.add(ParameterPlane.sliders(hereX, hereY));
    ParameterGrid grid = map.grid();
    return Column.of(
        ParameterPlane.axis(grid.x()),
        Panel.of(ParameterPlane.axis(grid.y()), marks.toArray(Mark[]::new))
            .withTitles(left, right)
            .withLegend(new Legend(Legend.Place.ABOVE, 1, List.of())));
  }
}
