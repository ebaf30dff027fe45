package org.dipscope.app.figure;

import io.fair_acc.chartfx.axes.Axis;
import io.fair_acc.chartfx.axes.spi.AxisRange;
import io.fair_acc.chartfx.renderer.Renderer;
import io.fair_acc.chartfx.ui.css.DataSetNode;
import io.fair_acc.dataset.DataSet;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Draws the marks of one panel when ChartFX redraws its canvas. It has no data sets: marks are
 * immutable and handed over on the FX thread, so there is nothing to lock and no lock to leak.
 */
final class MarksRenderer implements Renderer {
  private final ObservableList<Axis> axes = FXCollections.observableArrayList();
  private final ObservableList<DataSet> noDataSets = FXCollections.observableArrayList();
  private final ObservableList<DataSetNode> noNodes = FXCollections.observableArrayList();
  private final BooleanProperty showInLegend = new SimpleBooleanProperty(this, "showInLegend");
  private Runnable painter = () -> {};

  void setPainter(Runnable painter) {
    this.painter = painter;
  }

  @Override
  public void render() {
    painter.run();
  }

  @Override
  public ObservableList<Axis> getAxes() {
    return axes;
  }

  @Override
  public ObservableList<DataSet> getDatasets() {
    return noDataSets;
  }

  @Override
  public ObservableList<DataSetNode> getDatasetNodes() {
    return noNodes;
  }

  @Override
  public void updateAxisRange(Axis axis, AxisRange range) {
    // The ranges come with the figure.
  }

  @Override
  public Renderer setShowInLegend(boolean state) {
    return this;
  }

  @Override
  public boolean showInLegend() {
    return false;
  }

  @Override
  public BooleanProperty showInLegendProperty() {
    return showInLegend;
  }

  @Override
  public void setGlobalIndexOffset(int value) {
    // Colours come with the figure, not from the position among the renderers.
  }

  @Override
  public int getGlobalIndexOffset() {
    return 0;
  }
}
