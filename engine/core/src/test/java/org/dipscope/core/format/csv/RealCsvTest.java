package org.dipscope.core.format.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.format.ColumnSummary;
import org.dipscope.core.format.ColumnType;
import org.dipscope.core.format.FileContents;
import org.dipscope.core.format.SharedFiles;
import org.dipscope.core.format.Statistics;
import org.dipscope.core.format.TableSummary;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files that nobody of this project wrote, against contents computed with Python. */
class RealCsvTest {

  private static FileContents inspect(String name) {
    return CsvInspection.inspect(SharedFiles.format(name), true, new CancelToken());
  }

  private static JsonNode expected(String list, String file) {
    JsonNode root = JsonMapper.shared().readTree(SharedFiles.format(list).toFile());
    JsonNode entries = root.isArray() ? root : root.get("files");
    for (JsonNode entry : entries) {
      if (entry.get("file").asString().equals(file)) {
        return entry;
      }
    }
    throw new AssertionError(file + " is not in " + list);
  }

  @Test
  void eventsOfTheLhcOlympics() {
    String file = "files/csv/lhco-features-first120.csv";
    FileContents contents = inspect(file);
    JsonNode expected = expected("files/MANIFEST.json", file).get("expected");
    TableSummary table = contents.tables().getFirst();
    assertThat(contents.histograms()).isEmpty();
    assertThat(table.rows()).isEqualTo(120);
    for (int i = 0; i < 18; i++) {
      ColumnSummary column = table.columns().get(i);
      assertThat(column.name()).isEqualTo(expected.get("header").get(i).asString());
      Statistics statistics = Objects.requireNonNull(column.statistics());
      assertThat(statistics.values()).isEqualTo(120);
      double sum = expected.get("column_sums").get(i).asDouble();
      assertThat(statistics.sum()).isCloseTo(sum, within(1e-12 * Math.abs(sum)));
      assertThat(statistics.minimum()).isEqualTo(expected.get("column_min").get(i).asDouble());
      assertThat(statistics.maximum()).isEqualTo(expected.get("column_max").get(i).asDouble());
    }
  }

  @Test
  void everyTypeWithoutAHeader() {
    FileContents contents = inspect("files/csv/gohep-types.csv");
    TableSummary table = contents.tables().getFirst();
    assertThat(table.rows()).isEqualTo(2);
    assertThat(table.columns()).hasSize(14);
    assertThat(table.columns().get(0).name()).isEqualTo("column1");
    assertThat(table.columns())
        .extracting(ColumnSummary::type)
        .startsWith(ColumnType.BOOLEAN, ColumnType.INTEGER)
        .endsWith(ColumnType.REAL, ColumnType.REAL, ColumnType.TEXT);
  }

  @ParameterizedTest
  @CsvSource({"Table1.csv, 3, 0", "Table3.csv, 1, 1"})
  void hepDataTables(String name, int tables, int histograms) {
    String file = "files/hepdata-csv/" + name;
    FileContents contents = inspect(file);
    JsonNode expected = expected("files/MANIFEST.json", file).get("expected");
    assertThat(contents.format()).isEqualTo("hepdata-csv");
    assertThat(contents.tables()).hasSize(tables);
    assertThat(contents.histograms()).hasSize(histograms);
    assertThat(contents.problems()).isEmpty();
    List<TextTable> read = TextTable.readAll(SharedFiles.format(file));
    for (int t = 0; t < tables; t++) {
      JsonNode detail = expected.get("tables_detail").get(t);
      for (int c = 0; c < detail.get("header").size(); c++) {
        TableColumn column = read.get(t).columns().get(c);
        assertThat(column.name()).isEqualTo(detail.get("header").get(c).asString());
        for (int r = 0; r < detail.get("rows").asInt(); r++) {
          double value = Double.parseDouble(detail.get("data").get(r).get(c).asString());
          assertThat(column.numbers().get(r)).isEqualTo(value);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "csv_edges_decrease.csv",
    "csv_short_row_line10.csv",
    "csv_text_cell_line42.csv",
    "empty.csv"
  })
  void badFilesAreExplained(String name) {
    Path file = SharedFiles.format("bad/" + name);
    ProblemException thrown =
        catchThrowableOfType(
            ProblemException.class, () -> CsvInspection.inspect(file, false, new CancelToken()));
    for (JsonNode mention : expected("bad/MANIFEST.json", name).get("good_error_mentions")) {
      assertThat(thrown.getMessage()).contains(mention.asString());
    }
    assertThat(thrown.problem().file()).isEqualTo(name);
  }
}
