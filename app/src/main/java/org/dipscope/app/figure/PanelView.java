package org.dipscope.app.figure;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.dipscope.app.figure.ZoomHistory.Place;
import org.dipscope.core.figure.Axis;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.figure.canvas.Box;
import org.dipscope.core.figure.layout.FigureLayout;
import org.dipscope.core.figure.layout.PanelFrame;

/**
 * A panel where it is on the screen.
 *
 * @param place its column and row
 * @param frame its scales and its frame in points
 * @param bounds its frame in pixels of the pane, on whole device pixels
 * @param columnBounds from the top of the first to the bottom of the last frame of its column
 * @param chart the chart inside the frame
 * @param grid from points to pixels of the chart's canvas
 */
record PanelView(
    Place place,
    PanelFrame frame,
    Rectangle2D bounds,
    Rectangle2D columnBounds,
    PanelChart chart,
    PixelGrid grid) {

  /** All panels of a figure, in the order of its frames. */
  static List<PanelView> of(FigureLayout layout, PixelGrid pane, List<PanelChart> charts) {
    List<PanelView> panels = new ArrayList<>();
    List<PanelFrame> frames = layout.frames();
    int first = 0;
    for (int column = 0; column < layout.figure().columns().size(); column++) {
      int rows = layout.figure().columns().get(column).panels().size();
      for (int row = 0; row < rows; row++) {
        Box top = frames.get(first).box();
        Box bottom = frames.get(first + rows - 1).box();
        PanelFrame frame = frames.get(first + row);
        Rectangle2D bounds = pixels(frame.box(), pane);
        Rectangle2D whole =
            pixels(new Box(top.left(), top.top(), top.right(), bottom.bottom()), pane);
        PixelGrid own =
            new PixelGrid(
                pane.scale(),
                bounds.getMinX() / pane.scale(),
                bounds.getMinY() / pane.scale(),
                pane.density());
        panels.add(
            new PanelView(
                new Place(column, row), frame, bounds, whole, charts.get(first + row), own));
      }
      first += rows;
    }
    return panels;
  }

  /** Puts the chart where the panel is and has it drawn. */
  void arrange() {
    chart
        .node()
        .resizeRelocate(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
    chart.showRanges(frame.x(), frame.y());
    chart.redraw();
  }

  boolean isAt(Readout readout) {
    return place.column() == readout.column() && place.row() == readout.row();
  }

  Readout readout(Point2D at) {
    double x = chart.xValue(at.getX() - bounds.getMinX());
    double y = chart.yValue(at.getY() - bounds.getMinY());
    return new Readout(place.column(), place.row(), x, y);
  }

  String describe(FigureSpec figure, Readout at) {
    Axis xAxis = figure.columns().get(place.column()).x();
    double xStep = frame.x().position(at.x());
    double yStep = frame.y().position(at.y());
    double nextX = frame.x().value(xStep + 1 / Math.max(1, bounds.getWidth()));
    double nextY = frame.y().value(yStep + 1 / Math.max(1, bounds.getHeight()));
    return ReadoutText.of(xAxis, at.x(), nextX - at.x())
        + "\n"
        + ReadoutText.of(frame.panel().y(), at.y(), nextY - at.y());
  }

  private static Rectangle2D pixels(Box box, PixelGrid grid) {
    double left = grid.onEdge(grid.x(box.left()));
    double top = grid.onEdge(grid.y(box.top()));
    double right = grid.onEdge(grid.x(box.right()));
    double bottom = grid.onEdge(grid.y(box.bottom()));
    return new Rectangle2D(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
  }
}
