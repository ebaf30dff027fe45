package org.dipscope.core.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dipscope.core.figure.Axis;
import org.dipscope.core.figure.Colour;
import org.dipscope.core.figure.Contours;
import org.dipscope.core.figure.Fill;
import org.dipscope.core.figure.Mark;
import org.dipscope.core.figure.Points;
import org.dipscope.core.figure.Polyline;
import org.dipscope.core.figure.Region;
import org.dipscope.core.figure.Shape;
import org.dipscope.core.figure.Stroke;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.likelihood.Contour;
import org.dipscope.core.likelihood.ParameterGrid;

/** What figures over two parameters of a scan have in common. */
final class ParameterPlane {
  static final double MARKER_PT = 9;
  private static final double LABELLED = 0.15;

  private ParameterPlane() {}

  /** Whether something holds in a cell. */
  @FunctionalInterface
  interface CellTest {
    boolean test(int ix, int iy);
  }

  static Axis axis(org.dipscope.core.likelihood.Axis axis) {
    Axis drawn =
        axis.logarithmic()
            ? Axis.log(axis.name(), axis.unit())
            : Axis.linear(axis.name(), axis.unit());
    return drawn.range(axis.low(), axis.high());
  }

  /** Borders of so many equal cells from end to end of an axis. */
  static double[] equalEdges(org.dipscope.core.likelihood.Axis axis, int cells) {
    double[] edges = new double[cells + 1];
    for (int i = 0; i < cells; i++) {
      edges[i] = axis.value((double) i / cells * (axis.count() - 1));
    }
    edges[cells] = axis.high();
    return edges;
  }

  /** Borders half-way between grid points; the outer cells end at the outer points. */
  private static double[] cellEdges(org.dipscope.core.likelihood.Axis axis) {
    double[] edges = new double[axis.count() + 1];
    edges[0] = axis.low();
    for (int i = 1; i < axis.count(); i++) {
      edges[i] = axis.value(i - 0.5);
    }
    edges[axis.count()] = axis.high();
    return edges;
  }

  /** The cells in which something holds, as rectangles over neighbours of one row. */
  static List<Polyline> cells(double[] x, double[] y, CellTest test) {
    List<Polyline> strips = new ArrayList<>();
    for (int iy = 0; iy < y.length - 1; iy++) {
      int start = -1;
      for (int ix = 0; ix < x.length; ix++) {
        boolean inside = ix < x.length - 1 && test.test(ix, iy);
        if (inside && start < 0) {
          start = ix;
        } else if (!inside && start >= 0) {
          strips.add(Polyline.rectangle(x[start], y[iy], x[ix], y[iy + 1]));
          start = -1;
        }
      }
    }
    return strips;
  }

  /** Hatches the points that are no physical hypotheses, if there are any. */
  static void unphysical(ParameterGrid grid, CellTest outside, List<Mark> marks) {
    List<Polyline> strips = cells(cellEdges(grid.x()), cellEdges(grid.y()), outside);
    if (!strips.isEmpty()) {
      marks.add(new Region("unphysical: Γ < ΣΓ_{i}", strips, Fill.HATCHED, Colour.FOREGROUND));
    }
  }

  /** The lines of one level, with the text on them if they are large enough to carry it. */
  static Contours contours(
      Contour contour, ParameterGrid grid, String label, String text, Stroke stroke) {
    List<Polyline> lines =
        contour.lines().stream()
            .map(
                line ->
                    new Polyline(
                        closed(line.x(), line.isClosed()), closed(line.y(), line.isClosed())))
            .toList();
    return new Contours(label, isLarge(contour, grid) ? text : "", contour.level(), lines, stroke);
  }

  private static boolean isLarge(Contour contour, ParameterGrid grid) {
    return contour.lines().stream()
        .anyMatch(
            line -> extent(line.x(), grid.x()) > LABELLED && extent(line.y(), grid.y()) > LABELLED);
  }

  private static double extent(double[] values, org.dipscope.core.likelihood.Axis axis) {
    double low = Arrays.stream(values).map(axis::position).min().orElse(0);
    double high = Arrays.stream(values).map(axis::position).max().orElse(0);
    return (high - low) / (axis.count() - 1);
  }

  private static Values closed(double[] coordinates, boolean isClosed) {
    if (!isClosed || coordinates.length == 0) {
      return Values.of(coordinates);
    }
    double[] round = Arrays.copyOf(coordinates, coordinates.length + 1);
    round[coordinates.length] = coordinates[0];
    return Values.of(round);
  }

  /** Where the sliders are; NaN for nowhere. */
  static Points sliders(double hereX, double hereY) {
    return Points.symbols(
        "sliders", Values.of(hereX), Values.of(hereY), Shape.CIRCLE, MARKER_PT, Colour.FOREGROUND);
  }
}
