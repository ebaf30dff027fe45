package org.dipscope.core.figure.layout;

import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.figure.Axis;
import org.dipscope.core.figure.Column;
import org.dipscope.core.figure.HeatMap;
import org.dipscope.core.figure.Legend;
import org.dipscope.core.figure.Panel;
import org.dipscope.core.figure.Theme;
import org.dipscope.core.figure.canvas.Box;
import org.dipscope.core.figure.text.TextLine;
import org.jspecify.annotations.Nullable;

/**
 * The panels of one column at their places.
 *
 * <p>Margins depend on tick labels, tick labels on the space between the margins; three rounds
 * settle both.
 *
 * @param column what it shows
 * @param box the area of the column with margins
 * @param em the text size in points
 * @param panels its panels from top to bottom
 */
record ColumnLayout(Column column, Box box, double em, List<PanelLayout> panels) {
  static final double TICK_TEXT_EM = 0.92;
  static final double TICK_GAP_EM = 0.5;
  static final double TITLE_EM = 1.0;
  static final double BAR_GAP_EM = 0.8;
  static final double BAR_WIDTH_EM = 1.1;
  private static final double EDGE_EM = 0.7;
  private static final double TITLE_SPACE_EM = 1.55;
  private static final double PANEL_TITLE_EM = 1.75;
  private static final double PANEL_GAP_EM = 0.6;
  private static final double LABEL_SPACING_X = 1.9;
  private static final double LABEL_SPACING_Y_EM = 2.6;
  private static final int ROUNDS = 3;

  static ColumnLayout of(Column column, Box box, double em, double top, Theme theme) {
    AxisScale x = MarkExtent.horizontal(column);
    Box area = new Box(box.left(), top, box.right(), box.bottom());
    double left = 4 * em;
    double right = 2 * em;
    List<PanelLayout> panels = List.of();
    for (int round = 0; round < ROUNDS; round++) {
      panels = panels(column, area, new double[] {left, right}, x, em, theme, round > 0);
      left = leftMargin(panels, em);
      right = rightMargin(panels, em);
    }
    return new ColumnLayout(column, box, em, panels);
  }

