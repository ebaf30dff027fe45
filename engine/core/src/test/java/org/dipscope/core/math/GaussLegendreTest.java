package org.dipscope.core.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GaussLegendreTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 8, 16, 33, 64, 200})
  void monomialsUpToTheDegreeAreExact(int n) {
    GaussLegendre rule = GaussLegendre.ofPoints(n);
    for (int degree = 0; degree <= Math.min(2 * n - 1, 60); degree++) {
      int power = degree;
      double value = rule.integrate(x -> Math.pow(x, power), 0, 1.5);
      double exact = Math.pow(1.5, power + 1) / (power + 1);
      assertThat(value).as("x^%s with %s points", power, n).isCloseTo(exact, within(2e-14 * exact));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 201})
  void otherSizesAreRefused(int n) {
    assertThatThrownBy(() -> GaussLegendre.ofPoints(n))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
