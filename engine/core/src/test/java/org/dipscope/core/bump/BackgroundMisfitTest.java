package org.dipscope.core.bump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Values;
import org.junit.jupiter.api.Test;

class BackgroundMisfitTest {
  private static final int BINS = 40;
  private static final Values FLAT = Values.of(filled(100));

  private static double[] filled(double value) {
    double[] all = new double[BINS];
    Arrays.fill(all, value);
    return all;
  }

  private static BumpData data(double[] counts, MaskedBins masked) {
    return BumpData.of("d", Binning.uniform(BINS, 0, BINS), Values.of(counts), null, masked);
  }

  @Test
  void everyBinTwoStandardDeviationsOffIsAMiss() {
    BumpData off = data(filled(120), MaskedBins.NONE);
    assertThat(BackgroundMisfit.typical(off, FLAT)).isCloseTo(2 / 0.6745, within(1e-12));
    assertThat(BackgroundMisfit.warning(off, FLAT).orElseThrow())
        .contains("a typical bin is 3.0 standard deviations off");
  }

  @Test
  void aStrongSignalIsNone() {
    double[] counts = filled(107);
    Arrays.fill(counts, 10, 15, 1e6);
    assertThat(BackgroundMisfit.typical(data(counts, MaskedBins.NONE), FLAT)).isLessThan(1.1);
    assertThat(BackgroundMisfit.warning(data(counts, MaskedBins.NONE), FLAT)).isEmpty();
  }

  @Test
  void maskedBinsDoNotCount() {
    double[] counts = filled(100);
    Arrays.fill(counts, 0, 30, 1000);
    MaskedBins masked = MaskedBins.of(BINS, i -> i < 30);
    assertThat(BackgroundMisfit.typical(data(counts, masked), FLAT)).isZero();
  }

  @Test
  void farOffIsSaidWithoutManyDigits() {
    assertThat(BackgroundMisfit.warning(data(filled(1e7), MaskedBins.NONE), FLAT).orElseThrow())
        .contains("over 100 standard");
  }
}
