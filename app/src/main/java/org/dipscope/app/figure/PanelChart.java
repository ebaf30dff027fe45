package org.dipscope.app.figure;

import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.renderer.spi.GridRenderer;
import io.fair_acc.dataset.events.ChartBits;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import org.dipscope.core.figure.Axis;
import org.dipscope.core.figure.layout.AxisScale;

/**
 * One panel of a figure as a ChartFX chart whose canvas is exactly the inside of the frame: ChartFX
 * brings the axes that map the pointer, the canvas and a redraw in step with the pulse.
 */
final class PanelChart implements AutoCloseable {
  private final FrameAxis x = new FrameAxis();
  private final FrameAxis y = new FrameAxis();
  private final XYChart chart = new XYChart(x, y);
  private final MarksRenderer marks = new MarksRenderer();

  PanelChart(Runnable painter) {
    marks.setPainter(painter);
    chart.getRenderers().setAll(marks);
    chart.getStyleClass().add("panel-chart");
    // Set here so that no style sheet, the toolkit's own included, moves the canvas off the frame.
    List<Region> nested =
        List.of(
            chart,
            chart.getMeasurementPane(),
            chart.getTitleLegendPane(),
            chart.getAxesAndCanvasPane(),
            chart.getPlotArea(),
            chart.getMenuPane());
    nested.forEach(region -> region.setPadding(Insets.EMPTY));
    chart.setLegendVisible(false);
    chart.getTitleLabel().setVisible(false);
    chart.getMenuPane().setTop(null);
    chart.getCanvas().setCache(false);
    chart.setMouseTransparent(true);
    hideGrid(chart.getGridRenderer());
  }

  Region node() {
    return chart;
  }

  GraphicsContext graphics() {
    return chart.getCanvas().getGraphicsContext2D();
  }

  /** Draws the panel again in this pulse or the next. */
  void redraw() {
    chart.fireInvalidated(ChartBits.ChartCanvas);
  }

  void showRanges(AxisScale horizontal, AxisScale vertical) {
    x.show(horizontal.low(), horizontal.high(), horizontal.scale() == Axis.Scale.LOG);
    y.show(vertical.low(), vertical.high(), vertical.scale() == Axis.Scale.LOG);
  }

  double xValue(double pixels) {
    return x.getValueForDisplay(pixels);
  }

  double yValue(double pixels) {
    return y.getValueForDisplay(pixels);
  }

  @Override
  public void close() {
    marks.setPainter(() -> {});
    chart.getRenderers().clear();
    chart.getAxes().clear();
  }

  private static void hideGrid(GridRenderer grid) {
    grid.getHorizontalMajorGrid().setVisible(false);
    grid.getHorizontalMinorGrid().setVisible(false);
    grid.getVerticalMajorGrid().setVisible(false);
    grid.getVerticalMinorGrid().setVisible(false);
  }
}
