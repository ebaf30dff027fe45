package org.dipscope.core.format.root;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.dipscope.core.histogram.Histogram;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class RealHistogramsTest {
  static Stream<Arguments> files() {
    return Manifest.entries("root-hist");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void agreesWithAnIndependentReader(String name, Path path, JsonNode expected) {
    try (RootFile file = RootFile.open(path)) {
      assertThat(file.problems()).isEmpty();
      assertThat(file.keys().stream().filter(RootKey::isHistogram))
          .hasSize(expected.get("histograms").asInt());
      for (RootKey key : file.keys()) {
        if (key.isHistogram()) {
          assertThat(file.histogram(key.path()).toHistogram().contents().size()).isPositive();
        } else if (key.isGraph()) {
          assertThat(file.graph(key.path()).size()).isPositive();
        }
      }
      for (JsonNode detail : expected.get("detail_first6")) {
        check(file, detail);
      }
    }
  }

  private static void check(RootFile file, JsonNode expected) {
    String label = expected.get("key").asString();
    RootHistogram raw = file.histogram(label.substring(0, label.indexOf(';')));
    assertThat(raw.className()).isEqualTo(expected.get("class").asString());
    assertThat(raw.title()).isEqualTo(expected.get("title").asString());
    assertThat(raw.entries()).isEqualTo(expected.get("entries").asDouble());
    assertThat(raw.weighted()).isEqualTo(expected.get("weighted_Sumw2").asBoolean());
    Histogram histogram = raw.toHistogram();
    double sum = expected.get("sum_in_range").asDouble();
    assertThat(histogram.sumOfWeights()).isCloseTo(sum, within(1e-12 * Math.abs(sum)));
    double withFlow = expected.get("sum_with_flow").asDouble();
    assertThat(raw.contents().sum()).isCloseTo(withFlow, within(1e-12 * Math.abs(withFlow)));
    for (int axis = 0; axis < raw.axes().size(); axis++) {
      assertThat(raw.axes().get(axis).title())
          .isEqualTo(expected.get("axis_titles").get(axis).asString());
      assertThat(raw.axes().get(axis).binning().count())
          .isEqualTo(expected.get("bins").get(axis).asInt());
    }
    if (expected.has("contents")) {
      assertThat(histogram.contents().toArray()).containsExactly(numbers(expected.get("contents")));
      assertThat(histogram.errorsHigh().toArray())
          .containsExactly(numbers(expected.get("errors")), within(1e-12 * (1 + sum)));
      assertThat(histogram.axis().binning().edges())
          .containsExactly(numbers(expected.get("edges")), within(1e-12 * 1000));
      assertThat(histogram.underflow()).isEqualTo(expected.get("underflow").asDouble());
      assertThat(histogram.overflow()).isEqualTo(expected.get("overflow").asDouble());
    }
  }

  private static double[] numbers(JsonNode row) {
    return row.valueStream().mapToDouble(JsonNode::asDouble).toArray();
  }
}
