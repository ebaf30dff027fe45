package org.dipscope.core.bump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Values;
import org.junit.jupiter.api.Test;

class InjectedSignalTest {
  private static final Binning BINS = Binning.uniform(50, 100, 600);
  private static final Values BACKGROUND = Values.constant(50, 400);

  private static double found(InjectedSignal signal) {
    double[] counts = BACKGROUND.toArray();
    Values added = signal.over(BINS, BACKGROUND).events();
    for (int i = 0; i < counts.length; i++) {
      counts[i] += added.get(i);
    }
    BumpData data = BumpData.of("injected", BINS, Values.of(counts), BACKGROUND);
    ZCurve curve = new KnownEstimator(SignalWidths.ONE_BIN).worker().scan(data);
    return curve.z().get(BINS.indexOf(signal.mass()));
  }

  @Test
  void aKnownBackgroundFindsWhatWasInjected() {
    assertThat(found(new InjectedSignal(305, 10, 5))).isCloseTo(5, within(1e-4));
    assertThat(found(new InjectedSignal(305, 10, -4))).isCloseTo(-4, within(1e-4));
    assertThat(found(new InjectedSignal(105, 10, 3))).isCloseTo(3, within(1e-4));
  }

  @Test
  void aDipCannotBeDeeperThanTheBackground() {
    Values few = Values.constant(50, 2);
    InjectedSignal.Added added = new InjectedSignal(305, 10, -9).over(BINS, few);
    assertThat(added.z()).isBetween(-9.0, -0.5);
    for (int i = 0; i < 50; i++) {
      assertThat(2 + added.events().get(i)).isPositive();
    }
  }

  @Test
  void outsideOfTheSpectrumNothingIsAdded() {
    InjectedSignal.Added added = new InjectedSignal(2000, 10, 5).over(BINS, BACKGROUND);
    assertThat(added.z()).isZero();
    assertThat(added.events()).isEqualTo(Values.constant(50, 0));
  }
}
