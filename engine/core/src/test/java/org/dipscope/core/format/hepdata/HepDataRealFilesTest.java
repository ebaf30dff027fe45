package org.dipscope.core.format.hepdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.format.AnnotatedHistogram;
import org.dipscope.core.format.ErrorSource;
import org.dipscope.core.format.FileContents;
import org.dipscope.core.format.Manifest;
import org.dipscope.core.format.SharedFiles;
import org.dipscope.core.format.Statistics;
import org.dipscope.core.format.TableSummary;
import org.dipscope.core.histogram.SplitErrors;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Tables of published measurements against what another parser found in them. */
class HepDataRealFilesTest {

  @Test
  void pointsAndValuesOfEveryTableAgree() {
    for (String file : Manifest.files("hepdata-yaml")) {
      JsonNode expected = Manifest.expected(file);
      if (expected.get("tables_with_data").asInt() == 1) {
        FileContents contents = inspect("files/" + file);
        TableSummary table = contents.tables().getFirst();
        JsonNode values = expected.get("tables_first2").get(0).get("dependent").get(0);
        double sum = 0;
        for (JsonNode value : values.get("values_first40")) {
          sum += value.get("value").asDouble();
        }

        assertThat(table.rows()).as(file).isEqualTo(values.get("n").asLong());
        assertThat(statistics(table, values.get("name").asString()).sum())
            .as(file)
            .isEqualTo(sum, within(1e-12 * Math.abs(sum)));
      }
    }
  }

  @Test
  void errorsAgreeSourceBySource() {
    for (String file : Manifest.files("hepdata-yaml")) {
      List<AnnotatedHistogram> histograms =
          file.endsWith("submission.yaml")
              ? List.of()
              : HepDataReader.histograms(SharedFiles.format("files/" + file), new CancelToken());
      for (AnnotatedHistogram histogram : histograms) {
        JsonNode table = Manifest.expected(file).get("tables_first2").get(0);
        JsonNode rows = table.get("dependent").get(0).get("values_first40");
        for (int bin = 0; bin < rows.size(); bin++) {
          JsonNode errors = rows.get(bin).get("errors");
          assertThat(histogram.sources()).hasSize(rows.get(bin).get("n_errors").asInt());
          for (int i = 0; i < errors.size(); i++) {
            ErrorSource source = histogram.sources().get(i);
            assertThat(source.label()).isEqualTo(errors.get(i).get("label").asString());
            if (errors.get(i).has("sym") && errors.get(i).get("sym").isNumber()) {
              assertThat(source.up().get(bin)).isEqualTo(errors.get(i).get("sym").asDouble());
            }
          }
          JsonNode point = table.get("independent").get(0).get("points").get(bin);
          assertThat(histogram.histogram().axis().binning().low(bin))
              .isEqualTo(point.get(0).asDouble());
          assertThat(histogram.histogram().axis().binning().high(bin))
              .isEqualTo(point.get(1).asDouble());
        }
      }
    }
  }

  @Test
  void theSubmissionFolderGivesAllTablesThatAreThere() {
    FileContents folder = inspect("files/hepdata-yaml/full");

    assertThat(folder).isEqualTo(inspect("files/hepdata-yaml/full/submission.yaml"));
    assertThat(folder.tables())
        .extracting("name")
        .containsExactly("Table 1", "Table 2", "Table 3", "Table 4", "Table 5", "Table 8");
    assertThat(folder.problems()).hasSize(1);
    assertThat(folder.problems().getFirst().message()).contains("data9.yaml").contains("Table 9");
  }

  @Test
  void statisticalAndSystematicErrorsReachTheSpectrumApart() {
    Path file = SharedFiles.format("files/hepdata-json/full-data3.json");
    AnnotatedHistogram histogram = HepDataReader.histograms(file, new CancelToken()).getFirst();

    SplitErrors errors = (SplitErrors) histogram.toSpectrum().errors();

    assertThat(errors.statistical().toArray()).containsExactly(1100, 1600, 490, 60);
    assertThat(errors.systematicLow().get(0)).isEqualTo(Math.hypot(79, 15), within(1e-12));
    assertThat(histogram.valueUnit()).isEqualTo("1/GeV");
    assertThat(histogram.histogram().axis().unit()).isEqualTo("GeV");
  }

  @Test
  void brokenFilesSayWhatIsWrong() {
    assertBad("hepdata_alias_bomb.yaml", "too many aliases");
    assertBad("hepdata_alias_self.yaml", "recursive alias", "line 3");
    assertBad("hepdata_lengths_differ.json", "column Data", "11 values, expected 12");
    assertBad("hepdata_missing_data_file.yaml", "not_there.yaml", "Table 1");
  }

  private static void assertBad(String file, String... mentions) {
    Path path = SharedFiles.format("bad/" + file);
    assertThatThrownBy(() -> HepDataReader.inspect(path, true, new CancelToken()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContainingAll(mentions);
  }

  private static Statistics statistics(TableSummary table, String column) {
    return table.columns().stream()
        .filter(c -> c.name().equals(column))
        .map(c -> java.util.Objects.requireNonNull(c.statistics()))
        .findFirst()
        .orElseThrow();
  }

  private static FileContents inspect(String file) {
    return HepDataReader.inspect(SharedFiles.format(file), true, new CancelToken());
  }
}
