package org.dipscope.core.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.data.Offset;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.histfactory.BinnedModel;
import org.dipscope.core.histfactory.Interpolation;
import org.dipscope.core.histfactory.TestModels;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * CLs values and limits that pyhf and ROOT HistFactory publish; reference.json names the source of
 * each.
 */
class ReferenceTest {
  @TempDir private Path folder;

  static Stream<String> tests() {
    return names("tests");
  }

  static Stream<String> limits() {
    return names("limits");
  }

  private static Stream<String> names(String kind) {
    return TestModels.json("reference.json")
        .get(kind)
        .valueStream()
        .map(node -> node.get("name").asString());
  }

  private static JsonNode reference(String kind, String name) {
    return TestModels.json("reference.json")
        .get(kind)
        .valueStream()
        .filter(node -> node.get("name").asString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("tests")
  void clsAgrees(String name) {
    JsonNode reference = reference("tests", name);
    Interpolation codes = Interpolation.parse(reference.get("interpolation").asString());
    BinnedModel model =
        TestModels.read(folder, reference.get("workspace").toString()).model(null, codes);
    TestStatistic statistic =
        Arrays.stream(TestStatistic.values())
            .filter(s -> s.label().equals(reference.get("statistic").asString()))
            .findFirst()
            .orElseThrow();

    TestResult result =
        new AsymptoticTest(model, statistic, new CancelToken()).at(reference.get("mu").asDouble());

    SoftAssertions softly = new SoftAssertions();
    compare(softly, reference, "cls", result.cls());
    compare(softly, reference, "clsb", result.clsb());
    compare(softly, reference, "clb", result.clb());
    compare(softly, reference, "value", result.value());
    compare(softly, reference, "medianExpected", result.expected()[2]);
    for (int i = 0; i < 5 && reference.has("expected"); i++) {
      softly
          .assertThat(result.expected()[i])
          .as("expected %d", i)
          .isCloseTo(
              reference.get("expected").get(i).asDouble(), tolerance(reference, "expected", i));
    }
    JsonNode precise = reference.path("precise");
    if (precise.isObject()) {
      softly.assertThat(result.cls()).isCloseTo(precise.get("cls").asDouble(), within(2e-9));
      for (int i = 0; i < 5; i++) {
        softly
            .assertThat(result.expected()[i])
            .isCloseTo(precise.get("expected").get(i).asDouble(), within(2e-9));
      }
    }
    softly.assertAll();
  }

  private static void compare(SoftAssertions softly, JsonNode reference, String key, double ours) {
    if (reference.has(key)) {
      double theirs = reference.get(key).asDouble();
      double relative = reference.get("tolerance").asDouble();
      softly.assertThat(ours).as(key).isCloseTo(theirs, within(relative * Math.abs(theirs) + 5e-9));
    }
  }

  private static Offset<Double> tolerance(JsonNode reference, String key, int i) {
    double relative = reference.get("tolerance").asDouble();
    return within(relative * reference.get(key).get(i).asDouble() + 5e-9);
  }

  @ParameterizedTest
  @MethodSource("limits")
  void limitsAgree(String name) {
    JsonNode reference = reference("limits", name);
    BinnedModel model =
        TestModels.read(folder, reference.get("workspace").toString())
            .model(null, Interpolation.SMOOTH);
    AsymptoticTest test = new AsymptoticTest(model, TestStatistic.Q_MU_TILDE, new CancelToken());

    UpperLimit limit =
        reference.has("count")
            ? UpperLimit.onGrid(test::at, 0.95, grid(reference))
            : UpperLimit.of(test, 0.95);

    double relative = reference.get("tolerance").asDouble();
    double observed = reference.get("observed").asDouble();
    assertThat(limit.observed()).isCloseTo(observed, within(relative * observed));
    for (int i = 0; i < 5; i++) {
      assertThat(limit.expected()[i])
          .as("expected %d", i)
          .isCloseTo(
              reference.get("expected").get(i).asDouble(), tolerance(reference, "expected", i));
    }
  }

  private static double[] grid(JsonNode reference) {
    int count = reference.get("count").asInt();
    double low = reference.get("low").asDouble();
    double high = reference.get("high").asDouble();
    double[] grid = new double[count];
    Arrays.setAll(grid, i -> low + (high - low) * i / (count - 1));
    return grid;
  }
}
