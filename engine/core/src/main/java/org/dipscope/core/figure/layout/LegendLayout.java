package org.dipscope.core.figure.layout;

import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.figure.Legend;
import org.dipscope.core.figure.canvas.Box;
import org.dipscope.core.figure.text.TextLine;

/**
 * A legend at its place.
 *
 * @param box the area it covers
 * @param items its lines
 */
record LegendLayout(Box box, List<Item> items) {
  static final LegendLayout NONE = new LegendLayout(new Box(0, 0, 0, 0), List.of());
  static final double SAMPLE_EM = 2.1;
  private static final double GAP_EM = 0.55;
  private static final double ROW_EM = 1.5;
  private static final double COLUMN_GAP_EM = 1.4;
  private static final double TEXT_EM = 0.92;
  private static final double INSET_EM = 0.95;
  private static final double WIDEST_SHARE = 0.9;

  /**
   * One line of a legend.
   *
   * @param entry what it names
   * @param text its measured label
   * @param left where its sample starts
   * @param middle the vertical middle of sample and text
   */
  record Item(LegendEntry entry, TextLine text, double left, double middle) {}

  static double rowHeight(double em) {
    return ROW_EM * em;
  }

  private static List<TextLine> texts(List<LegendEntry> entries, double em, double room) {
    return entries.stream()
        .map(entry -> TextLine.fitted(entry.label(), TEXT_EM * em, Math.max(room, em)))
        .toList();
  }

  /** Measures a legend of columns with its upper left corner at the origin. */
  static LegendLayout block(List<LegendEntry> entries, int columns, double em, Box frame) {
    if (entries.isEmpty()) {
      return NONE;
    }
    int used = Math.min(columns, entries.size());
    double sample = (SAMPLE_EM + GAP_EM) * em;
    double room = WIDEST_SHARE * frame.width() / used - sample - 2 * INSET_EM * em / used;
    List<TextLine> texts = texts(entries, em, room);
    int rows = (entries.size() + used - 1) / used;
    List<Item> items = new ArrayList<>();
    double left = 0;
    for (int column = 0; column * rows < entries.size(); column++) {
      double widest = 0;
      for (int i = column * rows; i < Math.min(entries.size(), (column + 1) * rows); i++) {
        double middle = (i - column * rows + 0.5) * rowHeight(em);
        items.add(new Item(entries.get(i), texts.get(i), left, middle));
        widest = Math.max(widest, texts.get(i).width());
      }
      left += sample + widest + COLUMN_GAP_EM * em;
    }
    return new LegendLayout(new Box(0, 0, left - COLUMN_GAP_EM * em, rows * rowHeight(em)), items);
  }

  /** Measures a legend that flows in rows of a width, with its upper left corner at the origin. */
  static LegendLayout rows(List<LegendEntry> entries, double em, double width) {
    if (entries.isEmpty()) {
      return NONE;
    }
    double sample = (SAMPLE_EM + GAP_EM) * em;
    List<TextLine> texts = texts(entries, em, width - sample);
    List<Item> items = new ArrayList<>();
    double left = 0;
    int row = 0;
    for (int i = 0; i < entries.size(); i++) {
      double need = sample + texts.get(i).width();
      if (left > 0 && left + need > width) {
        left = 0;
        row++;
      }
      items.add(new Item(entries.get(i), texts.get(i), left, (row + 0.5) * rowHeight(em)));
      left += need + COLUMN_GAP_EM * em;
    }
    return new LegendLayout(new Box(0, 0, width, (row + 1) * rowHeight(em)), items);
  }

  /** Moves the upper left corner. */
  LegendLayout movedTo(double left, double top) {
    double dx = left - box.left();
    double dy = top - box.top();
    List<Item> moved =
        items.stream()
            .map(i -> new Item(i.entry(), i.text(), i.left() + dx, i.middle() + dy))
            .toList();
    return new LegendLayout(
        new Box(box.left() + dx, box.top() + dy, box.right() + dx, box.bottom() + dy), moved);
  }

  /** Moves into a corner of a frame. */
  LegendLayout inCorner(Legend.Place place, Box frame, double em) {
    double inset = INSET_EM * em;
    double left = frame.left() + inset;
    double right = frame.right() - inset - box.width();
    double top = frame.top() + 0.7 * inset;
    double bottom = frame.bottom() - 0.7 * inset - box.height();
    return switch (place) {
      case TOP_LEFT -> movedTo(left, top);
      case BOTTOM_LEFT -> movedTo(left, bottom);
      case BOTTOM_RIGHT -> movedTo(right, bottom);
      case AUTO, TOP_RIGHT, ABOVE, NONE -> movedTo(right, top);
    };
  }
}
