package org.dipscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Events and arrays against what scripts, numpy, pyarrow and h5py found. */
final class EventChecks {
  private EventChecks() {}

  static void lhe(Inspected found, JsonNode expected) {
    long events = expected.get("events").asLong();
    rows(found, "events", events);
    rows(found, "particles", expected.get("sum_NUP").asLong());
    JsonNode weight = found.column("events", "weight");
    assertThat(weight.get("statistics").get("values").asLong()).isEqualTo(events);
    Inspected.sum(weight, expected.get("sum_XWGTUP").asDouble(), 0);
    assertThat(weight.get("statistics").get("minimum").asDouble() < 0)
        .isEqualTo(expected.get("negative_weight_events").asInt() > 0);
    for (Map.Entry<String, JsonNode> sum : expected.get("extra_weight_sums_first5").properties()) {
      JsonNode column = found.column("events", "weight_" + sum.getKey());
      Inspected.sum(column, sum.getValue().asDouble(), 0);
    }
  }

  static void hepmc(Inspected found, JsonNode expected) {
    rows(found, "events", expected.get("events").asLong());
    rows(found, "particles", expected.get("particles").asLong());
    rows(found, "vertices", expected.get("vertices_lines").asLong());
    Inspected.sum(
        found.column("events", "finalParticles"),
        expected.get("final_state_status1").asDouble(),
        0);
  }

  static void darkMachines(Inspected found, JsonNode expected) {
    rows(found, "events", expected.get("events").asLong());
    Inspected.sum(found.column("events", "weight"), expected.get("sum_weight").asDouble(), 0);
    Inspected.sum(found.column("events", "MET"), expected.get("sum_MET").asDouble(), 0);
    JsonNode objects = expected.get("objects_by_type");
    Map<String, String> columns = Map.of("j", "jets", "b", "bjets", "g", "photons");
    long all = 0;
    for (Map.Entry<String, JsonNode> kind : objects.properties()) {
      all += kind.getValue().asLong();
      String column = columns.getOrDefault(kind.getKey(), kind.getKey());
      Inspected.sum(found.column("events", column), kind.getValue().asDouble(), 0);
    }
    rows(found, "particles", all);
  }

  static void arrays(Inspected found, JsonNode expected, String stem) {
    if (expected.has("array")) {
      array(found.table(stem), expected.get("array"));
    } else {
      expected
          .get("arrays")
          .properties()
          .forEach(a -> array(found.table(a.getKey()), a.getValue()));
    }
  }

  private static void array(JsonNode table, JsonNode expected) {
    assertThat(table.get("rows").asLong()).isEqualTo(expected.get("shape").get(0).asLong());
    double scale = 0;
    double sum = 0;
    for (JsonNode column : table.get("columns")) {
      JsonNode numbers = column.get("statistics");
      sum += numbers.get("sum").asDouble();
      scale += numbers.get("values").asLong() * Math.abs(numbers.get("maximum").asDouble());
    }
    assertThat(Math.abs(sum - expected.get("sum_finite").asDouble()))
        .isLessThanOrEqualTo(1e-12 * scale);
  }

  static void parquet(Inspected found, JsonNode expected) {
    JsonNode table = found.tables().findFirst().orElseThrow();
    assertThat(table.get("rows").asLong()).isEqualTo(expected.get("rows").asLong());
    for (JsonNode column : expected.get("schema_first20")) {
      Inspected.column(table, column.get("name").asString());
    }
    for (Map.Entry<String, JsonNode> column : expected.get("column_sums").properties()) {
      JsonNode own = Inspected.column(table, column.getKey());
      assertThat(own.get("statistics").get("values").asLong())
          .isEqualTo(column.getValue().get("values").asLong());
      Inspected.sum(own, column.getValue().get("sum_finite").asDouble(), 0);
    }
  }

  /** Data sets that appear as tables of their own name have their number of rows. */
  static void hdf5(Inspected found, JsonNode expected) {
    assertThat(found.tables()).isNotEmpty();
    for (Map.Entry<String, JsonNode> set : expected.get("datasets").properties()) {
      found
          .tables()
          .filter(table -> table.get("name").asString().equals(set.getKey()))
          .forEach(
              table ->
                  assertThat(table.get("rows").asLong())
                      .isEqualTo(set.getValue().get("shape").get(0).asLong()));
    }
  }

  private static void rows(Inspected found, String table, long expected) {
    assertThat(found.table(table).get("rows").asLong()).as(table).isEqualTo(expected);
  }
}
