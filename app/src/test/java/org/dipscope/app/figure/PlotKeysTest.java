package org.dipscope.app.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.dipscope.core.histogram.Values;
import org.junit.jupiter.api.Test;

class PlotKeysTest {
  private static final Values STOPS = Values.of(10, 20, 40);

  @Test
  void arrowsGoFromBinToBin() {
    assertThat(PlotKeys.next(STOPS, 0, true)).isEqualTo(10);
    assertThat(PlotKeys.next(STOPS, 10, true)).isEqualTo(20);
    assertThat(PlotKeys.next(STOPS, 10.001, true)).isEqualTo(20);
    assertThat(PlotKeys.next(STOPS, 19.999, true)).isEqualTo(40);
    assertThat(PlotKeys.next(STOPS, 40, false)).isEqualTo(20);
    assertThat(PlotKeys.next(STOPS, 40, true)).isNaN();
  }
}
