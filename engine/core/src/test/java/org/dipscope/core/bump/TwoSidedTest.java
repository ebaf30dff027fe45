package org.dipscope.core.bump;

import static org.assertj.core.api.Assertions.assertThat;

import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Values;
import org.junit.jupiter.api.Test;

class TwoSidedTest {
  @Test
  void everyBinHasTheStrongerOfBumpAndDipWithItsOwnWidth() {
    Binning bins = Binning.uniform(40, 0, 40);
    double[] counts = new double[40];
    for (int i = 0; i < 40; i++) {
      counts[i] = 1000 + (i == 10 ? 150 : 0) - (i >= 26 && i <= 32 ? 100 : 0);
    }
    BumpData data = BumpData.of("both", bins, Values.of(counts), Values.constant(40, 1000));
    Values widths = Values.of(1, 2, 3, 4);
    ZCurve excess = new KnownEstimator(new SignalWidths(widths, true, false)).worker().scan(data);
    ZCurve deficit = new KnownEstimator(new SignalWidths(widths, true, true)).worker().scan(data);
    ZCurve both = TwoSided.of(excess, deficit).both();
    assertThat(both.z().get(10)).isEqualTo(excess.z().get(10)).isGreaterThan(2);
    assertThat(both.width().get(10)).isEqualTo(1);
    assertThat(both.z().get(29)).isEqualTo(deficit.z().get(29)).isLessThan(-6);
    assertThat(both.width().get(29)).isEqualTo(deficit.width().get(29)).isGreaterThan(1);
    assertThat(excess.z().get(29)).isGreaterThan(both.z().get(29));
  }
}
