package org.dipscope.core.figure.layout;

import java.util.List;
import org.dipscope.core.figure.Axis;
import org.dipscope.core.figure.Band;
import org.dipscope.core.figure.Column;
import org.dipscope.core.figure.Contours;
import org.dipscope.core.figure.HeatMap;
import org.dipscope.core.figure.Line;
import org.dipscope.core.figure.Mark;
import org.dipscope.core.figure.Note;
import org.dipscope.core.figure.Panel;
import org.dipscope.core.figure.Points;
import org.dipscope.core.figure.Polyline;
import org.dipscope.core.figure.ReferenceLine;
import org.dipscope.core.figure.Region;
import org.dipscope.core.figure.Stack;
import org.dipscope.core.figure.Steps;
import org.dipscope.core.histogram.Values;

/** Which part of each axis the marks need. */
final class MarkExtent {
  private MarkExtent() {}

  static AxisScale horizontal(Column column) {
    DataRange range = new DataRange();
    for (Panel panel : column.panels()) {
      deciding(panel).forEach(mark -> addX(mark, range));
    }
    return range.scale(column.x());
  }

  static AxisScale vertical(Panel panel, AxisScale x) {
    DataRange range = new DataRange();
    boolean log = panel.y().scale() == Axis.Scale.LOG;
    deciding(panel).forEach(mark -> addY(mark, x, log, range));
    return range.scale(panel.y());
  }

  /** A surface decides alone how far its panel reaches. */
  private static List<Mark> deciding(Panel panel) {
    List<Mark> surfaces = panel.marks().stream().filter(HeatMap.class::isInstance).toList();
    return surfaces.isEmpty() ? panel.marks() : surfaces;
  }

  private static void addX(Mark mark, DataRange range) {
    switch (mark) {
      case Steps steps -> addEnds(steps.edges(), range);
      case Stack stack -> addEnds(stack.edges(), range);
      case Band band -> addEnds(band.edges(), range);
      case HeatMap map -> addEnds(map.xEdges(), range);
      case Points points -> {
        for (int i = 0; i < points.x().size(); i++) {
          double x = points.x().get(i);
          range.add(x - length(points.xErrorLow(), i));
          range.add(x + length(points.xErrorHigh(), i));
        }
      }
      case Line line -> {
        addAll(line.x(), range);
        range.endWithData();
      }
      case Contours contours -> {
        for (Polyline line : contours.lines()) {
          addAll(line.x(), range);
        }
      }
      case Region _, ReferenceLine _, Note _ -> {}
    }
  }

  private static void addEnds(Values edges, DataRange range) {
    if (!edges.isEmpty()) {
      range.add(edges.get(0));
      range.add(edges.get(edges.size() - 1));
      range.endWithData();
    }
  }

  private static void addAll(Values values, DataRange range) {
    for (int i = 0; i < values.size(); i++) {
      range.add(values.get(i));
    }
  }

  private static void addY(Mark mark, AxisScale x, boolean log, DataRange range) {
    switch (mark) {
      case Steps steps -> {
        addBins(steps.edges(), steps.contents(), x, range);
        range.startAtZero();
      }
      case Stack stack -> {
        List<double[]> levels = StackLevels.of(stack);
        levels.forEach(level -> addBins(stack.edges(), Values.of(level), x, range));
        range.startAtZero();
      }
      case Band band -> {
        addBins(band.edges(), band.low(), x, range);
        addBins(band.edges(), band.high(), x, range);
      }
      case HeatMap map -> addEnds(map.yEdges(), range);
      case Points points -> addPoints(points, x, log, range);
      case Line line -> addLine(line.x(), line.y(), x, range);
      case Contours contours -> {
        for (Polyline line : contours.lines()) {
          addLine(line.x(), line.y(), x, range);
        }
      }
      case Region _, ReferenceLine _, Note _ -> {}
    }
  }

  private static void addBins(Values edges, Values contents, AxisScale x, DataRange range) {
    for (int i = 0; i < contents.size(); i++) {
      if (edges.get(i + 1) > x.low() && edges.get(i) < x.high()) {
        range.add(contents.get(i));
      }
    }
  }

  private static void addLine(Values xs, Values ys, AxisScale x, DataRange range) {
    for (int i = 0; i < xs.size(); i++) {
      if (x.shows(xs.get(i))) {
        range.add(ys.get(i));
      }
    }
  }

  private static void addPoints(Points points, AxisScale x, boolean log, DataRange range) {
    for (int i = 0; i < points.x().size(); i++) {
      if (x.shows(points.x().get(i))) {
        double y = points.y().get(i);
        double down = y - length(points.yErrorLow(), i);
        double up = y + length(points.yErrorHigh(), i);
        if (log && y <= 0) {
          addWithoutPoint(y, up, range);
        } else {
          range.add(log ? Math.max(down, y / 3) : down);
          range.add(up);
        }
      }
    }
  }

  /** Of an empty bin a logarithmic axis shows the upper part of the interval; of less, nothing. */
  private static void addWithoutPoint(double y, double up, DataRange range) {
    range.add(y);
    if (y == 0) {
      range.add(up / 3);
      range.add(up);
    }
  }

  private static double length(Values lengths, int index) {
    double length = lengths.isEmpty() ? 0 : lengths.get(index);
    return length > 0 ? length : 0;
  }
}
