package org.dipscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The answer of {@code inspect --statistics}, and how it is compared with what others found. */
record Inspected(JsonNode json) {
  private static final double ROUNDING = 1e-12;

  Stream<JsonNode> histograms() {
    return json.path("histograms").valueStream();
  }

  Stream<JsonNode> tables() {
    return json.path("tables").valueStream();
  }

  Optional<JsonNode> findHistogram(String name) {
    return named(histograms(), name);
  }

  JsonNode histogram(String name) {
    return findHistogram(name).orElseThrow(() -> new AssertionError("no histogram " + name));
  }

  JsonNode table(String name) {
    return named(tables(), name).orElseThrow(() -> new AssertionError("no table " + name));
  }

  JsonNode column(String table, String name) {
    return column(table(table), name);
  }

  static JsonNode column(JsonNode table, String name) {
    return named(table.path("columns").valueStream(), name)
        .orElseThrow(() -> new AssertionError("no column " + name + " in " + table.path("name")));
  }

  /** Compares numbers of values, sums and ranges with what is expected of them. */
  static void agree(JsonNode column, long values, double sum, double minimum, double maximum) {
    JsonNode found = column.path("statistics");
    String name = column.path("name").asString();
    assertThat(found.path("values").asLong()).as(name).isEqualTo(values);
    assertThat(found.path("minimum").asDouble()).as(name).isEqualTo(minimum);
    assertThat(found.path("maximum").asDouble()).as(name).isEqualTo(maximum);
    double scale = Math.max(Math.abs(minimum), Math.abs(maximum)) * Math.sqrt((double) values);
    sum(column, sum, scale);
  }

  /** Compares a sum; {@code scale} is the size of what may have cancelled in it. */
  static void sum(JsonNode column, double sum, double scale) {
    assertThat(column.path("statistics").path("sum").asDouble())
        .as("%s", column.path("name"))
        .isCloseTo(sum, within(ROUNDING * Math.max(Math.abs(sum), scale)));
  }

  static double[] numbers(JsonNode list) {
    return list.valueStream()
        .mapToDouble(value -> value.isNull() ? Double.NaN : value.asDouble())
        .toArray();
  }

  static void close(double[] found, double[] expected) {
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < found.length; i++) {
      double size = Math.max(Math.abs(expected[i]), 1e-9);
      assertThat(found[i]).isCloseTo(expected[i], within(ROUNDING * size));
    }
  }

  static double[] edges(JsonNode histogram, int axis) {
    return numbers(histogram.path("axes").get(axis).path("edges"));
  }

  List<String> names() {
    return Stream.concat(histograms(), tables()).map(one -> one.path("name").asString()).toList();
  }

  private static Optional<JsonNode> named(Stream<JsonNode> all, String name) {
    return all.filter(one -> one.path("name").asString().equals(name)).findFirst();
  }
}
