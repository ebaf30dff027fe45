package org.dipscope.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.format.SharedFiles;
import org.dipscope.core.format.csv.CsvEvents;
import org.dipscope.core.format.json.ContentsJson;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Histogram;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistogramFillTest {
  private static final CancelToken TOKEN = new CancelToken();

  private static EventTable table(double[] x, double[] w) {
    return new EventTable(
        "events",
        List.of(
            new EventColumn("m [GeV]", "GeV", EventColumn.Type.NUMBER),
            new EventColumn("w", "", EventColumn.Type.NUMBER)),
        List.of(Values.of(x), Values.of(w)));
  }

  private static HistogramRequest request(Binning binning) {
    return new HistogramRequest("m", "w", null, binning);
  }

  @Test
  void everyEventGoesWhereItBelongs() {
    EventTable events =
        table(
            new double[] {-1, 0, 0.5, 1, 2, 3, 3.0001, Double.NaN, 0.5, Double.POSITIVE_INFINITY},
            new double[] {2, 1, -3, 4, 5, 6, 7, 8, Double.NaN, 0.5});
    FilledHistogram filled = HistogramFill.fill(events, request(Binning.of(0, 1, 3)), TOKEN);
    Histogram histogram = filled.histogram();
    assertThat(histogram.contents()).isEqualTo(Values.of(1 - 3, 4 + 5 + 6));
    assertThat(histogram.errorsLow().get(0)).isCloseTo(Math.sqrt(1 + 9), within(1e-15));
    assertThat(histogram.errorsHigh().get(1)).isCloseTo(Math.sqrt(16 + 25 + 36), within(1e-14));
    assertThat(histogram.underflow()).isEqualTo(2);
    assertThat(histogram.overflow()).isEqualTo(7.5);
    assertThat(histogram.sumOfWeights()).isEqualTo(13);
    assertThat(filled.notNumbers()).isEqualTo(2);
    assertThat(filled.read()).isEqualTo(10);
    assertThat(histogram.axis().unit()).isEqualTo("GeV");
    assertThat(histogram.axis().label()).isEqualTo("m");
  }

  @Test
  void binsAgreeWithTheBinningEvenAtItsEdges() {
    SplittableRandom random = new SplittableRandom(9);
    for (int round = 0; round < 50; round++) {
      int bins = 1 + random.nextInt(300);
      double low = 1000 * random.nextDouble() - 500;
      Binning binning = Binning.uniform(bins, low, low + 1e-3 + 700 * random.nextDouble());
      double[] x = new double[5000];
      for (int i = 0; i < x.length; i++) {
        int bin = random.nextInt(bins);
        x[i] =
            switch (random.nextInt(4)) {
              case 0 -> binning.low(bin);
              case 1 -> Math.nextDown(binning.high(bin));
              case 2 -> Math.nextUp(binning.low(bin));
              default -> low + random.nextDouble() * 800 - 50;
            };
      }
      double[] expected = new double[bins];
      for (double value : x) {
        int bin = binning.indexOf(value);
        if (bin >= 0) {
          expected[bin]++;
        }
      }
      double[] ones = new double[x.length];
      Arrays.fill(ones, 1);
      Histogram histogram = HistogramFill.fill(table(x, ones), request(binning), TOKEN).histogram();
      assertThat(histogram.contents()).isEqualTo(Values.of(expected));
    }
  }

  @Test
  void manySmallWeightsAddExactly() {
    double[] x = new double[1_000_000];
    double[] w = new double[x.length];
    Arrays.fill(w, 0.1);
    Histogram histogram =
        HistogramFill.fill(table(x, w), request(Binning.of(-1, 1)), TOKEN).histogram();
    assertThat(histogram.contents().get(0)).isCloseTo(100_000, within(1e-10));
  }

  @Test
  void eventsOfATextFile() {
    Path file = SharedFiles.format("files/csv/lhco-features-first120.csv");
    CsvEvents events = CsvEvents.open(file, null);
    assertThat(events.name()).isEqualTo("lhco-features-first120");
    FilledHistogram signal =
        HistogramFill.fill(
            events,
            new HistogramRequest("m_jj", null, "label == 1", Binning.uniform(4, 2000, 6000)),
            TOKEN);
    assertThat(signal.passed()).isEqualTo(9);
    FilledHistogram all =
        HistogramFill.fill(
            events,
            new HistogramRequest("m_jj/1000", "m_jj", "pT_j1 > 0", Binning.of(0, 100)),
            TOKEN);
    assertThat(all.histogram().sumOfWeights()).isCloseTo(370450.84323167044, within(1e-9));
    assertThat(all.histogram().axis().label()).isEqualTo("m_jj/1000");
    assertThatThrownBy(() -> CsvEvents.open(file, "other"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("other");
  }

  @Test
  void badRowsAreFoundWhileFilling(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("e.csv");
    Files.writeString(file, "pt,name\n" + "1.5,a\n".repeat(9000) + "oops,a\n");
    CsvEvents events = CsvEvents.open(file, "e");
    HistogramRequest request = new HistogramRequest("pt", null, null, Binning.of(0, 2));
    assertThatThrownBy(() -> HistogramFill.fill(events, request, TOKEN))
        .hasMessageContaining("line 9002")
        .hasMessageContaining("column pt");
    HistogramRequest text = new HistogramRequest("name", null, null, Binning.of(0, 2));
    assertThatThrownBy(() -> HistogramFill.fill(events, text, TOKEN))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().kind()).isEqualTo(Problem.Kind.USAGE));
    CancelToken cancelled = new CancelToken();
    cancelled.cancel();
    Files.writeString(file, "pt\n" + "1.5\n".repeat(100_000));
    CsvEvents longer = CsvEvents.open(file, null);
    assertThatThrownBy(() -> HistogramFill.fill(longer, request, cancelled))
        .isInstanceOf(java.util.concurrent.CancellationException.class);
  }

  @Test
  void jsonHasTheKeysOfTheContract() {
    Histogram histogram =
        HistogramFill.fill(
                table(new double[] {1}, new double[] {2}), request(Binning.of(0, 2)), TOKEN)
            .histogram();
    assertThat(ContentsJson.histogram(histogram))
        .containsOnlyKeys(
            "name",
            "axes",
            "contents",
            "errorsLow",
            "errorsHigh",
            "underflow",
            "overflow",
            "sumOfWeights");
  }
}
