package org.dipscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.DoubleStream;
import tools.jackson.databind.JsonNode;

/** Published tables and text against what other parsers found. */
final class TableChecks {
  private TableChecks() {}

  static void yaml(Inspected found, JsonNode expected) {
    if (expected.has("submission_tables")) {
      for (JsonNode table : expected.get("submission_tables")) {
        String name = table.get("name").asString();
        boolean missing = found.json().path("problems").toString().contains(name + " is not there");
        assertThat(missing || found.names().contains(name)).as(name).isTrue();
      }
      return;
    }
    JsonNode table = found.tables().findFirst().orElseThrow();
    JsonNode facts = expected.get("tables_first2").get(0);
    JsonNode values = facts.get("dependent").get(0);
    assertThat(table.get("rows").asLong()).isEqualTo(values.get("n").asLong());
    double[] contents =
        values
            .get("values_first40")
            .valueStream()
            .mapToDouble(v -> v.get("value").asDouble())
            .toArray();
    JsonNode column = Inspected.column(table, values.get("name").asString());
    Inspected.sum(column, DoubleStream.of(contents).sum(), 0);
    JsonNode points = facts.get("independent").get(0).get("points");
    if (points.get(0).isArray()) {
      bins(found.histograms().findFirst().orElseThrow(), points, contents);
    }
  }

  private static void bins(JsonNode histogram, JsonNode points, double[] contents) {
    assertThat(Inspected.numbers(histogram.get("contents"))).containsExactly(contents);
    double[] edges = Inspected.edges(histogram, 0);
    for (int i = 0; i < contents.length; i++) {
      assertThat(edges[i]).isEqualTo(points.get(i).get(0).asDouble());
      assertThat(edges[i + 1]).isEqualTo(points.get(i).get(1).asDouble());
    }
  }

  static void served(Inspected found, JsonNode expected) {
    JsonNode histogram = found.histograms().findFirst().orElseThrow();
    double[] edges = Inspected.edges(histogram, 0);
    double[] contents = Inspected.numbers(histogram.get("contents"));
    double[] errors = Inspected.numbers(histogram.get("errorsHigh"));
    assertThat(contents).hasSize(expected.get("rows").asInt());
    for (int i = 0; i < contents.length; i++) {
      JsonNode row = expected.get("rows_first20").get(i);
      assertThat(edges[i]).isEqualTo(row.get("x").get(0).get("low").asDouble());
      assertThat(edges[i + 1]).isEqualTo(row.get("x").get(0).get("high").asDouble());
      assertThat(contents[i]).isEqualTo(row.get("y").get(0).get("value").asDouble());
      double squares =
          row.get("y")
              .get(0)
              .get("errors")
              .valueStream()
              .mapToDouble(error -> Math.pow(error.get("symerror").asDouble(), 2))
              .sum();
      Inspected.close(new double[] {errors[i]}, new double[] {Math.sqrt(squares)});
    }
  }

  static void exported(Inspected found, JsonNode expected) {
    JsonNode tables = found.json().get("tables");
    assertThat(tables.size()).isEqualTo(expected.get("tables").asInt());
    for (int t = 0; t < tables.size(); t++) {
      JsonNode detail = expected.get("tables_detail").get(t);
      assertThat(tables.get(t).get("rows").asInt()).isEqualTo(detail.get("rows").asInt());
      for (int c = 0; c < detail.get("header").size(); c++) {
        JsonNode column = tables.get(t).get("columns").get(c);
        int cell = c;
        double sum =
            detail
                .get("data")
                .valueStream()
                .mapToDouble(row -> Double.parseDouble(row.get(cell).asString()))
                .sum();
        assertThat(column.get("name").asString()).isEqualTo(detail.get("header").get(c).asString());
        Inspected.sum(column, sum, 0);
      }
    }
  }

  static void csv(Inspected found, JsonNode expected) {
    JsonNode table = found.tables().findFirst().orElseThrow();
    assertThat(table.get("rows").asLong()).isEqualTo(expected.get("rows").asLong());
    assertThat(table.get("columns").size()).isEqualTo(expected.get("row_widths").get(0).asInt());
    for (int i = 0; i < expected.path("column_sums").size(); i++) {
      JsonNode column = table.get("columns").get(i);
      assertThat(column.get("name").asString()).isEqualTo(expected.get("header").get(i).asString());
      Inspected.agree(
          column,
          expected.get("rows").asLong(),
          expected.get("column_sums").get(i).asDouble(),
          expected.get("column_min").get(i).asDouble(),
          expected.get("column_max").get(i).asDouble());
    }
  }

  static void yoda(Inspected found, JsonNode expected) {
    assertThat(found.json().has("problems")).isFalse();
    assertThat(found.names()).hasSize(expected.get("objects").asInt());
    for (JsonNode path : expected.get("paths_first10")) {
      assertThat(found.names()).contains(path.asString());
    }
    for (JsonNode object : expected.get("detail_first3")) {
      String type = object.get("type").asString();
      int column = type.equals("YODA_HISTO1D") ? 2 : type.equals("YODA_SCATTER2D_V2") ? 3 : -1;
      if (column > 0) {
        double[] rows =
            object
                .get("rows_first30")
                .valueStream()
                .mapToDouble(row -> row.get(column).asDouble())
                .toArray();
        JsonNode histogram = found.histogram(object.get("path").asString());
        double[] contents = Inspected.numbers(histogram.get("contents"));
        double[] there = Arrays.stream(contents).filter(c -> !Double.isNaN(c)).toArray();
        assertThat(there).containsExactly(rows);
      }
    }
  }

  static void pyhf(Inspected found, JsonNode expected) {
    for (JsonNode channel : expected.get("channel_detail")) {
      String name = channel.get("name").asString();
      double[] total = new double[channel.get("bins").asInt()];
      for (JsonNode sample : channel.get("samples")) {
        JsonNode histogram = found.histogram(name + "/" + sample.asString());
        double[] contents = Inspected.numbers(histogram.get("contents"));
        Arrays.setAll(total, i -> total[i] + contents[i]);
      }
      Inspected.close(total, Inspected.numbers(channel.get("nominal_total")));
    }
    for (Map.Entry<String, JsonNode> observed : expected.get("observations").properties()) {
      JsonNode histogram = found.histogram(observed.getKey() + "/observed");
      assertThat(Inspected.numbers(histogram.get("contents")))
          .containsExactly(Inspected.numbers(observed.getValue()));
    }
  }
}
