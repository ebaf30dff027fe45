package org.dipscope.app.figure;

import io.fair_acc.chartfx.axes.spi.AxisRange;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.dataset.spi.fastutil.DoubleArrayList;
import javafx.scene.canvas.GraphicsContext;

/**
 * An axis that maps values to positions and takes no room: ticks, numbers and titles are drawn once
 * for the whole figure, so that panels line up and the screen shows what an exported file shows.
 */
@SuppressWarnings("serial")
final class FrameAxis extends DefaultNumericAxis {
  FrameAxis() {
    super(0, 1, 1);
    setAutoRanging(false);
    setName("");
  }

  void show(double low, double high, boolean logarithmic) {
    if (low < high) {
      setLogAxis(logarithmic);
      set(low, high);
    }
  }

  @Override
  protected double computePrefWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefHeight(double width) {
    return 0;
  }

  @Override
  protected void calculateMajorTickValues(AxisRange range, DoubleArrayList values) {
    // Drawn for the whole figure.
  }

  @Override
  protected void calculateMinorTickValues(DoubleArrayList values) {
    // Drawn for the whole figure.
  }

  @Override
  public void drawAxis(GraphicsContext graphics, double width, double height) {
    // Drawn for the whole figure.
  }
}
