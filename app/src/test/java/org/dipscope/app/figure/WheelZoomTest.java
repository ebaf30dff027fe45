package org.dipscope.app.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dipscope.app.figure.ZoomHistory.Range;
import org.dipscope.core.figure.Axis.Scale;
import org.dipscope.core.figure.layout.AxisScale;
import org.junit.jupiter.api.Test;

class WheelZoomTest {
  private static final AxisScale LINEAR = new AxisScale(Scale.LINEAR, 300, 1300);
  private static final AxisScale LOG = new AxisScale(Scale.LOG, 10, 1000);

  @Test
  void theValueUnderThePointerStays() {
    for (AxisScale axis : new AxisScale[] {LINEAR, LOG}) {
      double under = axis.value(0.3);
      Range range = WheelZoom.around(axis, 0.3, 0.5);
      AxisScale zoomed = new AxisScale(axis.scale(), range.low(), range.high());
      assertThat(zoomed.position(under)).isCloseTo(0.3, within(1e-12));
    }
    assertThat(WheelZoom.around(LINEAR, 0.3, 0.5).low()).isCloseTo(450, within(1e-9));
    assertThat(WheelZoom.around(LINEAR, 0.3, 0.5).high()).isCloseTo(950, within(1e-9));
  }

  @Test
  void noTurnShowsMoreThanTheFigure() {
    assertThat(WheelZoom.within(new Range(100, 700), LINEAR)).contains(new Range(300, 700));
    assertThat(WheelZoom.within(new Range(100, 2000), LINEAR)).isEmpty();
    assertThat(WheelZoom.within(new Range(1400, 2000), LINEAR)).isEmpty();
  }
}
