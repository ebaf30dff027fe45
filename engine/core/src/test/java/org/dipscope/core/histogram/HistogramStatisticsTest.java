package org.dipscope.core.histogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HistogramStatisticsTest {

  private static HistogramStatistics of(Values contents, Values errors) {
    Axis axis = new Axis("m", "GeV", Binning.uniform(contents.size(), 0, contents.size()));
    return HistogramStatistics.of(Histogram.of("h", axis, contents, errors, errors));
  }

  @Test
  void momentsTakeBinsAtTheirCentres() {
    Values counts = Values.of(1, 2, 1);
    HistogramStatistics statistics = of(counts, counts.map(Math::sqrt));
    assertThat(statistics.sum()).isEqualTo(4);
    assertThat(statistics.effectiveEntries()).isCloseTo(4, within(1e-12));
    assertThat(statistics.mean()).isEqualTo(1.5);
    assertThat(statistics.standardDeviation()).isCloseTo(Math.sqrt(0.5), within(1e-12));
  }

  @Test
  void weightsOfBothSignsLowerTheEffectiveEntries() {
    // Ten events of weight 1 and six of weight -1: sum 4, variance 16, one effective event.
    HistogramStatistics statistics = of(Values.of(4), Values.of(4));
    assertThat(statistics.effectiveEntries()).isEqualTo(1);
  }

  @Test
  void whatDoesNotAddUpHasNoMean() {
    HistogramStatistics statistics = of(Values.of(-1, 1, Double.NaN), Values.of(0, 0, Double.NaN));
    assertThat(statistics.mean()).isNaN();
    assertThat(statistics.standardDeviation()).isNaN();
    assertThat(statistics.effectiveEntries()).isNaN();
  }
}
