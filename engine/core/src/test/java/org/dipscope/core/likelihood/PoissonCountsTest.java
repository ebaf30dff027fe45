package org.dipscope.core.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Test;

class PoissonCountsTest {

  private static double twiceNll(double count, double rate) {
    return PoissonCounts.of(count).twiceNll(new double[] {rate}, new DataBuffer(1));
  }

  @Test
  void countingExperimentIsTheDevianceFromTheSaturatedModel() {
    assertThat(twiceNll(8, 8)).isZero();
    assertThat(twiceNll(8, 3)).isCloseTo(2 * (3 - 8 + 8 * Math.log(8.0 / 3)), within(1e-14));
    assertThat(twiceNll(0, 3)).isEqualTo(6);
    assertThat(twiceNll(2.5, 2)).isCloseTo(2 * (2 - 2.5 + 2.5 * Math.log(1.25)), within(1e-15));
  }

  @Property
  void agreesWithTheLogarithmOverTwelveDecades(
      @ForAll @DoubleRange(min = 0, max = 6) double logCount,
      @ForAll @DoubleRange(min = -3, max = 3) double logRatio) {
    double n = Math.pow(10, logCount);
    double nu = n * Math.pow(10, logRatio);
    double expected = 2 * (nu - n + n * Math.log(n / nu));
    assertThat(twiceNll(n, nu)).isCloseTo(expected, within(1e-15 * (n + nu) + 1e-14 * expected));
  }

  @Property
  void keepsFullRelativePrecisionNextToTheMinimum(
      @ForAll @DoubleRange(min = -100, max = 100) double perMillion) {
    double d = 1e-6 * perMillion;
    double n = 4e6;
    double nu = n * (1 + d);
    double exact = (nu - n) / n;
    double series =
        n * exact * exact * (1 - 2 * exact / 3 * (1 - 3 * exact / 4 * (1 - 4 * exact / 5)));
    assertThat(twiceNll(n, nu)).isCloseTo(series, within(1e-14 * series + 1e-300));
  }

  @Property
  void slopeAndCurvatureAreThoseOfTheValueAlsoBelowTheFloor(
      @ForAll @DoubleRange(min = 0, max = 100) double n,
      @ForAll @DoubleRange(min = -3, max = 3) double units) {
    double floor = 1e-6 * Math.max(1, n);
    double nu = units * floor;
    double h = 1e-4 * floor;
    PoissonCounts data = PoissonCounts.of(n);
    DataBuffer buffer = new DataBuffer(1);
    double value = data.derivatives(new double[] {nu}, buffer);
    double slope = buffer.slope[0];
    double curvature = buffer.curvature[0];
    double up = data.derivatives(new double[] {nu + h}, buffer);
    double slopeUp = buffer.slope[0];
    double down = data.derivatives(new double[] {nu - h}, buffer);
    double slopeDown = buffer.slope[0];
    double scale = n / floor + 1;
    assertThat(value).isFinite().isGreaterThanOrEqualTo(0);
    assertThat(slope).isCloseTo((up - down) / (2 * h), within(1e-4 * scale));
    assertThat(curvature).isCloseTo((slopeUp - slopeDown) / (2 * h), within(1e-3 * scale / floor));
  }

  @Test
  void keepsGrowingAsARateSinksBelowZero() {
    double last = twiceNll(5, 1e-5);
    for (double nu : new double[] {1e-6, 0, -1e-6, -1e-3, -1, -1e6, -1e90}) {
      double value = twiceNll(5, nu);
      assertThat(value).isFinite().isGreaterThan(last);
      last = value;
    }
    assertThat(twiceNll(0, -1e90)).isFinite().isGreaterThanOrEqualTo(0);
  }

  @Test
  void maskedBinsDoNotCountWhateverTheyHold() {
    double[] counts = {4, Double.NaN, -3, 6};
    boolean[] used = {true, false, false, true};
    PoissonCounts data = PoissonCounts.of(counts, used);
    double[] rate = {5, 7, Double.NaN, 5};
    DataBuffer buffer = new DataBuffer(4);
    assertThat(data.usedBinCount()).isEqualTo(2);
    assertThat(data.derivatives(rate, buffer))
        .isCloseTo(twiceNll(4, 5) + twiceNll(6, 5), within(1e-14));
    assertThat(buffer.slope[1]).isZero();
    assertThat(buffer.curvature[2]).isZero();
  }

  @Test
  void badCountsAreNamed() {
    assertThatThrownBy(() -> PoissonCounts.of(1, 2, -1))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("bin 3");
    assertThatThrownBy(() -> PoissonCounts.of(Double.NaN)).isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> PoissonCounts.of(Double.POSITIVE_INFINITY))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(PoissonCounts::of)
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("no bins");
  }
}
