package org.dipscope.core.format.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.format.AnnotatedHistogram;
import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.CountSpectrum;
import org.dipscope.core.histogram.Histogram;
import org.dipscope.core.histogram.MeasuredSpectrum;
import org.dipscope.core.histogram.Spectrum;
import org.dipscope.core.histogram.SplitErrors;
import org.dipscope.core.histogram.TotalErrors;
import org.dipscope.core.histogram.Values;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvRoundTripTest {

  private static Values positive(SplittableRandom random, int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] =
          switch (random.nextInt(6)) {
            case 0 -> 0;
            case 1 -> random.nextInt(1_000_000);
            case 2 -> random.nextDouble();
            case 3 -> Math.abs(Double.longBitsToDouble(random.nextLong() & 0x7FEFFFFFFFFFFFFFL));
            case 4 -> Double.MIN_VALUE * random.nextInt(5);
            default -> Math.exp(20 * random.nextDouble() - 10);
          };
    }
    return Values.of(values);
  }

  private static Axis axis(SplittableRandom random, int count) {
    double[] edges = new double[count + 1];
    edges[0] = 400 * random.nextDouble() - 200;
    for (int i = 1; i <= count; i++) {
      edges[i] = edges[i - 1] + 0.001 + 50 * random.nextDouble();
    }
    String[] labels = {"m_tt", "", "m(tt̄), \"low\"", "x\nlow\\n", "count", "#: odd"};
    String[] units = {"GeV", "", "10**6 * [x]", "TeV"};
    return new Axis(
        labels[random.nextInt(labels.length)],
        units[random.nextInt(units.length)],
        Binning.of(edges));
  }

  private static Spectrum read(Spectrum spectrum) throws IOException {
    StringWriter writer = new StringWriter();
    CsvWriter.write(writer, spectrum);
    return SpectrumCsv.read(
        "copy.csv", new ByteArrayInputStream(writer.toString().getBytes(StandardCharsets.UTF_8)));
  }

  @RepeatedTest(60)
  void spectraReadBackBitByBit(RepetitionInfo repetition) throws IOException {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    int bins = 1 + random.nextInt(40);
    Axis axis = axis(random, bins);
    CountSpectrum counts =
        new CountSpectrum("a: b\n#c", axis, positive(random, bins), 140.5, "line\nline 2");
    assertThat(read(counts)).isEqualTo(counts);
    CountSpectrum bare = new CountSpectrum("n", axis, positive(random, bins), null, "");
    assertThat(read(bare)).isEqualTo(bare);
    MeasuredSpectrum split =
        new MeasuredSpectrum(
            "split",
            axis,
            "pb/GeV",
            random.nextInt(2) == 0,
            positive(random, bins).map(value -> -value),
            new SplitErrors(
                positive(random, bins),
                positive(random, bins),
                positive(random, bins),
                positive(random, bins)),
            "");
    assertThat(read(split)).isEqualTo(split);
    MeasuredSpectrum total =
        new MeasuredSpectrum(
            "total",
            axis,
            "1/GeV",
            true,
            positive(random, bins),
            new TotalErrors(positive(random, bins), positive(random, bins)),
            "1 fb-1");
    assertThat(read(total)).isEqualTo(total);
  }

  @Test
  void histogramsKeepTheirFlow(@TempDir Path folder) {
    Axis axis = new Axis("m", "GeV", Binning.of(0, 1, 2));
    Histogram histogram =
        new Histogram(
            "dir/h",
            java.util.List.of(axis),
            Values.of(-1, 2.5),
            Values.of(0.5, 1),
            Values.of(0.75, 1),
            3,
            0.1,
            1.5);
    Path file = folder.resolve("h.csv");
    HistogramCsvWriter.write(file, java.util.List.of(AnnotatedHistogram.bare(histogram)));
    assertThat(CsvInspection.inspect(file, false, new CancelToken()).histograms())
        .containsExactly(histogram);
  }

  @Test
  void theCommaLocaleChangesNothing(@TempDir Path folder) throws IOException {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      CountSpectrum counts =
          new CountSpectrum(
              "n", new Axis("m", "GeV", Binning.of(0.5, 1.5)), Values.of(1.25), 0.1, "");
      Path file = folder.resolve("n.csv");
      CsvWriter.write(file, counts);
      assertThat(SpectrumCsv.read(file)).isEqualTo(counts);
      assertThat(Files.readString(file)).contains("0.5,1.5,1.25");
    } finally {
      Locale.setDefault(before);
    }
  }
}
