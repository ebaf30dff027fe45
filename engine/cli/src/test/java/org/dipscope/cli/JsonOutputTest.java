package org.dipscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JsonOutputTest {
  record Sample(double number, double[] array, List<Double> list) {}

  @Test
  void numbersThatAreNotFiniteBecomeNull() {
    Sample sample =
        new Sample(
            Double.NaN, new double[] {1, Double.POSITIVE_INFINITY}, List.of(-1.5, Double.NaN));
    assertThat(JsonOutput.text(sample))
        .isEqualTo("{\"number\":null,\"array\":[1.0,null],\"list\":[-1.5,null]}");
  }

  @Property
  boolean numbersKeepFullPrecision(@ForAll double value) {
    String text = JsonOutput.text(new double[] {value});
    return JsonMapper.builder().build().readTree(text).get(0).asDouble() == value;
  }
}
