package org.dipscope.core.figure.layout;

import java.util.Arrays;
import org.dipscope.core.figure.HeatMap;
import org.dipscope.core.figure.canvas.Canvas;
import org.dipscope.core.figure.canvas.CellGrid;
import org.dipscope.core.histogram.Values;

/** Draws surfaces as cells, with no more cells than can be told apart. */
final class HeatMapPainter {
  private static final double FINEST_PT = 0.3;

  private final PanelFrame frame;
  private final Canvas canvas;

  HeatMapPainter(PanelFrame frame, Canvas canvas) {
    this.frame = frame;
    this.canvas = canvas;
  }

  void draw(HeatMap map) {
    Strip columns = Strip.of(map.xEdges(), frame.box().left(), frame.box().right(), frame::xPt);
    Strip rows = Strip.of(map.yEdges(), frame.box().bottom(), frame.box().top(), frame::yPt);
    if (columns.index.length == 0 || rows.index.length == 0) {
      return;
    }
    AxisScale scale = scale(map);
    int width = columns.index.length;
    int height = rows.index.length;
    int[] argb = new int[width * height];
    double[] y = new double[height + 1];
    for (int j = 0; j <= height; j++) {
      y[j] = rows.lines[height - j];
    }
    for (int j = 0; j < height; j++) {
      Values row = map.z().get(rows.index[height - 1 - j]);
      for (int i = 0; i < width; i++) {
        double position = scale.position(row.get(columns.index[i]));
        argb[j * width + i] = map.colours().argb(position);
      }
    }
    canvas.cells(new CellGrid(columns.lines, y, argb));
  }

  /** The scale of the colour bar. */
  static AxisScale scale(HeatMap map) {
    DataRange range = new DataRange();
    for (Values row : map.z()) {
      for (int i = 0; i < row.size(); i++) {
        range.add(row.get(i));
      }
    }
    range.endWithData();
    return range.scale(map.colours().axis());
  }

  private interface Place {
    double of(double value);
  }

  /**
   * The visible cells along one axis: their borders on the canvas and which data cell each shows.
   */
  private static final class Strip {
    private final double[] lines;
    private final int[] index;

    private Strip(double[] lines, int[] index) {
      this.lines = lines;
      this.index = index;
    }

    private static Strip of(Values edges, double start, double end, Place place) {
      int cells = Math.max(0, edges.size() - 1);
      double[] lines = new double[cells + 1];
      int[] index = new int[cells];
      int count = 0;
      double low = Math.min(start, end);
      double high = Math.max(start, end);
      for (int i = 0; i < cells; i++) {
        double from = Math.clamp(place.of(edges.get(i)), low, high);
        double to = Math.clamp(place.of(edges.get(i + 1)), low, high);
        if (count > 0) {
          from = lines[count];
        }
        boolean last = i == cells - 1;
        if (from != to && (last || Math.abs(to - from) >= FINEST_PT)) {
          lines[count] = from;
          lines[count + 1] = to;
          index[count++] = i;
        }
      }
      return new Strip(Arrays.copyOf(lines, count + 1), Arrays.copyOf(index, count));
    }
  }
}
