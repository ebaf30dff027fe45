package org.dipscope.core.format.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.format.ColumnSummary;
import org.dipscope.core.format.FileContents;
import org.dipscope.core.format.Statistics;
import org.dipscope.core.histogram.Histogram;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables in the shapes that people really write. */
class TextVarietyTest {
  @TempDir private Path folder;

  private FileContents inspect(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("table.csv"), text);
    return CsvInspection.inspect(file, true, new CancelToken());
  }

  private static Statistics statistics(FileContents contents, int table, int column) {
    ColumnSummary summary = contents.tables().get(table).columns().get(column);
    return Objects.requireNonNull(summary.statistics());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "low,high,value,err\n0,1,5,10%\n1,2,8,20 %\n",
        "low,high,value,err [%]\n0,1,5,10\n1,2,8,20\n",
        "low,high,value,err (%)\n0,1,5,10\n1,2,8,20\n",
        "low;high;value;err_percent\n0;1;5;10,0\n1;2;8;20,0\n"
      })
  void errorsInPercentAreSharesOfTheValue(String text) throws IOException {
    FileContents contents = inspect(text);
    Histogram histogram = contents.histograms().getFirst();
    assertThat(histogram.errorsHigh().toArray())
        .containsExactly(new double[] {0.5, 1.6}, within(1e-15));
    assertThat(contents.tables().getFirst().columns().get(3).unit()).isEqualTo("%");
  }

  @Test
  void percentagesAndNumbersInOneColumnAreRefused() {
    assertThatThrownBy(() -> inspect("low,high,value,err\n0,1,5,10%\n1,2,8,2\n"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("line 3, column err: \"2\" is not a percentage");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "low,high,count\n0,1,\"1,234\"\n",
        "low,high,count\n0,1,1'234'567\n",
        "low;high;count\n0,5;1,5;1.234,5\n"
      })
  void groupedThousandsAreRefusedWithTheRemedy(String text) {
    assertThatThrownBy(() -> inspect(text))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().hint()).contains("without separators between thousands"))
        .hasMessageContaining("line 2, column count");
  }

  @Test
  void dashesOfAnyLengthMarkMissingCells() throws IOException {
    FileContents contents = inspect("pt,eta\n1,\u22121.5\n\u2014,2\n\u2013,-\n\u2026,n/a\n");
    assertThat(statistics(contents, 0, 0).values()).isEqualTo(1);
    assertThat(statistics(contents, 0, 1).sum()).isEqualTo(0.5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "low|high|count\n0|1|5\n1|2|7\n",
        "| low | high | count |\n|:----|-----:|-------|\n| 0 | 1 | 5 |\n| 1 | 2 | 7 |\n",
        "sep=;\nlow;high;count\n0;1;5\n1;2;7\n",
        "low,high,count\n[GeV],[GeV],\n0,1,5\n1,2,7\n",
        "low,high,count\r\n0,1,5\r\n1,2,7\r\n",
        "low,high,count\r0,1,5\r1,2,7\r",
        "\"low\",\"high\",\"count\"\n\"0\",\"1\",\"5\"\n\"1\",\"2\",\"7\"\n",
        "# low high count\n0 1 5\n1 2 7\n",
        "0.0D0 0.1D+01 5\n1.0d0 2.0 7\n"
      })
  void theSameBinsInManyShapes(String text) throws IOException {
    Histogram histogram = inspect(text).histograms().getFirst();
    assertThat(histogram.axis().binning().edges()).containsExactly(0, 1, 2);
    assertThat(histogram.contents().toArray()).containsExactly(5, 7);
  }

  @Test
  void aRowOfUnitsBelowTheHeaderGivesThem() throws IOException {
    FileContents contents = inspect("mass,count\n[GeV],\n1,2\n2,3\n3,4\n");
    assertThat(contents.histograms().getFirst().axis().unit()).isEqualTo("GeV");
    assertThat(contents.tables().getFirst().rows()).isEqualTo(3);
  }

  @Test
  void sumsOfSquaredWeightsAreSquaredErrors() throws IOException {
    FileContents contents = inspect("low,high,sumw,sumw2\n0,1,5,25\n1,2,6,9\n");
    assertThat(contents.histograms()).hasSize(1);
    assertThat(contents.histograms().getFirst().errorsLow().toArray()).containsExactly(5, 3);
  }

  @Test
  void blocksOfPlottingProgramsAreTables() throws IOException {
    FileContents contents = inspect("# x y\n1 2\n3 4\n\n# x z\n5 6\n\n\n7 8\n9 10\n");
    assertThat(contents.tables()).extracting("rows").containsExactly(2L, 1L, 2L);
    assertThat(contents.tables().get(1).columns().get(1).name()).isEqualTo("z");
    assertThat(statistics(contents, 2, 1).sum()).isEqualTo(18);
  }

  @Test
  void oneBlankLineWithinRowsSeparatesNothing() throws IOException {
    FileContents contents = inspect("a b\n1 2\n\n3 4\n\n# a remark that names no columns\n5 6\n");
    assertThat(contents.tables()).extracting("rows").containsExactly(3L);
  }
}
