package org.dipscope.core.figure.layout;

import org.dipscope.core.figure.Axis;
import org.dipscope.core.figure.Colour;
import org.dipscope.core.figure.canvas.Box;
import org.dipscope.core.figure.canvas.Canvas;
import org.dipscope.core.figure.canvas.CellGrid;
import org.dipscope.core.figure.canvas.Path;
import org.dipscope.core.figure.canvas.Pen;
import org.dipscope.core.figure.canvas.PlacedText.Anchor;
import org.dipscope.core.figure.text.TextLine;

/**
 * Draws grid, frame, ticks on all four sides, tick labels, axis titles, panel titles and colour
 * bar.
 */
final class AxisPainter {
  private static final double LINE_PT = 0.9;
  private static final double GRID_PT = 0.5;
  private static final double MAJOR_EM = 0.55;
  private static final double MINOR_EM = 0.28;
  private static final int BAR_STEPS = 256;

  private final PanelLayout layout;
  private final PanelFrame frame;
  private final Box box;
  private final double em;
  private final Canvas canvas;
  private final int ink;

  AxisPainter(PanelLayout layout, Canvas canvas) {
    this.layout = layout;
    this.canvas = canvas;
    frame = layout.frame();
    box = frame.box();
    em = frame.em();
    ink = frame.argb(Colour.FOREGROUND);
  }

  void drawGrid(boolean xGrid) {
    Path path = new Path();
    if (xGrid) {
      for (Ticks.Tick tick : layout.xTicks().major()) {
        double x = frame.xPt(tick.value());
        path.moveTo(x, box.top()).lineTo(x, box.bottom());
      }
    }
    if (frame.panel().y().grid()) {
      for (Ticks.Tick tick : layout.yTicks().major()) {
        double y = frame.yPt(tick.value());
        path.moveTo(box.left(), y).lineTo(box.right(), y);
      }
    }
    if (!path.isEmpty()) {
      canvas.stroke(path, Pen.solid(frame.argb(Colour.GRID), GRID_PT));
    }
  }

  void drawFrame() {
    Path ticks = new Path();
    layout.xTicks().minor().forEach(value -> addX(ticks, value, MINOR_EM * em));
    layout.xTicks().major().forEach(tick -> addX(ticks, tick.value(), MAJOR_EM * em));
    layout.yTicks().minor().forEach(value -> addY(ticks, value, MINOR_EM * em));
    layout.yTicks().major().forEach(tick -> addY(ticks, tick.value(), MAJOR_EM * em));
    if (!ticks.isEmpty()) {
      if (frame.coloured()) {
        canvas.stroke(ticks, Pen.solid(frame.argb(Colour.BACKGROUND, 0.6), 2.2 * LINE_PT));
      }
      canvas.stroke(ticks, Pen.solid(ink, LINE_PT));
    }
    canvas.stroke(Path.of(box), Pen.solid(ink, LINE_PT));
  }

  void drawLabels(Axis xAxis) {
    double size = ColumnLayout.TICK_TEXT_EM * em;
    double gap = ColumnLayout.TICK_GAP_EM * em;
    if (layout.last()) {
      boolean isUpwards = ColumnLayout.areUpwards(xAxis, box.width(), em);
      for (Ticks.Tick tick : layout.xTicks().major()) {
        TextLine text = TextLine.of(tick.label(), size);
        if (isUpwards) {
          double across = frame.xPt(tick.value()) + text.capHeight() / 2;
          canvas.text(text.upwards(across, box.bottom() + gap, Anchor.END, ink));
          continue;
        }
        double baseline = box.bottom() + gap + text.capHeight() + 0.08 * em;
        canvas.text(text.at(frame.xPt(tick.value()), baseline, Anchor.MIDDLE, ink));
      }
      String title = title(xAxis, layout.xTicks());
      TextLine text = TextLine.fitted(title, ColumnLayout.TITLE_EM * em, box.width());
      double baseline = box.bottom() + gap + 2.2 * em;
      canvas.text(text.at(box.right(), baseline, Anchor.END, ink));
    }
    for (Ticks.Tick tick : layout.yTicks().major()) {
      double y = frame.yPt(tick.value());
      TextLine text = TextLine.of(tick.label(), size);
      boolean collides = !layout.first() && y - text.capHeight() < box.top();
      if (!collides) {
        canvas.text(text.centredOn(box.left() - gap, y, Anchor.END, ink));
      }
    }
  }

