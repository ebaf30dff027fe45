package org.dipscope.core.format.root;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.dipscope.core.format.SharedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class RealTablesTest {
  static Stream<Arguments> trees() {
    return Stream.concat(Manifest.entries("root-ttree"), Manifest.entries("delphes-root"));
  }

  static Stream<Arguments> ntuples() {
    return Manifest.entries("root-rntuple");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("trees")
  void treesAgreeWithAnIndependentReader(String name, Path path, JsonNode expected) {
    try (RootFile file = RootFile.open(path)) {
      for (Map.Entry<String, JsonNode> tree : expected.get("trees").properties()) {
        JsonNode facts = tree.getValue();
        RootTable table = file.table(tree.getKey());
        assertThat(table.entries()).isEqualTo(facts.get("entries").asLong());
        for (Map.Entry<String, JsonNode> column : facts.get("columns").properties()) {
          check(table, column.getKey(), column.getValue());
        }
        for (RootColumn column : table.columns()) {
          RootValues values = table.read(column.name(), 0, (int) table.entries());
          assertThat(values.entries()).isEqualTo((int) table.entries());
        }
      }
    }
  }

  private static void check(RootTable table, String name, JsonNode expected) {
    RootColumn column =
        table.columns().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
    assertThat(column.isJagged()).isEqualTo(expected.get("jagged").asBoolean());
    int entries = (int) table.entries();
    RootValues values = table.read(name, 0, entries);
    assertThat(values.size()).isEqualTo(expected.get("values").asInt());
    double sum = 0;
    double scale = 0;
    double minimum = Double.POSITIVE_INFINITY;
    double maximum = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < values.size(); i++) {
      double value = values.asDouble(i);
      sum += value;
      scale += Math.abs(value);
      minimum = Math.min(minimum, value);
      maximum = Math.max(maximum, value);
    }
    assertThat(sum).isCloseTo(expected.get("sum_finite").asDouble(), within(1e-13 * scale));
    assertThat(minimum).isEqualTo(expected.get("min").asDouble());
    assertThat(maximum).isEqualTo(expected.get("max").asDouble());
    for (int i = 0; i < 3; i++) {
      assertThat(values.asDouble(i)).isEqualTo(expected.get("first3").get(i).asDouble());
    }
    if (column.isJagged()) {
      assertThat(values.offsets()).hasSize(entries + 1).endsWith(values.size());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("trees")
  void readingInPiecesGivesTheSameAsReadingAtOnce(String name, Path path, JsonNode expected) {
    try (RootFile file = RootFile.open(path)) {
      RootTable table =
          file.table(
              file.keys().stream().filter(RootKey::isTable).findFirst().orElseThrow().path());
      for (RootColumn column : table.columns()) {
        RootValues all = table.read(column.name(), 0, (int) table.entries());
        int seen = 0;
        boolean same = true;
        for (long first = 0; first < table.entries(); ) {
          int count = (int) Math.min(37, table.entries() - first);
          RootValues part = table.read(column.name(), first, count);
          for (int i = 0; i < part.size(); i++) {
            same &= Double.compare(part.asDouble(i), all.asDouble(seen++)) == 0;
          }
          first += count;
        }
        assertThat(same).as(column.name()).isTrue();
        assertThat(seen).isEqualTo(all.size());
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ntuples")
  void ntuplesAgreeWithAnIndependentReader(String name, Path path, JsonNode expected) {
    try (RootFile file = RootFile.open(path)) {
      RootTable table = file.table("Staff");
      int entries = expected.get("entries").asInt();
      assertThat(table.entries()).isEqualTo(entries);
      assertThat(table.columns()).hasSize(expected.get("fields").size());
      for (JsonNode column : expected.get("columns")) {
        RootValues values = table.read(column.get("field").asString(), 0, entries);
        if (values instanceof RootValues.Texts texts) {
          long bytes = texts.values().stream().mapToLong(String::length).sum();
          assertThat(column.get("elements").asLong()).isIn(bytes, entries + 1L);
        } else {
          double sum = 0;
          for (int i = 0; i < values.size(); i++) {
            sum += values.asDouble(i);
          }
          assertThat(sum).isEqualTo(column.get("sum").asDouble());
          assertThat(values.asDouble(2)).isEqualTo(column.get("first3").get(2).asDouble());
        }
      }
    }
  }

  @Test
  void branchesOfAllBasicTypesHoldTheEntryNumber() {
    Path path = SharedFiles.format("files/root-ttree/uproot-small-evnt-tree-fullsplit.root");
    try (RootFile file = RootFile.open(path)) {
      RootTable tree = file.table("tree");
      for (String type : new String[] {"I16", "I32", "I64", "U16", "U32", "U64", "F32", "F64"}) {
        RootValues fixed = tree.read("Array" + type, 42, 1);
        RootValues slice = tree.read("Slice" + type, 42, 1);
        RootValues vector = tree.read("StlVec" + type, 42, 1);
        assertThat(fixed.size()).isEqualTo(10);
        assertThat(slice.size()).isEqualTo(2);
        assertThat(vector.size()).isEqualTo(2);
        assertThat(fixed.asDouble(9)).isEqualTo(42);
        assertThat(slice.asDouble(1)).isEqualTo(42);
        assertThat(vector.asDouble(1)).isEqualTo(42);
      }
      assertThat(tree.read("StdStr", 7, 1))
          .isEqualTo(new RootValues.Texts(java.util.List.of("std-007")));
      assertThat(tree.unread()).hasSize(1);
      assertThat(tree.unread().getFirst().message()).contains("StlVecStr", "vector<string>");
    }
  }
}
