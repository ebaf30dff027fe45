package org.dipscope.core.figure.layout;

import java.util.List;
import org.dipscope.core.figure.Band;
import org.dipscope.core.figure.Contours;
import org.dipscope.core.figure.HeatMap;
import org.dipscope.core.figure.Line;
import org.dipscope.core.figure.Mark;
import org.dipscope.core.figure.Note;
import org.dipscope.core.figure.Points;
import org.dipscope.core.figure.Polyline;
import org.dipscope.core.figure.ReferenceLine;
import org.dipscope.core.figure.Region;
import org.dipscope.core.figure.Stack;
import org.dipscope.core.figure.Steps;
import org.dipscope.core.figure.canvas.Box;
import org.dipscope.core.figure.canvas.Canvas;
import org.dipscope.core.figure.canvas.PlacedText.Anchor;
import org.dipscope.core.figure.text.TextLine;

/** Draws the marks of a panel in order: first all shapes, then all texts. */
final class MarkPainter {
  private static final double LINE_HEIGHT = 1.35;

  private final PanelFrame frame;
  private final Canvas canvas;

  MarkPainter(PanelFrame frame, Canvas canvas) {
    this.frame = frame;
    this.canvas = canvas;
  }

  void drawShapes() {
    canvas.beginClip(frame.box());
    frame.panel().marks().forEach(this::drawShape);
    canvas.endClip();
  }

  void drawTexts() {
    LinePainter lines = new LinePainter(frame, canvas);
    for (Mark mark : frame.panel().marks()) {
      switch (mark) {
        case Note note -> drawNote(note);
        case ReferenceLine line -> lines.drawText(line);
        case Contours contours -> lines.drawText(contours);
        case Steps _, Stack _, Points _, Band _, Line _, Region _, HeatMap _ -> {}
      }
    }
  }

  void drawNotes() {
    for (Mark mark : frame.panel().marks()) {
      if (mark instanceof Note note) {
        drawNote(note);
      }
    }
  }

  private void drawShape(Mark mark) {
    HistogramPainter histograms = new HistogramPainter(frame, canvas);
    LinePainter lines = new LinePainter(frame, canvas);
    switch (mark) {
      case Steps steps -> histograms.draw(steps);
      case Stack stack -> histograms.draw(stack);
      case Band band -> histograms.draw(band);
      case Points points -> new PointPainter(frame, canvas).draw(points);
      case Line line -> lines.draw(line);
      case ReferenceLine line -> lines.draw(line);
      case Contours contours -> lines.draw(contours);
      case HeatMap map -> new HeatMapPainter(frame, canvas).draw(map);
      case Region region -> histograms.fill(areas(region), region.fill(), region.colour());
      case Note _ -> {}
    }
  }

  private List<Polygon> areas(Region region) {
    return region.polygons().stream()
        .map(this::area)
        .map(polygon -> polygon.clipped(frame.surroundings()))
        .filter(polygon -> !polygon.isEmpty())
        .toList();
  }

  private Polygon area(Polyline outline) {
    Polygon polygon = new Polygon();
    for (int i = 0; i < outline.x().size(); i++) {
      polygon.add(frame.xPt(outline.x().get(i)), frame.yPt(outline.y().get(i)));
    }
    return polygon;
  }

  private void drawNote(Note note) {
    boolean data = note.placement() == Note.Placement.DATA;
    Box box = frame.box();
    double x = data ? frame.xPt(note.x()) : box.left() + note.x() * box.width();
    double y = data ? frame.yPt(note.y()) : box.bottom() - note.y() * box.height();
    if (!frame.surroundings().contains(x, y)) {
      return;
    }
    Anchor anchor =
        switch (note.align()) {
          case LEFT -> Anchor.START;
          case CENTRE -> Anchor.MIDDLE;
          case RIGHT -> Anchor.END;
        };
    double size = note.relativeSize() * frame.em();
    String[] rows = note.text().split("\n", -1);
    double middle = y - (rows.length - 1) * LINE_HEIGHT * size / 2;
    for (String row : rows) {
      TextLine line = TextLine.fitted(row, size, Math.max(box.width(), size));
      canvas.text(line.centredOn(x, middle, anchor, frame.argb(note.colour())));
      middle += LINE_HEIGHT * size;
    }
  }
}
