package org.dipscope.core.figure.layout;

import java.util.List;
import org.dipscope.core.figure.Band;
import org.dipscope.core.figure.Colour;
import org.dipscope.core.figure.Fill;
import org.dipscope.core.figure.Stack;
import org.dipscope.core.figure.Steps;
import org.dipscope.core.figure.canvas.Canvas;
import org.dipscope.core.figure.canvas.Path;
import org.dipscope.core.figure.canvas.Pen;
import org.dipscope.core.histogram.Values;

/** Draws what has bins: outlines, stacks, bands. */
final class HistogramPainter {
  private static final double HATCH_WIDTH_PT = 0.7;
  private static final double TRANSLUCENT = 0.3;
  private static final double COLUMN_PT = 0.2;

  private final PanelFrame frame;
  private final Canvas canvas;

  HistogramPainter(PanelFrame frame, Canvas canvas) {
    this.frame = frame;
    this.canvas = canvas;
  }

  void draw(Steps steps) {
    LineTrace trace = new LineTrace(frame.surroundings());
    Values edges = steps.edges();
    for (int i = 0; i < steps.contents().size(); i++) {
      double y = frame.nearY(steps.contents().get(i));
      if (Double.isNaN(y)) {
        trace.gap();
      } else {
        trace.add(frame.xPt(edges.get(i)), y);
        trace.add(frame.xPt(edges.get(i + 1)), y);
      }
    }
    new LinePainter(frame, canvas).stroke(trace.path(), steps.stroke(), false);
  }

  void draw(Stack stack) {
    List<double[]> levels = StackLevels.of(stack);
    for (int k = 0; k < levels.size(); k++) {
      Values top = Values.of(levels.get(k));
      Values zero = Values.of(new double[top.size()]);
      int argb = frame.argb(stack.layers().get(k).colour());
      for (Polygon area : areas(stack.edges(), zero, top)) {
        canvas.fill(area.path(), argb);
      }
    }
  }

  void draw(Band band) {
    List<Polygon> areas = areas(band.edges(), band.low(), band.high());
    fill(areas, band.fill(), band.colour());
  }

  void fill(List<Polygon> areas, Fill fill, Colour colour) {
    if (fill == Fill.HATCHED) {
      Path lines = new Path();
      areas.forEach(area -> area.hatch(lines));
      if (!lines.isEmpty()) {
        canvas.stroke(lines, Pen.solid(frame.argb(colour), HATCH_WIDTH_PT));
      }
      return;
    }
    int argb = frame.argb(colour, fill == Fill.SOLID ? 1 : TRANSLUCENT);
    for (Polygon area : areas) {
      canvas.fill(area.path(), argb);
    }
  }

  /** The area between two step functions, one polygon per run of bins without gap. */
  private List<Polygon> areas(Values edges, Values low, Values high) {
    List<Polygon> areas = new java.util.ArrayList<>();
    int bins = low.size();
    int start = 0;
    while (start < bins) {
      int end = start;
      while (end < bins && !Double.isNaN(low.get(end)) && !Double.isNaN(high.get(end))) {
        end++;
      }
      if (end > start) {
        areas.add(area(edges, low, high, start, end));
      }
      start = end + 1;
    }
    return areas;
  }

  private Polygon area(Values edges, Values low, Values high, int start, int end) {
    Polygon area = new Polygon();
    addSide(area, edges, high, start, end, true);
    addSide(area, edges, low, start, end, false);
    return area;
  }

  /**
   * Appends one side; bins narrower than a column are merged, the upper side to the highest, the
   * lower to the lowest.
   */
  private void addSide(
      Polygon area, Values edges, Values heights, int start, int end, boolean upper) {
    int bins = end - start;
    int k = 0;
    while (k < bins) {
      int bin = upper ? start + k : end - 1 - k;
      double from = frame.nearX(edges.get(upper ? bin : bin + 1));
      double y = frame.nearY(heights.get(bin));
      double to = frame.nearX(edges.get(upper ? bin + 1 : bin));
      k++;
      while (k < bins && Math.abs(to - from) < COLUMN_PT) {
        bin = upper ? start + k : end - 1 - k;
        double next = frame.nearY(heights.get(bin));
        y = upper ? Math.min(y, next) : Math.max(y, next);
        to = frame.nearX(edges.get(upper ? bin + 1 : bin));
        k++;
      }
      area.add(from, y);
      area.add(to, y);
    }
  }
}
