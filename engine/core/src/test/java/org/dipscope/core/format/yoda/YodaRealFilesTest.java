package org.dipscope.core.format.yoda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.format.AnnotatedHistogram;
import org.dipscope.core.format.FileContents;
import org.dipscope.core.format.Manifest;
import org.dipscope.core.format.SharedFiles;
import org.dipscope.core.histogram.Histogram;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Files of other programs against what another parser found in them. */
class YodaRealFilesTest {

  @Test
  void everyObjectOfEveryFileIsThereUnderItsPath() {
    for (String format : List.of("yoda", "rivet-ref")) {
      for (String file : Manifest.files(format)) {
        FileContents contents = inspect("files/" + file);
        JsonNode expected = Manifest.expected(file);

        assertThat(contents.problems()).as(file).isEmpty();
        assertThat(contents.histograms().size() + contents.tables().size())
            .as(file)
            .isEqualTo(expected.get("objects").asInt());
        for (JsonNode path : expected.get("paths_first10")) {
          assertThat(names(contents)).as(file).contains(path.asString());
        }
      }
    }
  }

  @Test
  void listedRowsAreTheBins() {
    for (String format : List.of("yoda", "rivet-ref")) {
      for (String file : Manifest.files(format)) {
        Map<String, Histogram> histograms =
            inspect("files/" + file).histograms().stream()
                .collect(Collectors.toMap(Histogram::name, Function.identity()));
        for (JsonNode object : Manifest.expected(file).get("detail_first3")) {
          Histogram histogram = histograms.get(object.get("path").asString());
          if (histogram != null) {
            compare(object, histogram);
          }
        }
      }
    }
  }

  private static void compare(JsonNode object, Histogram histogram) {
    String type = object.get("type").asString();
    int bin = 0;
    for (JsonNode row : object.get("rows_first30")) {
      switch (type) {
        case "YODA_HISTO1D" -> {
          bin = histogram.axis().binning().indexOf(0.5 * (number(row, 0) + number(row, 1)));
          assertThat(histogram.axis().binning().low(bin)).isEqualTo(number(row, 0));
          assertThat(histogram.axis().binning().high(bin)).isEqualTo(number(row, 1));
          assertThat(histogram.contents().get(bin)).isEqualTo(number(row, 2));
          assertThat(histogram.errorsLow().get(bin)).isEqualTo(Math.sqrt(number(row, 3)));
        }
        case "YODA_SCATTER2D_V2" -> {
          double low = number(row, 0) - number(row, 1);
          assertThat(histogram.axis().binning().low(bin)).isEqualTo(low, within(1e-9));
          assertThat(histogram.contents().get(bin)).isEqualTo(number(row, 3));
          assertThat(histogram.errorsLow().get(bin)).isEqualTo(number(row, 4));
          assertThat(histogram.errorsHigh().get(bin)).isEqualTo(number(row, 5));
          bin++;
        }
        case "YODA_HISTO1D_V3" -> {
          double found =
              bin == 0
                  ? histogram.underflow()
                  : bin > histogram.contents().size()
                      ? histogram.overflow()
                      : histogram.contents().get(bin - 1);
          if (row.isArray()) {
            assertThat(found).isEqualTo(number(row, 0));
            bin++;
          }
        }
        default -> assertThat(histogram.contents().size()).isPositive();
      }
    }
  }

  private static double number(JsonNode row, int column) {
    return row.get(column).asDouble();
  }

  @Test
  void gapsBetweenBinsStayEmptyRatherThanZero() {
    Histogram histogram = inspect("files/yoda/test.yoda").histograms().get(1);

    assertThat(histogram.axis().binning().edges()).containsExactly(3.4, 4.2, 4.5, 5.3);
    assertThat(histogram.contents().toArray()).containsExactly(1, Double.NaN, 5);
    assertThat(histogram.underflow()).isEqualTo(6);
    assertThat(histogram.overflow()).isEqualTo(8);
    assertThat(histogram.sumOfWeights()).isEqualTo(6);
  }

  @Test
  void compressedFilesReadAlike() {
    assertThat(inspect("files/yoda/test.yoda.gz")).isEqualTo(inspect("files/yoda/test.yoda"));
  }

  @Test
  void errorsKeepTheirSources() {
    List<AnnotatedHistogram> rivet =
        YodaReader.histograms(
            SharedFiles.format("files/rivet-ref/ATLAS_2016_I1419070.yoda"), new CancelToken());
    assertThat(rivet.getFirst().sources()).extracting("label").containsExactly("stat", "sys");
    assertThat(rivet.getFirst().sources().get(1).down().get(0)).isEqualTo(-0.526);
    assertThat(rivet.getFirst().sources().get(1).up().get(0)).isEqualTo(0.532);

    List<AnnotatedHistogram> estimates =
        YodaReader.histograms(
            SharedFiles.format("files/yoda/hepdata-full.yoda"), new CancelToken());
    assertThat(estimates.getFirst().sources())
        .extracting("label")
        .containsExactly("stat", "sys,background", "sys,detector");
    assertThat(estimates.getFirst().toSpectrum().errors().low().get(0))
        .isEqualTo(Math.sqrt(1100 * 1100 + 15 * 15 + 79 * 79), within(1e-9));
  }

  @Test
  void brokenFilesSayWhatIsMissing() {
    Path cut = SharedFiles.format("bad/yoda_no_end.yoda");
    assertThatThrownBy(() -> YodaReader.inspect(cut, true, new CancelToken()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("BEGIN YODA_HISTO1D_V3 on line 1 has no END");
    Path shorter = SharedFiles.format("bad/yoda_row_missing.yoda");
    assertThatThrownBy(() -> YodaReader.inspect(shorter, true, new CancelToken()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("object /")
        .hasMessageContaining("12 rows expected, 11 found");
  }

  private static List<String> names(FileContents contents) {
    return java.util.stream.Stream.concat(
            contents.histograms().stream().map(Histogram::name),
            contents.tables().stream().map(table -> table.name()))
        .toList();
  }

  private static FileContents inspect(String file) {
    Path path = SharedFiles.format(file);
    return YodaReader.inspect(path, true, new CancelToken());
  }
}
