package org.dipscope.app.figure;

import java.util.ArrayList;
import java.util.List;
import org.dipscope.app.figure.ZoomHistory.Place;
import org.dipscope.core.figure.Axis;
import org.dipscope.core.figure.Column;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.figure.Panel;

/** A figure with the axis ranges the user zoomed to. */
final class ZoomedFigure {
  private ZoomedFigure() {}

  static FigureSpec of(FigureSpec figure, ZoomHistory zoom) {
    if (!zoom.isZoomed()) {
      return figure;
    }
    List<Column> columns = new ArrayList<>();
    for (int column = 0; column < figure.columns().size(); column++) {
      columns.add(of(figure.columns().get(column), column, zoom));
    }
    return new FigureSpec(
        figure.description(),
        figure.widthPt(),
        figure.heightPt(),
        figure.fontSizePt(),
        figure.theme(),
        columns);
  }

  private static Column of(Column column, int index, ZoomHistory zoom) {
    List<Panel> panels = new ArrayList<>();
    for (int row = 0; row < column.panels().size(); row++) {
      Panel panel = column.panels().get(row);
      Axis y =
          zoom.y(new Place(index, row))
              .map(range -> panel.y().range(range.low(), range.high()))
              .orElse(panel.y());
      panels.add(
          new Panel(
              y,
              panel.marks(),
              panel.weight(),
              panel.titleLeft(),
              panel.titleRight(),
              panel.legend()));
    }
    Axis x =
        zoom.x(index).map(range -> column.x().range(range.low(), range.high())).orElse(column.x());
    return new Column(x, panels, column.weight());
  }
}
