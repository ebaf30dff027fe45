package org.dipscope.core.format.yoda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.format.AnnotatedHistogram;
import org.dipscope.core.format.DamagedText;
import org.dipscope.core.format.ErrorSource;
import org.dipscope.core.format.FileContents;
import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Histogram;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class YodaTextTest {
  private static final String TEXT =
      """
      BEGIN YODA_HISTO2D_V3 /two
      Path: /two
      ---
      Edges(A1): [0, 1, 2, 3]
      Edges(A2): [10, 20]
      # sumW sumW2 sumW(A1) sumW2(A1) sumW(A2) sumW2(A2) sumW(A1,A2) numEntries
      %s
      END YODA_HISTO2D_V3
      BEGIN YODA_ESTIMATE1D_V3 /masked
      XLabel: m_tt [GeV]
      YLabel: rate [pb]
      ---
      Edges(A1): [0, 1, 2]
      MaskedBins: [2]
      ErrorLabels: ["stat", "sys, other"]
      # value errDn(1) errUp(1) errDn(2) errUp(2)
      nan --- --- --- ---
      1.5 -1 1 -0.5 0.25
      9 -1 1 -1 1
      nan --- --- --- ---
      END YODA_ESTIMATE1D_V3
      BEGIN YODA_COUNTER_V2 /count
      Title: n
      ---
      # sumW sumW2 numEntries
      3 3 3
      END YODA_COUNTER_V2
      BEGIN YODA_SCATTER2D_V2 /points
      ---
      1 0 0 5 1 2
      2 0 0 6 1 2
      END YODA_SCATTER2D_V2
      """;

  @TempDir private Path folder;

  @Test
  void theFirstAxisRunsFastestInTheFile() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 15; i++) {
      rows.append(i).append(" 4 0 0 0 0 0 1\n");
    }

    FileContents contents = inspect(TEXT.formatted(rows));

    assertThat(contents.problems()).isEmpty();
    assertThat(contents.histograms().getFirst().contents()).isEqualTo(Values.of(6, 7, 8));
    assertThat(contents.histograms().getFirst().errorsLow()).isEqualTo(Values.of(2, 2, 2));
    Histogram masked = contents.histograms().get(1);
    assertThat(masked.axis().title()).isEqualTo("m_tt [GeV]");
    assertThat(masked.contents().toArray()).containsExactly(1.5, Double.NaN);
    assertThat(masked.errorsHigh().get(0)).isEqualTo(Math.hypot(1, 0.25));
    assertThat(contents.tables()).extracting("name").containsExactly("/count", "/points");
  }

  @Test
  void whatIsWrittenIsReadBackExactly() {
    Axis mass = new Axis("m_tt", "GeV", Binning.of(345, 400.1, 1.0 / 3 * 1e4));
    Values contents = Values.of(0.1 + 0.2, -1e-17);
    AnnotatedHistogram named =
        AnnotatedHistogram.of(
                "my name with \"quotes\"",
                List.of(mass),
                contents,
                "pb/GeV",
                List.of(
                    new ErrorSource("sys,\"up\"", Values.of(-0.1, Double.NaN), Values.of(0.2, 0.3)),
                    ErrorSource.symmetric("stat", Values.of(1, 1e-300))),
                Map.of("Reaction", "P P --> TOP: X"))
            .withFlow(3.5, 7);
    double[] many = new double[6];
    Arrays.setAll(many, i -> Math.sin(i));
    AnnotatedHistogram two =
        AnnotatedHistogram.bare(
            AnnotatedHistogram.plain(
                "/a/b",
                List.of(mass, new Axis("y", "", Binning.uniform(3, -1, 1))),
                Values.of(many),
                Values.constant(6, 0.5),
                Values.constant(6, Double.NaN)));
    Path file = folder.resolve("out.yoda");

    YodaWriter.write(file, List.of(named, two));

    List<AnnotatedHistogram> back = YodaReader.histograms(file, new CancelToken());
    assertThat(back.get(0).histogram()).isEqualTo(named.histogram());
    assertThat(back.get(0).sources()).isEqualTo(named.sources());
    assertThat(back.get(0).valueUnit()).isEqualTo("pb/GeV");
    assertThat(back.get(0).notes()).containsEntry("Reaction", "P P --> TOP: X");
    assertThat(back.get(1).histogram()).isEqualTo(two.histogram());
  }

  @Test
  @Timeout(20)
  void aStatementMayGoOnOverManyLines() throws IOException {
    String lines = "  and so on\n".repeat(100_000);
    String text =
        "BEGIN YODA_HISTO1D_V2 /h\nTitle: once\n%sPath: /h\n---\n0 1 3 3 1 1 3\nEND YODA_HISTO1D_V2\n"
            .formatted(lines);
    Path file = folder.resolve("long.yoda");
    Files.writeString(file, text);
    String title =
        YodaReader.histograms(file, new CancelToken()).getFirst().notes().getOrDefault("Title", "");
    assertThat(title).startsWith("once and so on and").hasSize(4 + 10 * 100_000);
  }

  @Test
  void oneBrokenObjectDoesNotHideTheOthers() throws IOException {
    FileContents contents = inspect(TEXT.formatted("1 2 3"));

    assertThat(contents.histograms()).extracting("name").containsExactly("/masked");
    assertThat(contents.problems().getFirst().message())
        .contains("object /two")
        .contains("15 rows expected, 1 found");
  }

  @Test
  @Timeout(20)
  void compressedFilesAreBounded() throws IOException {
    Path bomb = folder.resolve("bomb.yoda.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
      byte[] block = new byte[1 << 20];
      for (int i = 0; i < 32; i++) {
        out.write(block);
      }
    }
    assertThatThrownBy(() -> YodaReader.inspect(bomb, false, new CancelToken()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("line 1");

    byte[] good = Files.readAllBytes(bomb);
    Files.write(bomb, Arrays.copyOf(good, 12));
    assertThatThrownBy(() -> YodaReader.inspect(bomb, false, new CancelToken()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("compressed data end early");
  }

  @Test
  @Timeout(60)
  void damagedFilesNeverEndInAnythingButAnAnswer() throws IOException {
    DamagedText.tryAll(
        TEXT.formatted("0 1 0 0 0 0 0 1\n".repeat(15)),
        folder.resolve("damaged.yoda"),
        file -> YodaReader.inspect(file, true, new CancelToken()));
  }

  private FileContents inspect(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("test.yoda"), text);
    return YodaReader.inspect(file, true, new CancelToken());
  }
}
