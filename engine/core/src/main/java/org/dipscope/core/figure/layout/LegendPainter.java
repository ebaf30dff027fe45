package org.dipscope.core.figure.layout;

import org.dipscope.core.figure.Band;
import org.dipscope.core.figure.Colour;
import org.dipscope.core.figure.Contours;
import org.dipscope.core.figure.Fill;
import org.dipscope.core.figure.HeatMap;
import org.dipscope.core.figure.Line;
import org.dipscope.core.figure.Mark;
import org.dipscope.core.figure.Note;
import org.dipscope.core.figure.Panel;
import org.dipscope.core.figure.Points;
import org.dipscope.core.figure.ReferenceLine;
import org.dipscope.core.figure.Region;
import org.dipscope.core.figure.Stack;
import org.dipscope.core.figure.Steps;
import org.dipscope.core.figure.Stroke;
import org.dipscope.core.figure.canvas.Canvas;
import org.dipscope.core.figure.canvas.Path;
import org.dipscope.core.figure.canvas.Pen;
import org.dipscope.core.figure.canvas.PlacedText.Anchor;

/** Draws a legend: a sample of each mark and its text. */
final class LegendPainter {
  private static final double SAMPLE_HEIGHT_EM = 0.8;
  private static final double GAP_EM = 0.55;

  private final PanelLayout layout;
  private final PanelFrame plain;
  private final Canvas canvas;

  LegendPainter(PanelLayout layout, Canvas canvas) {
    this.layout = layout;
    this.canvas = canvas;
    PanelFrame frame = layout.frame();
    boolean above = ColumnLayout.legendAbove(frame.panel());
    plain =
        above
            ? new PanelFrame(
                Panel.of(frame.panel().y()),
                frame.box(),
                frame.x(),
                frame.y(),
                frame.em(),
                frame.theme())
            : frame;
  }

  void draw() {
    double em = plain.em();
    for (LegendLayout.Item item : layout.legend().items()) {
      double right = item.left() + LegendLayout.SAMPLE_EM * em;
      item.entry().samples().forEach(mark -> draw(mark, item.left(), right, item.middle()));
      canvas.text(
          item.text()
              .centredOn(
                  right + GAP_EM * em, item.middle(), Anchor.START, plain.argb(Colour.FOREGROUND)));
    }
  }

  private void draw(Mark mark, double left, double right, double middle) {
    switch (mark) {
      case Steps steps -> line(steps.stroke(), left, right, middle);
      case Line line -> line(line.stroke(), left, right, middle);
      case Contours contours -> line(contours.stroke(), left, right, middle);
      case ReferenceLine line -> line(line.stroke(), left, right, middle);
      case Band band -> area(band.fill(), band.colour(), left, right, middle);
      case Region region -> area(region.fill(), region.colour(), left, right, middle);
      case Points points -> points(points, left, right, middle);
      case Stack _, HeatMap _, Note _ -> {}
    }
  }

  private void line(Stroke stroke, double left, double right, double middle) {
    new LinePainter(plain, canvas)
        .stroke(new Path().moveTo(left, middle).lineTo(right, middle), stroke, false);
  }

  private void area(Fill fill, Colour colour, double left, double right, double middle) {
    double half = SAMPLE_HEIGHT_EM * plain.em() / 2;
    Polygon box = new Polygon();
    box.add(left, middle - half);
    box.add(right, middle - half);
    box.add(right, middle + half);
    box.add(left, middle + half);
    new HistogramPainter(plain, canvas).fill(java.util.List.of(box), fill, colour);
    if (fill == Fill.HATCHED) {
      canvas.stroke(box.path(), Pen.solid(plain.argb(colour), 0.5));
    }
  }

  private void points(Points points, double left, double right, double middle) {
    double centre = (left + right) / 2;
    double half = SAMPLE_HEIGHT_EM * plain.em() * 0.62;
    Path bars = new Path();
    if (!points.yErrorHigh().isEmpty() || !points.yErrorLow().isEmpty()) {
      bars.moveTo(centre, middle - half).lineTo(centre, middle + half);
    }
    if (!points.xErrorHigh().isEmpty() || !points.xErrorLow().isEmpty()) {
      bars.moveTo(centre - half, middle).lineTo(centre + half, middle);
    }
    if (!bars.isEmpty()) {
      canvas.stroke(bars, Pen.solid(plain.argb(points.colour()), 1));
    }
    new PointPainter(plain, canvas).symbol(points, centre, middle);
  }
}
