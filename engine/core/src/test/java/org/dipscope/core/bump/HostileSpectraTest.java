package org.dipscope.core.bump;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Values;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One huge bin on a falling spectrum: a log-polynomial of high order would follow it. */
class HostileSpectraTest {
  private static final List<SignificanceEstimator> ALL =
      List.of(
          new ProfileEstimator(SignalWidths.ONE_BIN, null),
          new JointEstimator(SignalWidths.ONE_BIN, null),
          new BackgroundOnlyEstimator(SignalWidths.ONE_BIN, null),
          new BumpHunter(Values.of(1, 2, 3), false, false, null));

  @ParameterizedTest
  @CsvSource({
    "1e3, 10", "1e4, 25", "1e5, 4", "1e5, 10", "1e5, 30", "1e5, 50", "1e6, 10", "1e6, 45",
    "1e7, 10", "1e7, 20", "1e7, 30", "1e7, 50"
  })
  void theHugeBinIsFoundWhereItIs(double height, int bin) {
    double[] counts = new double[60];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = 100 * Math.exp(-i / 40.0);
    }
    counts[bin] = height;
    BumpData data = BumpData.of("huge", Binning.uniform(60, 0, 60), Values.of(counts), null);
    for (SignificanceEstimator estimator : ALL) {
      ZCurve curve = estimator.worker().scan(data);
      assertThat(curve.peak(false)).as(estimator.id()).isEqualTo(bin);
      assertThat(curve.z().get(bin)).as(estimator.id()).isGreaterThan(20);
    }
  }
}
