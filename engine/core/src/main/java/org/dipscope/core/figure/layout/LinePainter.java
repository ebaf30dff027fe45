package org.dipscope.core.figure.layout;

import org.dipscope.core.figure.Colour;
import org.dipscope.core.figure.Contours;
import org.dipscope.core.figure.Line;
import org.dipscope.core.figure.Polyline;
import org.dipscope.core.figure.ReferenceLine;
import org.dipscope.core.figure.Stroke;
import org.dipscope.core.figure.canvas.Box;
import org.dipscope.core.figure.canvas.Canvas;
import org.dipscope.core.figure.canvas.Path;
import org.dipscope.core.figure.canvas.Pen;
import org.dipscope.core.figure.canvas.PlacedText;
import org.dipscope.core.figure.canvas.PlacedText.Anchor;
import org.dipscope.core.figure.text.TextLine;
import org.dipscope.core.histogram.Values;

/** Draws curves, contour lines and reference lines. */
final class LinePainter {
  private static final double CASING_PT = 1.8;
  private static final double CASING_OPACITY = 0.55;
  private static final double TEXT_SIZE = 0.85;

  private final PanelFrame frame;
  private final Canvas canvas;

  LinePainter(PanelFrame frame, Canvas canvas) {
    this.frame = frame;
    this.canvas = canvas;
  }

  void draw(Line line) {
    stroke(trace(line.x(), line.y()), line.stroke(), true);
  }

  void draw(Contours contours) {
    for (Polyline line : contours.lines()) {
      stroke(trace(line.x(), line.y()), contours.stroke(), true);
    }
  }

  /** Writes the text of a contour over its line, after all lines are drawn. */
  void drawText(Contours contours) {
    if (!contours.text().isEmpty()) {
      TextLine text = TextLine.of(contours.text(), TEXT_SIZE * frame.em());
      double[] place = ContourLabel.place(frame, contours, text.width());
      if (place.length == 2) {
        halo(
            text.centredOn(
                place[0], place[1], Anchor.MIDDLE, frame.argb(contours.stroke().colour())));
      }
    }
  }

  void draw(ReferenceLine line) {
    Box box = frame.box();
    boolean horizontal = line.direction() == ReferenceLine.Direction.HORIZONTAL;
    AxisScale scale = horizontal ? frame.y() : frame.x();
    if (!scale.shows(line.value())) {
      return;
    }
    Path path = new Path();
    if (horizontal) {
      double y = frame.yPt(line.value());
      path.moveTo(box.left(), y).lineTo(box.right(), y);
    } else {
      double x = frame.xPt(line.value());
      path.moveTo(x, box.top()).lineTo(x, box.bottom());
    }
    stroke(path, line.stroke(), false);
  }

  void drawText(ReferenceLine line) {
    boolean horizontal = line.direction() == ReferenceLine.Direction.HORIZONTAL;
    AxisScale scale = horizontal ? frame.y() : frame.x();
    if (line.text().isEmpty() || !scale.shows(line.value())) {
      return;
    }
    Box box = frame.box();
    double em = frame.em();
    double room = (horizontal ? box.width() : box.height()) - 2 * em;
    TextLine text = TextLine.fitted(line.text(), TEXT_SIZE * em, Math.max(room, em));
    int argb = frame.argb(line.stroke().colour());
    double gap = 0.35 * em;
    if (horizontal) {
      double y = frame.yPt(line.value());
      boolean above = y - gap - 1.2 * em > box.top();
      double baseline = above ? y - gap : y + gap + text.capHeight();
      halo(text.at(box.right() - em, baseline, Anchor.END, argb));
    } else {
      double x = frame.xPt(line.value());
      boolean left = x - gap - 1.2 * em > box.left();
      double baseline = left ? x - gap : x + gap + text.capHeight();
      halo(text.upwards(baseline, box.top() + em, Anchor.END, argb));
    }
  }

  /** Strokes a path; over a coloured surface with an outline in the colour of the paper. */
  void stroke(Path path, Stroke stroke, boolean round) {
    if (path.isEmpty()) {
      return;
    }
    if (frame.coloured()) {
      int casing = frame.argb(Colour.BACKGROUND, CASING_OPACITY);
      canvas.stroke(path, new Pen(casing, stroke.widthPt() + CASING_PT, new double[0], true));
    }
    double[] dash = stroke.dash().patternPt(stroke.widthPt());
    canvas.stroke(
        path,
        new Pen(frame.argb(stroke.colour()), stroke.widthPt(), dash, round && dash.length == 0));
  }

  private void halo(PlacedText text) {
    canvas.text(
        new PlacedText(
            text.x(),
            text.y(),
            text.anchor(),
            text.upwards(),
            text.argb(),
            frame.argb(Colour.BACKGROUND, 0.85),
            text.width(),
            text.runs()));
  }

  private Path trace(Values xs, Values ys) {
    LineTrace trace = new LineTrace(frame.surroundings());
    for (int i = 0; i < xs.size(); i++) {
      double x = xs.get(i);
      double y = ys.get(i);
      if (Double.isFinite(x) && Double.isFinite(y)) {
        trace.add(frame.xPt(x), frame.yPt(y));
      } else {
        trace.gap();
      }
    }
    return trace.path();
  }
}
