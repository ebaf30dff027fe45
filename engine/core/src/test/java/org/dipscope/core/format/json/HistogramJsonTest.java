package org.dipscope.core.format.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.format.AnnotatedHistogram;
import org.dipscope.core.format.DamagedText;
import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Histogram;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class HistogramJsonTest {
  private static final String LINES =
      """
      {"id": "a", "edges": [0, 1, 2], "counts": [4, 9], "background": [1, 16]}
      {"id": "b", "edges": [0, 1], "counts": [null]}
      """;

  @TempDir private Path folder;

  @Test
  void linesOfCountsAndBackground() throws IOException {
    Path file = Files.writeString(folder.resolve("lines.jsonl"), LINES);

    List<Histogram> histograms = JsonFiles.inspect(file, false, new CancelToken()).histograms();

    assertThat(histograms).extracting("name").containsExactly("a", "a/background", "b");
    assertThat(histograms.getFirst().errorsHigh()).isEqualTo(Values.of(2, 3));
    assertThat(histograms.get(2).contents().get(0)).isNaN();
  }

  @Test
  void whatIsWrittenIsReadBackExactly() {
    Histogram histogram =
        new Histogram(
            "dir/\"h\"",
            List.of(
                new Axis("m_tt", "GeV", Binning.of(0, 1.0 / 3, 1)),
                new Axis("", "", Binning.uniform(3, -1, 1))),
            Values.of(1, 2, 3, 0.1 + 0.2, Double.NaN, -1e-300),
            Values.constant(6, 0.25),
            Values.constant(6, 1e25),
            -1,
            2,
            3.5);
    Path file = folder.resolve("out.json");

    AnnotatedHistogram annotated = AnnotatedHistogram.bare(histogram);
    HistogramJsonWriter.write(file, List.of(annotated, annotated));

    assertThat(JsonFiles.inspect(file, false, new CancelToken()).histograms())
        .containsExactly(histogram, histogram);
  }

  @Test
  void wrongLengthsAndEdgesNameTheLine() {
    assertBad("\n{\"edges\": [0, 1, 2], \"counts\": [1]}", "line 2", "1 values, expected 2");
    assertBad("{\"edges\": [0, 2, 1], \"counts\": [1, 2]}", "edges must increase");
    assertBad("{\"what\": 1}", "no pyhf workspace, HEPData table or histogram");
  }

  private void assertBad(String text, String... mentions) {
    assertThatThrownBy(
            () ->
                JsonFiles.inspect(
                    Files.writeString(folder.resolve("bad.json"), text), false, new CancelToken()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContainingAll(mentions);
  }

  @Test
  @Timeout(60)
  void damagedFilesNeverEndInAnythingButAnAnswer() throws IOException {
    DamagedText.tryAll(
        LINES,
        folder.resolve("damaged.json"),
        file -> JsonFiles.inspect(file, true, new CancelToken()));
  }
}
