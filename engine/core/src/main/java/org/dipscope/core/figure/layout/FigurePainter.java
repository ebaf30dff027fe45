package org.dipscope.core.figure.layout;

import org.dipscope.core.figure.Colour;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.figure.canvas.Box;
import org.dipscope.core.figure.canvas.Canvas;
import org.dipscope.core.figure.canvas.Path;

/**
 * Draws a figure on any canvas: every output shows the same picture because every output is drawn
 * here.
 */
public final class FigurePainter {
  private FigurePainter() {}

  /** Draws a figure of its own size with the upper left corner at the origin. */
  public static void paint(FigureLayout layout, Canvas canvas) {
    FigureSpec figure = layout.figure();
    Box paper = new Box(0, 0, figure.widthPt(), figure.heightPt());
    canvas.fill(Path.of(paper), figure.theme().argb(Colour.BACKGROUND));
    for (int panel = 0; panel < layout.frames().size(); panel++) {
      paintInside(layout, panel, canvas);
    }
    paintAround(layout, canvas);
  }

  /**
   * Draws what lies inside the frame of one panel: grid and marks. With {@link #paintAround} this
   * is the whole figure, for outputs that keep each panel on a surface of its own.
   *
   * @param panel the panel, counted as in {@link FigureLayout#frames}
   */
  public static void paintInside(FigureLayout layout, int panel, Canvas canvas) {
    int index = panel;
    for (ColumnLayout column : layout.columns()) {
      if (index < column.panels().size()) {
        PanelLayout inside = column.panels().get(index);
        new AxisPainter(inside, canvas).drawGrid(column.column().x().grid());
        new MarkPainter(inside.frame(), canvas).drawShapes();
        return;
      }
      index -= column.panels().size();
    }
  }

  /** Draws what lies on and around the frames: ticks, labels, titles, legends and all text. */
  public static void paintAround(FigureLayout layout, Canvas canvas) {
    for (ColumnLayout column : layout.columns()) {
      for (PanelLayout panel : column.panels()) {
        paintAround(column, panel, canvas);
      }
    }
  }

  private static void paintAround(ColumnLayout column, PanelLayout panel, Canvas canvas) {
    AxisPainter axes = new AxisPainter(panel, canvas);
    axes.drawFrame();
    axes.drawLabels(column.column().x());
    axes.drawVerticalTitle(column.box().left());
    axes.drawPanelTitles();
    ColourBarLayout bar = panel.colourBar();
    if (bar != null) {
      axes.drawColourBar(bar);
    }
    new MarkPainter(panel.frame(), canvas).drawTexts();
    new LegendPainter(panel, canvas).draw();
  }
}
