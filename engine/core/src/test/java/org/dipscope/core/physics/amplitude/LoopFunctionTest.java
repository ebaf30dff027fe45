package org.dipscope.core.physics.amplitude;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.dipscope.core.math.Complex;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Test;

class LoopFunctionTest {

  @Test
  void heavyQuarksDecoupleToFourThirdsAndTwo() {
    assertThat(LoopFunction.even(0).re()).isCloseTo(4.0 / 3, within(1e-15));
    assertThat(LoopFunction.odd(0).re()).isEqualTo(2);
    assertThat(LoopFunction.even(1e-9).re()).isCloseTo(4.0 / 3, within(1e-9));
    assertThat(LoopFunction.odd(1e-9).re()).isCloseTo(2, within(1e-8));
  }

  @Test
  void thresholdValuesAreTwoAndHalfPiSquared() {
    assertThat(LoopFunction.even(1).re()).isCloseTo(2, within(1e-14));
    assertThat(LoopFunction.odd(1).re()).isCloseTo(Math.PI * Math.PI / 2, within(1e-14));
    assertThat(LoopFunction.odd(1 + 1e-12).re()).isCloseTo(Math.PI * Math.PI / 2, within(1e-5));
    assertThat(LoopFunction.odd(1 - 1e-12).re()).isCloseTo(Math.PI * Math.PI / 2, within(1e-5));
  }

  @Property(tries = 200)
  void seriesAndClosedFormMeet(@ForAll @DoubleRange(min = 0.2, max = 0.3) double tau) {
    double arcsine = Math.asin(Math.sqrt(tau));
    double f = arcsine * arcsine;
    assertThat(LoopFunction.even(tau).re())
        .isCloseTo(2 * (tau + (tau - 1) * f) / (tau * tau), within(1e-13));
    assertThat(LoopFunction.odd(tau).re()).isCloseTo(2 * f / tau, within(1e-13));
  }

  @Property(tries = 500)
  void aboveThresholdTheTopLoopHasTheFormOfThePaper(
      @ForAll @DoubleRange(min = 345.1, max = 5000) double energy) {
    TopPair pair = TopPair.at(StandardModel.DEFAULT, energy);
    double tau = pair.s() / (345 * 345.0);
    double b2 = pair.beta() * pair.beta();
    double y = pair.y();
    Complex even = LoopFunction.even(tau);
    Complex odd = LoopFunction.odd(tau);
    assertThat(2 * tau * even.re()).isCloseTo(4 + b2 * (Math.PI * Math.PI - y * y), within(1e-11));
    assertThat(2 * tau * even.im()).isCloseTo(2 * Math.PI * b2 * y, within(1e-11));
    assertThat(2 * tau * odd.re()).isCloseTo(Math.PI * Math.PI - y * y, within(1e-11));
    assertThat(2 * tau * odd.im()).isCloseTo(2 * Math.PI * y, within(1e-11));
  }

  @Test
  void lightQuarksGiveFiniteSmallValues() {
    Complex light = LoopFunction.even(1e100);
    assertThat(light.norm()).isBetween(0.0, 1e-190);
  }

  @Test
  void refusesWhatIsNoMassRatio() {
    for (double tau : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> LoopFunction.even(tau)).isInstanceOf(ProblemException.class);
      assertThatThrownBy(() -> LoopFunction.odd(tau)).isInstanceOf(ProblemException.class);
    }
  }
}
