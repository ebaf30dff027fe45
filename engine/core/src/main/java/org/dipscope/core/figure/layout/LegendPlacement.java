package org.dipscope.core.figure.layout;

import java.util.List;
import org.dipscope.core.figure.Legend;
import org.dipscope.core.figure.Note;
import org.dipscope.core.figure.canvas.Box;

/**
 * Chooses the corner in which a legend hides no data, and raises the upper end of a vertical axis
 * that follows the data until there is such a corner.
 */
final class LegendPlacement {
  private static final List<Legend.Place> CORNERS =
      List.of(
          Legend.Place.TOP_RIGHT,
          Legend.Place.TOP_LEFT,
          Legend.Place.BOTTOM_RIGHT,
          Legend.Place.BOTTOM_LEFT);
  private static final double STRETCH = 1.08;
  private static final int MOST_STRETCHES = 10;
  private static final double CLEARANCE_EM = 0.5;

  /** A longer axis wastes space: a step must free this many cells. */
  private static final double STRETCH_COST = 3;

  private LegendPlacement() {}

  /** A legend and the vertical scale that makes room for it. */
  record Placed(LegendLayout legend, AxisScale y) {}

  static Placed place(PanelFrame frame, LegendLayout block) {
    boolean notes = frame.panel().marks().stream().anyMatch(Note.class::isInstance);
    if (block.items().isEmpty() && !notes) {
      return new Placed(block, frame.y());
    }
    boolean mayStretch = frame.panel().y().high() == null && !frame.coloured();
    PanelFrame tried = frame;
    Choice best = choose(tried, block);
    Placed placed = new Placed(best.legend, frame.y());
    double lowest = best.hidden;
    for (int i = 1; i <= MOST_STRETCHES && lowest > STRETCH_COST * i && mayStretch; i++) {
      tried =
          new PanelFrame(
              frame.panel(),
              frame.box(),
              frame.x(),
              tried.y().stretched(STRETCH),
              frame.em(),
              frame.theme());
      best = choose(tried, block);
      if (best.hidden + STRETCH_COST * i < lowest) {
        lowest = best.hidden + STRETCH_COST * i;
        placed = new Placed(best.legend, tried.y());
      }
    }
    return placed;
  }

  private static Choice choose(PanelFrame frame, LegendLayout block) {
    Occupancy drawn = new Occupancy(frame.box());
    MarkPainter painter = new MarkPainter(frame, drawn);
    painter.drawShapes();
    TextBoxes notes = new TextBoxes();
    new MarkPainter(frame, notes).drawNotes();
    int underNotes = notes.boxes().stream().mapToInt(drawn::takenIn).sum();
    painter.drawTexts();
    Legend.Place wanted = frame.panel().legend().place();
    List<Legend.Place> corners = wanted == Legend.Place.AUTO ? CORNERS : List.of(wanted);
    Choice best = null;
    for (Legend.Place corner : corners) {
      LegendLayout legend = block.inCorner(corner, frame.box(), frame.em());
      Box area = legend.box().grow(CLEARANCE_EM * frame.em());
      int hidden = underNotes + (block.items().isEmpty() ? 0 : drawn.takenIn(area));
      if (best == null || hidden < best.hidden) {
        best = new Choice(legend, hidden);
      }
    }
    return best == null ? new Choice(block, 0) : best;
  }

  private record Choice(LegendLayout legend, int hidden) {}
}