  /** Writes the y title in line with those of the other panels of the column. */
  void drawVerticalTitle(double columnLeft) {
    String title = title(frame.panel().y(), layout.yTicks());
    TextLine text = TextLine.fitted(title, ColumnLayout.TITLE_EM * em, box.height());
    canvas.text(text.upwards(columnLeft + 1.15 * em, box.top(), Anchor.END, ink));
  }

  void drawPanelTitles() {
    double baseline = box.top() - 0.55 * em;
    if (ColumnLayout.legendAbove(frame.panel())) {
      baseline -= layout.legend().box().height();
    }
    String left = frame.panel().titleLeft();
    String right = frame.panel().titleRight();
    TextLine rightText = TextLine.fitted(right, em, 0.6 * box.width());
    double room = box.width() - rightText.width() - (right.isEmpty() ? 0 : em);
    TextLine leftText = TextLine.fitted(left, 1.05 * em, Math.max(room, em));
    canvas.text(leftText.at(box.left(), baseline, Anchor.START, ink));
    canvas.text(rightText.at(box.right(), baseline, Anchor.END, ink));
  }

  void drawColourBar(ColourBarLayout bar) {
    int[] colours = new int[BAR_STEPS];
    double[] lines = new double[BAR_STEPS + 1];
    Box area = bar.box();
    for (int i = 0; i <= BAR_STEPS; i++) {
      lines[i] = area.top() + area.height() * i / BAR_STEPS;
      if (i < BAR_STEPS) {
        colours[i] = bar.colours().argb(1 - (i + 0.5) / BAR_STEPS);
      }
    }
    canvas.cells(new CellGrid(new double[] {area.left(), area.right()}, lines, colours));
    Path ticks = new Path();
    bar.ticks().minor().forEach(value -> addBarTick(ticks, bar, value, MINOR_EM * em));
    bar.ticks().major().forEach(tick -> addBarTick(ticks, bar, tick.value(), MAJOR_EM * em));
    if (!ticks.isEmpty()) {
      canvas.stroke(ticks, Pen.solid(ink, LINE_PT));
    }
    canvas.stroke(Path.of(area), Pen.solid(ink, LINE_PT));
    double size = ColumnLayout.TICK_TEXT_EM * em;
    double left = area.right() + ColumnLayout.TICK_GAP_EM * em;
    for (Ticks.Tick tick : bar.ticks().major()) {
      double y = area.bottom() - bar.scale().position(tick.value()) * area.height();
      canvas.text(TextLine.of(tick.label(), size).centredOn(left, y, Anchor.START, ink));
    }
    String title = title(bar.colours().axis(), bar.ticks());
    TextLine text = TextLine.fitted(title, ColumnLayout.TITLE_EM * em, area.height());
    double baseline = left + ColumnLayout.widest(bar.ticks(), em) + 1.3 * em;
    canvas.text(text.upwards(baseline, area.top(), Anchor.END, ink));
  }

  /** Returns the title with the power of ten that the tick labels leave out. */
  static String title(Axis axis, Ticks ticks) {
    if (ticks.exponent() == 0) {
      return axis.title();
    }
    String unit = axis.unit().isEmpty() ? "" : " " + axis.unit();
    String power = "[10^{" + ticks.exponent() + "}" + unit + "]";
    return axis.label().isEmpty() ? power : axis.label() + " " + power;
  }

  private void addX(Path path, double value, double length) {
    double x = frame.xPt(value);
    if (x > box.left() + 0.01 && x < box.right() - 0.01) {
      path.moveTo(x, box.bottom()).lineTo(x, box.bottom() - length);
      path.moveTo(x, box.top()).lineTo(x, box.top() + length);
    }
  }

  private void addY(Path path, double value, double length) {
    double y = frame.yPt(value);
    if (y > box.top() + 0.01 && y < box.bottom() - 0.01) {
      path.moveTo(box.left(), y).lineTo(box.left() + length, y);
      path.moveTo(box.right(), y).lineTo(box.right() - length, y);
    }
  }

  private static void addBarTick(Path path, ColourBarLayout bar, double value, double length) {
    Box area = bar.box();
    double y = area.bottom() - bar.scale().position(value) * area.height();
    if (y > area.top() + 0.01 && y < area.bottom() - 0.01) {
      path.moveTo(area.right(), y).lineTo(area.right() - Math.min(length, area.width() / 2), y);
    }
  }
}
