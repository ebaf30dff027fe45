package org.dipscope.core.figure.export;

import java.util.List;
import org.dipscope.core.figure.Band;
import org.dipscope.core.figure.Column;
import org.dipscope.core.figure.Contours;
import org.dipscope.core.figure.FigureSpec;
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

/**
 * A figure's data as one table (RFC 4180): a row per bin, point, cell or corner, with the panel,
 * the mark and its label on every row. Bins have {@code xLow} and {@code xHigh}, error bars {@code
 * yLow} and {@code yHigh}; {@code value} is the height of surfaces and contours; {@code piece}
 * counts polygons and polylines. What a mark does not have, and NaN, stays empty.
 */
final class CsvTable {
  private static final double NONE = Double.NaN;

  private final StringBuilder out =
      new StringBuilder(
          "column,panel,mark,label,xAxis,yAxis,piece,xLow,x,xHigh,yLow,y,yHigh,value\n");
  private String where = "";
  private String prefix = "";
  private String axes = "";

  private CsvTable() {}

  /** Returns the table as text with full double precision. */
  static String write(FigureSpec figure) {
    CsvTable table = new CsvTable();
    for (int c = 0; c < figure.columns().size(); c++) {
      Column column = figure.columns().get(c);
      for (int p = 0; p < column.panels().size(); p++) {
        Panel panel = column.panels().get(p);
        table.where = (c + 1) + "," + (p + 1) + ",";
        table.axes = quoted(column.x().title()) + "," + quoted(panel.y().title()) + ",";
        panel.marks().forEach(table::add);
      }
    }
    return table.out.toString();
  }

  private void add(Mark mark) {
    switch (mark) {
      case Steps steps -> {
        begin("steps", steps.label());
        for (int i = 0; i < steps.contents().size(); i++) {
          bin(steps.edges(), i, NONE, steps.contents().get(i), NONE);
        }
      }
      case Stack stack -> {
        for (Stack.Layer layer : stack.layers()) {
          begin("stack", layer.label());
          for (int i = 0; i < layer.contents().size(); i++) {
            bin(stack.edges(), i, NONE, layer.contents().get(i), NONE);
          }
        }
      }
      case Band band -> {
        begin("band", band.label());
        for (int i = 0; i < band.low().size(); i++) {
          bin(band.edges(), i, band.low().get(i), NONE, band.high().get(i));
        }
      }
      case Points points -> add(points);
      case Line line -> {
        begin("line", line.label());
        chain("", line.x(), line.y(), NONE);
      }
      case ReferenceLine line -> {
        begin("referenceLine", line.text().isEmpty() ? line.label() : line.text());
        boolean horizontal = line.direction() == ReferenceLine.Direction.HORIZONTAL;
        double x = horizontal ? NONE : line.value();
        double y = horizontal ? line.value() : NONE;
        row("", NONE, x, NONE, NONE, y, NONE, NONE);
      }
      case Region region -> {
        begin("region", region.label());
        chains(region.polygons(), NONE);
      }
      case HeatMap map -> add(map);
      case Contours contours -> {
        begin("contours", contours.label().isEmpty() ? contours.text() : contours.label());
        chains(contours.lines(), contours.level());
      }
      case Note note -> {
        begin("note", note.text());
        row("", NONE, note.x(), NONE, NONE, note.y(), NONE, NONE);
      }
    }
  }

  private void add(Points points) {
    begin("points", points.label());
    for (int i = 0; i < points.x().size(); i++) {
      double x = points.x().get(i);
      double y = points.y().get(i);
      row(
          "",
          x - at(points.xErrorLow(), i),
          x,
          x + at(points.xErrorHigh(), i),
          y - at(points.yErrorLow(), i),
          y,
          y + at(points.yErrorHigh(), i),
          NONE);
    }
  }

  private void add(HeatMap map) {
    begin("heatMap", map.label().isEmpty() ? map.colours().axis().title() : map.label());
    for (int j = 0; j < map.z().size(); j++) {
      Values cells = map.z().get(j);
      for (int i = 0; i < cells.size(); i++) {
        row(
            "",
            map.xEdges().get(i),
            NONE,
            map.xEdges().get(i + 1),
            map.yEdges().get(j),
            NONE,
            map.yEdges().get(j + 1),
            cells.get(i));
      }
    }
  }

  private static double at(Values values, int index) {
    return values.isEmpty() ? NONE : values.get(index);
  }

  private void chains(List<Polyline> lines, double value) {
    for (int i = 0; i < lines.size(); i++) {
      chain(String.valueOf(i + 1), lines.get(i).x(), lines.get(i).y(), value);
    }
  }

  private void chain(String piece, Values xs, Values ys, double value) {
    for (int i = 0; i < xs.size(); i++) {
      row(piece, NONE, xs.get(i), NONE, NONE, ys.get(i), NONE, value);
    }
  }

  private void bin(Values edges, int bin, double low, double y, double high) {
    row("", edges.get(bin), NONE, edges.get(bin + 1), low, y, high, NONE);
  }

  private void begin(String mark, String label) {
    prefix = where + mark + "," + quoted(label) + "," + axes;
  }

  private void row(String piece, double... numbers) {
    out.append(prefix).append(piece);
    for (double number : numbers) {
      out.append(',');
      if (!Double.isNaN(number)) {
        out.append(number);
      }
    }
    out.append('\n');
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
