package org.dipscope.app.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.dipscope.app.support.SliderScale.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SliderScaleTest {
  private static final SliderScale MASS = SliderScale.linear(345, 1000, 500, 1);
  private static final SliderScale TAN_BETA = SliderScale.log(0.1, 60, 1, 0.02);

  @Property
  void positionAndValueAreInverseUpToTheFineGrid(@ForAll @DoubleRange(max = 1) double position) {
    double mass = MASS.valueAt(position);
    assertThat(MASS.position(mass)).isCloseTo(position, within(0.06 / 655));
    double tanBeta = TAN_BETA.valueAt(position);
    assertThat(TAN_BETA.position(tanBeta)).isCloseTo(position, within(1e-3));
    assertThat(mass).isBetween(345.0, 1000.0);
    assertThat(tanBeta).isBetween(0.1, 60.0);
  }

  @Property
  void keysNeverLeaveTheRange(
      @ForAll @DoubleRange(min = 0.1, max = 60) double value,
      @ForAll @DoubleRange(min = -1e4, max = 1e4) double steps) {
    assertThat(TAN_BETA.stepped(value, steps)).isBetween(0.1, 60.0);
  }

  @Test
  void stepsLeaveNoRoundingDust() {
    double mass = 500;
    for (int i = 0; i < 30; i++) {
      mass = MASS.stepped(mass, 0.1);
    }
    assertThat(mass).isEqualTo(503);
    assertThat(MASS.stepped(500, 10)).isEqualTo(510);
    assertThat(MASS.stepped(999.5, 1)).isEqualTo(1000);
    assertThat(TAN_BETA.stepped(1, 1)).isEqualTo(1.02);
  }

  @Test
  void aHandMeansRoundNumbers() {
    assertThat(MASS.valueAt(0.123456)).isEqualTo(425.9);
    assertThat(TAN_BETA.valueAt(0.5)).isEqualTo(2.45);
    assertThat(TAN_BETA.valueAt(1)).isEqualTo(60);
  }

  @ParameterizedTest
  @CsvSource({
    "500, 500",
    "11.9, 11.9",
    "437.28193, 437.282",
    "0.001, 0.001",
    "1e9, 1e9",
    "2.5e-7, 25e-8",
    "0, 0",
    "-3.10, -3.1",
    "1234567, 1234570"
  })
  void numbersAreShownWithAtMostSixDigits(double value, String text) {
    assertThat(SliderScale.text(value)).isEqualTo(text);
    assertThat(Double.parseDouble(text)).isCloseTo(value, within(1e-5 * Math.abs(value)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"512.3456789", " 512,3456789 ", "512.3456789 GeV", "5.123456789e2"})
  void anExactValueIsTakenExactly(String typed) {
    assertThat(MASS.read(typed, "mass", "GeV")).isEqualTo(new Entry.Valid(512.3456789));
  }

  @ParameterizedTest
  @CsvSource({
    "abc, “abc” is not a number.",
    "'', “” is not a number.",
    "NaN, mass goes from 345 to 1000\u00a0GeV.",
    "1e400, mass goes from 345 to 1000\u00a0GeV.",
    "344.9, mass goes from 345 to 1000\u00a0GeV."
  })
  void whatCannotBeUsedIsExplained(String typed, String message) {
    assertThat(MASS.read(typed, "mass", "GeV")).isEqualTo(new Entry.Invalid(message));
  }

  @Test
  void impossibleScalesAreRefused() {
    assertThatThrownBy(() -> SliderScale.log(0, 10, 1, 0.1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SliderScale.linear(1, 1, 1, 0.1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SliderScale.linear(0, 1, 2, 0.1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
