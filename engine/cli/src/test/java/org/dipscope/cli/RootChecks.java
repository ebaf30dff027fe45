package org.dipscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Histograms and events of ROOT files against what uproot found. */
final class RootChecks {
  private RootChecks() {}

  static void histograms(Inspected found, JsonNode expected) {
    assertThat(found.names()).doesNotHaveDuplicates();
    assertThat(found.histograms().count())
        .isGreaterThanOrEqualTo(expected.get("histograms").asInt());
    for (JsonNode key : expected.get("keys_first10")) {
      found.histogram(name(key.asString()));
    }
    for (JsonNode detail : expected.get("detail_first6")) {
      histogram(found.histogram(name(detail.get("key").asString())), detail);
    }
  }

  private static String name(String key) {
    return key.substring(0, key.lastIndexOf(';'));
  }

  private static void histogram(JsonNode found, JsonNode expected) {
    double sum = expected.get("sum_in_range").asDouble();
    Inspected.close(new double[] {found.get("sumOfWeights").asDouble()}, new double[] {sum});
    int axes = expected.get("bins").size();
    assertThat(found.get("axes").size()).isEqualTo(axes);
    for (int i = 0; i < axes; i++) {
      double[] edges = Inspected.edges(found, i);
      double[] ends = {edges[0], edges[edges.length - 1]};
      assertThat(edges).hasSize(expected.get("bins").get(i).asInt() + 1);
      Inspected.close(ends, Inspected.numbers(expected.get("range").get(i)));
      assertThat(title(found.get("axes").get(i)))
          .isEqualTo(expected.get("axis_titles").get(i).asString());
    }
    if (expected.has("contents")) {
      Inspected.close(Inspected.edges(found, 0), Inspected.numbers(expected.get("edges")));
      assertThat(Inspected.numbers(found.get("contents")))
          .containsExactly(Inspected.numbers(expected.get("contents")));
      for (String errors : new String[] {"errorsLow", "errorsHigh"}) {
        Inspected.close(
            Inspected.numbers(found.get(errors)), Inspected.numbers(expected.get("errors")));
      }
      for (String flow : new String[] {"underflow", "overflow"}) {
        assertThat(found.get(flow).asDouble()).isEqualTo(expected.get(flow).asDouble());
      }
    }
  }

  private static String title(JsonNode axis) {
    String unit = axis.get("unit").asString();
    return axis.get("label").asString() + (unit.isEmpty() ? "" : " [" + unit + "]");
  }

  static void trees(Inspected found, JsonNode expected) {
    assertThat(found.names()).doesNotHaveDuplicates();
    for (Map.Entry<String, JsonNode> tree : expected.get("trees").properties()) {
      JsonNode table = found.table(tree.getKey());
      assertThat(table.get("rows").asLong()).isEqualTo(tree.getValue().get("entries").asLong());
      for (Map.Entry<String, JsonNode> column : tree.getValue().get("columns").properties()) {
        JsonNode numbers = column.getValue();
        Inspected.agree(
            Inspected.column(table, column.getKey()),
            numbers.get("values").asLong(),
            numbers.get("sum_finite").asDouble(),
            numbers.get("min").asDouble(),
            numbers.get("max").asDouble());
      }
    }
  }

  static void ntuple(Inspected found, JsonNode expected) {
    JsonNode table = found.table(name(expected.get("ntuple").asString()));
    assertThat(table.get("rows").asLong()).isEqualTo(expected.get("entries").asLong());
    assertThat(table.get("columns").valueStream().map(c -> c.get("name").asString()))
        .containsExactlyElementsOf(
            expected.get("fields").valueStream().map(field -> field.get(0).asString()).toList());
    for (JsonNode column : expected.get("columns")) {
      JsonNode own = Inspected.column(table, column.get("field").asString());
      if (!own.get("type").asString().equals("string")) {
        assertThat(own.get("statistics").get("values").asLong())
            .isEqualTo(column.get("elements").asLong());
        Inspected.sum(own, column.get("sum").asDouble(), 0);
      }
    }
  }
}
