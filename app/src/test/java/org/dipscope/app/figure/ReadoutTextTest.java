package org.dipscope.app.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.dipscope.core.figure.Axis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadoutTextTest {
  @ParameterizedTest
  @CsvSource({
    "512.3456, 0.7, 512.3",
    "512.3456, 12, 510",
    "-0.04321, 0.001, −0.043",
    "64600, 210, 64600",
    "123456789, 1000, 1.23457·10^{8}",
    "0.00000432, 0.0000001, 4.3·10^{−6}",
    "1, 0, 1",
    "NaN, 1, –",
    "0, 0.01, 0.00"
  })
  void digitsEndWhereThePixelEnds(double value, double perPixel, String text) {
    assertThat(ReadoutText.number(value, perPixel)).isEqualTo(text);
  }

  @Test
  void unitsKeepTheirExponents() {
    assertThat(ReadoutText.of(Axis.linear("dσ/dm_{tt̄}", "pb GeV^{−1}"), 1.25, 0.01))
        .isEqualTo("dσ/dm_{tt̄} = 1.25\u00a0pb GeV^{−1}");
    assertThat(ReadoutText.of(Axis.linear("", ""), 2, 1)).isEqualTo("2");
  }
}