  private static List<PanelLayout> panels(
      Column column,
      Box box,
      double[] sides,
      AxisScale x,
      double em,
      Theme theme,
      boolean placeLegend) {
    double left = box.left() + Math.min(sides[0], 0.45 * box.width());
    double right = Math.max(left + 1, box.right() - Math.min(sides[1], 0.45 * box.width()));
    double bottom = box.bottom() - bottomMargin(column, right - left, em);
    int count = column.panels().size();
    double[] headers = new double[count];
    double free = bottom - box.top();
    double total = 0;
    for (int i = 0; i < count; i++) {
      headers[i] = header(column.panels().get(i), i == 0, right - left, em);
      if (i == 0 && box.top() > 0) {
        headers[i] = 0;
      }
      free -= headers[i];
      total += column.panels().get(i).weight();
    }
    free = Math.max(free, count);
    double top = box.top();
    List<PanelLayout> panels = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Panel panel = column.panels().get(i);
      top += headers[i];
      double height = free * panel.weight() / total;
      Box frameBox = new Box(left, top, right, top + height);
      AxisScale y = MarkExtent.vertical(panel, x);
      PanelFrame frame = new PanelFrame(panel, frameBox, x, y, em, theme);
      panels.add(panel(frame, column.x().names(), i == 0, i == count - 1, placeLegend));
      top += height;
    }
    return panels;
  }

  private static PanelLayout panel(
      PanelFrame start, List<String> xNames, boolean first, boolean last, boolean placeLegend) {
    Panel panel = start.panel();
    Box box = start.box();
    double em = start.em();
    LegendLayout legend = LegendLayout.NONE;
    AxisScale y = start.y();
    if (legendAbove(panel)) {
      LegendLayout rows = LegendLayout.rows(LegendEntry.of(panel), em, box.width());
      legend = rows.movedTo(box.left(), box.top() - rows.box().height() - 0.2 * em);
    } else if (placeLegend) {
      List<LegendEntry> entries =
          panel.legend().place() == Legend.Place.NONE ? List.of() : LegendEntry.of(panel);
      LegendLayout block = LegendLayout.block(entries, panel.legend().columns(), em, box);
      LegendPlacement.Placed placed = LegendPlacement.place(start, block);
      legend = placed.legend();
      y = placed.y();
    }
    PanelFrame frame = new PanelFrame(panel, box, start.x(), y, em, start.theme());
    Ticks xTicks =
        xNames.isEmpty()
            ? horizontalTicks(frame.x(), box.width(), em)
            : Ticks.named(xNames, frame.x());
    List<String> names = panel.y().names();
    Ticks yTicks =
        names.isEmpty()
            ? Ticks.of(y, (int) (box.height() / (LABEL_SPACING_Y_EM * em)) + 1)
            : Ticks.named(names, y);
    return new PanelLayout(frame, xTicks, yTicks, first, last, legend, colourBar(frame));
  }

  /** Takes fewer labels until none touches the next. */
  private static Ticks horizontalTicks(AxisScale x, double width, double em) {
    int most = Math.max(2, (int) (width / (3 * em)) + 1);
    Ticks ticks = Ticks.of(x, most);
    while (most > 2 && widest(ticks, em) * LABEL_SPACING_X > closest(ticks, x) * width) {
      most--;
      ticks = Ticks.of(x, most);
    }
    return ticks;
  }

  private static double closest(Ticks ticks, AxisScale scale) {
    double closest = 1;
    for (int i = 1; i < ticks.major().size(); i++) {
      double step =
          scale.position(ticks.major().get(i).value())
              - scale.position(ticks.major().get(i - 1).value());
      closest = Math.min(closest, step);
    }
    return closest;
  }

  static double widest(Ticks ticks, double em) {
    return ticks.major().stream()
        .mapToDouble(tick -> TextLine.of(tick.label(), TICK_TEXT_EM * em).width())
        .max()
        .orElse(0);
  }

  private static @Nullable ColourBarLayout colourBar(PanelFrame frame) {
    for (var mark : frame.panel().marks()) {
      if (mark instanceof HeatMap map) {
        double em = frame.em();
        double left = frame.box().right() + BAR_GAP_EM * em;
        Box bar = new Box(left, frame.box().top(), left + BAR_WIDTH_EM * em, frame.box().bottom());
        AxisScale scale = HeatMapPainter.scale(map);
        Ticks ticks = Ticks.of(scale, (int) (bar.height() / (LABEL_SPACING_Y_EM * em)) + 1);
        return new ColourBarLayout(map.colours(), bar, scale, ticks);
      }
    }
    return null;
  }

  static boolean legendAbove(Panel panel) {
    boolean surface = panel.marks().stream().anyMatch(HeatMap.class::isInstance);
    Legend.Place place = panel.legend().place();
    return place == Legend.Place.ABOVE || (surface && place == Legend.Place.AUTO);
  }

  private static double header(Panel panel, boolean first, double width, double em) {
    boolean titled = !panel.titleLeft().isEmpty() || !panel.titleRight().isEmpty();
    double title = titled ? PANEL_TITLE_EM * em : 0;
    double legend = 0;
    if (legendAbove(panel)) {
      legend = LegendLayout.rows(LegendEntry.of(panel), em, width).box().height();
    }
    double gap = first ? EDGE_EM * em : PANEL_GAP_EM * em;
    return legend + title + (titled && first ? 0.15 * em : gap);
  }

  private static double bottomMargin(Column column, double width, double em) {
    boolean titled = !column.x().title().isEmpty();
    double names = areUpwards(column.x(), width, em) ? widestName(column.x(), em) : 0.75 * em;
    return names + (TICK_GAP_EM + (titled ? TITLE_SPACE_EM : 0) + EDGE_EM) * em;
  }

  /** Whether names below the frame are written upwards, since side by side they would touch. */
  static boolean areUpwards(Axis x, double width, double em) {
    return !x.names().isEmpty() && widestName(x, em) + 0.5 * em > width / x.names().size();
  }

  private static double widestName(Axis x, double em) {
    return x.names().stream()
        .mapToDouble(name -> TextLine.of(name, TICK_TEXT_EM * em).width())
        .max()
        .orElse(0);
  }

  private static double leftMargin(List<PanelLayout> panels, double em) {
    double widest = 0;
    boolean titled = false;
    for (PanelLayout panel : panels) {
      widest = Math.max(widest, widest(panel.yTicks(), em));
      titled |= !panel.frame().panel().y().title().isEmpty() || panel.yTicks().exponent() != 0;
    }
    return widest + (TICK_GAP_EM + (titled ? TITLE_SPACE_EM : 0) + 0.55) * em;
  }

  private static double rightMargin(List<PanelLayout> panels, double em) {
    double margin = EDGE_EM * em;
    for (PanelLayout panel : panels) {
      margin = Math.max(margin, overhang(panel, em));
      ColourBarLayout bar = panel.colourBar();
      if (bar != null) {
        double labels = widest(bar.ticks(), em) + TICK_GAP_EM * em;
        boolean titled = !bar.colours().axis().title().isEmpty() || bar.ticks().exponent() != 0;
        double title = titled ? TITLE_SPACE_EM * em : 0;
        margin = Math.max(margin, (BAR_GAP_EM + BAR_WIDTH_EM + 0.5) * em + labels + title);
      }
    }
    return margin;
  }

  /** How far the last label of the x axis sticks out on the right. */
  private static double overhang(PanelLayout panel, double em) {
    double most = 0;
    for (Ticks.Tick tick : panel.xTicks().major()) {
      double end =
          panel.frame().xPt(tick.value())
              + TextLine.of(tick.label(), TICK_TEXT_EM * em).width() / 2
              - panel.frame().box().right();
      most = Math.max(most, end + 0.4 * em);
    }
    return most;
  }
}
