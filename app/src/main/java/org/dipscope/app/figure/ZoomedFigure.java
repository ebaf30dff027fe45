package org.dipscope.app.figure;

import java.util.ArrayList;
import java.util.List;
import org.dipscope.app.figure.ZoomHistory.Place;
import org.dipscope.app.figure.ZoomHistory.Range;
import org.dipscope.core.figure.Axis;
import org.dipscope.core.figure.Band;
import org.dipscope.core.figure.Column;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.figure.Mark;
import org.dipscope.core.figure.Panel;
import org.dipscope.core.figure.Points;
import org.dipscope.core.figure.Stack;
import org.dipscope.core.figure.Steps;
import org.dipscope.core.histogram.Values;

/** A figure with the axis ranges the user zoomed to. */
final class ZoomedFigure {
  private static final double MARGIN = 1.25;
  private static final double LEAST_SHARE = 0.01;

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
              .or(() -> zoom.x(index).map(range -> around(panel, range)))
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

  /**
   * The vertical axis within a part of the horizontal one. An axis of a comparison in bins with
   * fixed ends, such as a ratio, keeps its middle and reaches as far as what is left needs; any
   * other follows by itself or stays.
   */
  private static Axis around(Panel panel, Range x) {
    Double low = panel.y().low();
    Double high = panel.y().high();
    if (low == null || high == null || panel.marks().stream().noneMatch(Band.class::isInstance)) {
      return panel.y();
    }
    double middle = 0.5 * (low + high);
    double reach = 0;
    for (Mark mark : panel.marks()) {
      reach =
          Math.max(
              reach,
              switch (mark) {
                case Points points -> reach(points, x, middle);
                case Steps steps -> reach(steps.edges(), steps.contents(), x, middle);
                case Stack stack ->
                    stack.layers().stream()
                        .mapToDouble(l -> reach(stack.edges(), l.contents(), x, middle))
                        .max()
                        .orElse(0);
                default -> 0;
              });
    }
    double least = LEAST_SHARE * (high - low);
    double used = Math.max(least, MARGIN * reach);
    return reach > 0 ? panel.y().range(middle - used, middle + used) : panel.y();
  }

  private static double reach(Points points, Range x, double middle) {
    double reach = 0;
    for (int i = 0; i < points.x().size(); i++) {
      double distance = Math.abs(points.y().get(i) - middle);
      boolean inside = points.x().get(i) >= x.low() && points.x().get(i) <= x.high();
      reach = inside && Double.isFinite(distance) ? Math.max(reach, distance) : reach;
    }
    return reach;
  }

  private static double reach(Values edges, Values contents, Range x, double middle) {
    double reach = 0;
    for (int i = 0; i < contents.size(); i++) {
      double distance = Math.abs(contents.get(i) - middle);
      boolean inside = edges.get(i + 1) > x.low() && edges.get(i) < x.high();
      reach = inside && Double.isFinite(distance) ? Math.max(reach, distance) : reach;
    }
    return reach;
  }
}
