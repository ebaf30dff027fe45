package org.dipscope.core.format.particle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineFieldsTest {

  private static LineFields fields(String line) {
    LineFields fields = new LineFields();
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    fields.start(bytes, 0, bytes.length);
    return fields;
  }

  @ParameterizedTest
  @CsvSource({
    "1.5D+02, 150",
    "1.5d2, 150",
    "-.93544317E+03, -935.44317",
    "0., 0",
    "-0, -0.0",
    "1.234567-101, 1.234567e-101",
    "+1e400, Infinity",
    "1e-400, 0",
    "nan, NaN",
    "12345678901234567890, 12345678901234567890",
    "0.000000000000000000000000012, 1.2e-26",
    "1.7976931348623157D308, 1.7976931348623157e308",
    "4.9e-324, 4.9e-324",
    "inf, Infinity"
  })
  void numbersAsFortranAndCWriteThem(String text, double expected) {
    LineFields fields = fields("  " + text + "\t7");
    assertThat(fields.number()).isTrue();
    assertThat(Double.compare(fields.value(), expected)).isZero();
    assertThat(fields.integer()).isTrue();
    assertThat(fields.value()).isEqualTo(7);
    assertThat(fields.number()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"abc", "1.2.3", "1e", "1e+", "--1", "1x", ".", "-", "1,5", "12_5", "1e5x"})
  void whatIsNoNumberIsRefusedWhole(String text) {
    LineFields fields = fields(text + " 1");
    assertThat(fields.number()).isFalse();
    assertThat(fields.text()).isEqualTo(text);
  }

  @Test
  void everyDoubleComesBackExactly() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 20_000; i++) {
      double any = Double.longBitsToDouble(random.nextLong());
      double wanted = Double.isNaN(any) ? 0 : any;
      double shorter = random.nextInt(1_000_000) / 1e3;
      String line = String.format(Locale.ROOT, "%s %.10e %s", wanted, shorter, shorter);
      LineFields fields = fields(line);
      assertThat(fields.number()).isTrue();
      assertThat(fields.value()).isEqualTo(wanted);
      assertThat(fields.number()).isTrue();
      assertThat(fields.value()).isEqualTo(shorter);
      assertThat(fields.number()).isTrue();
      assertThat(fields.value()).isEqualTo(shorter);
    }
  }
}
