package org.dipscope.core.format.hepdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.format.AnnotatedHistogram;
import org.dipscope.core.format.DamagedText;
import org.dipscope.core.format.ErrorSource;
import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Histogram;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class HepDataTextTest {
  private static final String TEXT =
      """
      ---
      comment: two tables in one file
      ---
      name: First
      independent_variables: &where
      - header: {name: M, units: GEV}
        values:
        - {low: -.inf, high: 1}
        - {low: 1, high: 2e+0}
        - {low: 2, high: +3.0e0}
        - {low: 4, high: 5}
        - {low: 5, high: .inf}
      dependent_variables:
      - header: {name: "D(SIG)/DM", units: PB/GEV}
        qualifiers:
        - {name: SQRT(S), units: GEV, value: 13000}
        values:
        - {value: 7}
        - {value: 10, errors: [{symerror: 4.4%, label: sys}, {symerror: 3, label: sys}]}
        - {value: -2, errors: [{asymerror: {plus: -10%, minus: 0.5}, label: sys}]}
        - {value: '-'}
        - {value: .5, errors: [{symerror: 0, hide: true}]}
      ---
      name: Second
      independent_variables:
      - header: {name: SAMPLE}
        values: [{value: W}, {value: Z}]
      dependent_variables:
      - header: {name: N}
        values: [{value: 3}, {value: "< 2"}]
      """;

  @TempDir private Path folder;

  @Test
  void percentagesMissingValuesGapsAndInfiniteEdges() throws IOException {
    Path file = Files.writeString(folder.resolve("two.yaml"), TEXT);

    AnnotatedHistogram read = HepDataReader.histograms(file, new CancelToken()).getFirst();

    Histogram histogram = read.histogram();
    assertThat(histogram.name()).isEqualTo("First");
    assertThat(histogram.axis().binning().edges()).containsExactly(1, 2, 3, 4, 5);
    assertThat(histogram.contents().toArray()).containsExactly(10, -2, Double.NaN, Double.NaN);
    assertThat(histogram.underflow()).isEqualTo(7);
    assertThat(histogram.overflow()).isEqualTo(0.5);
    assertThat(histogram.errorsLow().get(0)).isEqualTo(Math.hypot(0.44, 3));
    assertThat(histogram.errorsLow().get(1)).isEqualTo(0.2);
    assertThat(histogram.errorsHigh().get(1)).isEqualTo(0.5);
    assertThat(histogram.errorsHigh().get(2)).isNaN();
    assertThat(read.sources()).extracting("label").containsExactly("sys", "sys");
    assertThat(read.valueUnit()).isEqualTo("pb/GeV");
    assertThat(read.notes()).containsEntry("SQRT(S)", "13000 GEV");
    assertThat(HepDataReader.inspect(file, true, new CancelToken()).tables())
        .extracting("name")
        .containsExactly("First", "Second");
  }

  @Test
  void hiddenZeroErrorsAreNoErrors() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("served.json"),
            """
            {"name": "T", "headers": [{"name": "X [GEV]", "colspan": 1}, {"name": "N", "colspan": 2}],
             "values": [{"x": [{"low": 0, "high": 1}],
                         "y": [{"value": 3, "group": 0, "errors": [{"symerror": 0, "hide": true}]},
                               {"value": "-", "group": 1, "errors": [{"symerror": 1}]}]}]}
            """);

    List<AnnotatedHistogram> histograms = HepDataReader.histograms(file, new CancelToken());

    assertThat(histograms).extracting(h -> h.histogram().name()).containsExactly("T/N", "T/N (2)");
    assertThat(histograms.getFirst().sources()).isEmpty();
    assertThat(histograms.getFirst().histogram().errorsLow().get(0)).isNaN();
    assertThatThrownBy(() -> histograms.getFirst().toSpectrum())
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("has no errors");
    assertThat(histograms.get(1).histogram().contents().get(0)).isNaN();
  }

  @Test
  void whatIsWrittenIsReadBackExactly() {
    Axis mass = new Axis("m: tt", "GeV", Binning.of(345, 400.1, 1.0 / 3 * 1e4));
    AnnotatedHistogram one =
        AnnotatedHistogram.of(
                "a \"name\": #1",
                List.of(mass),
                Values.of(0.1 + 0.2, 1e25),
                "pb/GeV",
                List.of(
                    new ErrorSource("sys,a", Values.of(-0.1, 0.2), Values.of(0.2, 0.3)),
                    new ErrorSource("sys,a", Values.of(-1, -2), Values.of(1, 2)),
                    ErrorSource.symmetric("stat", Values.of(1, 1e-300))),
                Map.of("RE", "P P --> X"))
            .withFlow(3.5, 7)
            .withSumOfWeights(12);
    AnnotatedHistogram two =
        AnnotatedHistogram.bare(
            AnnotatedHistogram.plain(
                "plane",
                List.of(mass, new Axis("y", "", Binning.uniform(3, -1, 1))),
                Values.of(1, 2, 3, Double.NaN, 5, 6),
                Values.constant(6, 0),
                Values.constant(6, 0.5)));
    HepDataWriter.writeSubmission(folder.resolve("out"), List.of(one, two));
    HepDataWriter.writeFile(folder.resolve("out.yaml"), List.of(one, two));

    for (String place : List.of("out", "out.yaml")) {
      List<AnnotatedHistogram> back =
          HepDataReader.histograms(folder.resolve(place), new CancelToken());
      assertThat(back.get(0).histogram()).as(place).isEqualTo(one.histogram());
      assertThat(back.get(0).sources()).as(place).isEqualTo(one.sources());
      assertThat(back.get(0).notes()).as(place).containsEntry("RE", "P P --> X");
      assertThat(back.get(1).histogram()).as(place).isEqualTo(two.histogram());
    }
  }

  @Test
  void noFileOutsideTheFolderIsOpened() throws IOException {
    Path inner = Files.createDirectory(folder.resolve("inner"));
    Path secret = Files.writeString(folder.resolve("secret.yaml"), TEXT);
    Files.createSymbolicLink(inner.resolve("link.yaml"), secret);
    for (String target : List.of("../secret.yaml", secret.toString(), "link.yaml", "a/../../x")) {
      Path file =
          Files.writeString(
              inner.resolve("submission.yaml"), "name: T\ndata_file: \"" + target + "\"\n");
      assertThatThrownBy(() -> HepDataReader.inspect(file, false, new CancelToken()))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("outside the folder");
    }
  }

  @Test
  @Timeout(20)
  void depthIsBounded() throws IOException {
    Path file = Files.writeString(folder.resolve("deep.yaml"), "a: " + "[".repeat(50_000));
    assertThatThrownBy(() -> HepDataReader.inspect(file, false, new CancelToken()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("deeper than 64 levels");
  }

  @Test
  @Timeout(60)
  void damagedFilesNeverEndInAnythingButAnAnswer() throws IOException {
    DamagedText.tryAll(
        TEXT,
        folder.resolve("damaged.yaml"),
        file -> HepDataReader.inspect(file, true, new CancelToken()));
  }
}
