package org.dipscope.core.figure.layout;

import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.figure.Column;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.figure.canvas.Box;

/**
 * The geometry of a figure, computed once and the same for every output: axis ranges, ticks,
 * margins, legends.
 */
public final class FigureLayout {
  private static final double LARGEST_EM_OF_WIDTH = 0.07;
  private static final double LARGEST_EM_OF_HEIGHT = 0.12;
  private static final double COLUMN_GAP_EM = 0.8;

  private final FigureSpec figure;
  private final List<ColumnLayout> columns;

  private FigureLayout(FigureSpec figure, List<ColumnLayout> columns) {
    this.figure = figure;
    this.columns = columns;
  }

  /** Lays out a figure; every figure has a layout, however odd its data. */
  public static FigureLayout of(FigureSpec figure) {
    List<ColumnLayout> columns = columns(figure, 0);
    double lowestTop =
        columns.stream()
            .flatMap(column -> column.panels().stream().limit(1))
            .mapToDouble(panel -> panel.frame().box().top())
            .max()
            .orElse(0);
    return new FigureLayout(figure, columns.size() > 1 ? columns(figure, lowestTop) : columns);
  }

  /** Lays out the columns with all first frames at the same height, not above {@code top}. */
  private static List<ColumnLayout> columns(FigureSpec figure, double top) {
    double total = figure.columns().stream().mapToDouble(Column::weight).sum();
    List<ColumnLayout> columns = new ArrayList<>();
    double left = 0;
    for (Column column : figure.columns()) {
      double width = figure.widthPt() * column.weight() / total;
      int rows = Math.max(1, column.panels().size());
      double em =
          Math.min(
              figure.fontSizePt(),
              Math.min(
                  LARGEST_EM_OF_WIDTH * width, LARGEST_EM_OF_HEIGHT * figure.heightPt() / rows));
      double gap = columns.isEmpty() ? 0 : COLUMN_GAP_EM * em;
      Box box = new Box(left + gap, 0, left + width, figure.heightPt());
      columns.add(ColumnLayout.of(column, box, em, top, figure.theme()));
      left += width;
    }
    return List.copyOf(columns);
  }

  /** Returns the figure this is the layout of. */
  public FigureSpec figure() {
    return figure;
  }

  /** Returns the frames of all panels, column by column from top to bottom. */
  public List<PanelFrame> frames() {
    return columns.stream()
        .flatMap(column -> column.panels().stream())
        .map(PanelLayout::frame)
        .toList();
  }

  List<ColumnLayout> columns() {
    return columns;
  }
}
