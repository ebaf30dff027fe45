package org.dipscope.core.histogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.apache.commons.numbers.gamma.RegularizedGamma;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class GarwoodTest {
  private static final double TAIL = 0.15865525393145707;

  @Test
  void noEventsStillAllowALimit() {
    assertThat(Garwood.of(0).low()).isZero();
    // −ln Φ(−1): the only closed form of the table
    assertThat(Garwood.of(0).high()).isCloseTo(-Math.log(TAIL), within(1e-9));
  }

  @Test
  void bothTailsHoldOneSigmaProbability() {
    for (double n : new double[] {0.01, 0.3, 1, 2.5, 7, 40, 1e3, 1e6}) {
      Garwood interval = Garwood.of(n);
      // P(N ≥ n | low) and P(N ≤ n | high) for integer n, continued to real n
      assertThat(RegularizedGamma.P.value(n, interval.low())).isCloseTo(TAIL, within(1e-12));
      assertThat(RegularizedGamma.Q.value(n + 1, interval.high())).isCloseTo(TAIL, within(1e-12));
      assertThat(interval.low()).isLessThan(n);
      assertThat(interval.high()).isGreaterThan(n);
    }
  }

  @Test
  void aMillionBinsTakeNoTime() {
    double[] counts = new double[1_000_000];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = i % 5000;
    }
    Values highs =
        Assertions.assertTimeout(Duration.ofSeconds(10), () -> Garwood.highs(Values.of(counts)));
    assertThat(highs.get(4999)).isEqualTo(Garwood.of(4999).high());
    assertThat(highs.get(999_999)).isEqualTo(highs.get(4999));
  }

  @Test
  void hugeAndTinyCountsGiveFiniteIntervals() {
    for (double n : new double[] {1e-300, 1e-12, 0.01, 1e8, 1.0000001e8, 1e15, 1e300}) {
      Garwood interval = Garwood.of(n);
      assertThat(interval.low()).isBetween(0.0, n);
      assertThat(interval.high()).isFinite().isGreaterThanOrEqualTo(n);
    }
    assertThatThrownBy(() -> Garwood.of(-1)).isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> Garwood.of(Double.NaN)).isInstanceOf(ProblemException.class);
  }
}
