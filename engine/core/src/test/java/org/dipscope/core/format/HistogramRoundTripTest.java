package org.dipscope.core.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.format.HistogramFormat.Dropped;
import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.Histogram;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.ProblemException;

/**
 * What is written is read back exactly, and what is not read back was named among the losses
 * before.
 */
class HistogramRoundTripTest {
  private Path folder = Path.of("");

  @BeforeProperty
  void createFolder() throws IOException {
    folder = Files.createTempDirectory("round-trip");
  }

  @AfterProperty
  void removeFolder() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
  }

  @Property(tries = 150)
  void csvKeepsEverything(@ForAll long seed) {
    everything(seed, 3, "out.csv");
  }

  @Property(tries = 150)
  void jsonKeepsEverything(@ForAll long seed) {
    everything(seed, 3, "out.json");
  }

  private void everything(long seed, int mostAxes, String name) {
    List<AnnotatedHistogram> written = new RandomHistograms(seed).several(mostAxes);
    Path file = folder.resolve(name);
    assertThat(HistogramFormat.of(file).write(file, written)).isEmpty();
    List<AnnotatedHistogram> back = read(file);
    assertThat(back).hasSameSizeAs(written);
    for (int i = 0; i < back.size(); i++) {
      assertThat(back.get(i).histogram()).isEqualTo(written.get(i).histogram());
      assertThat(back.get(i).sources()).isEqualTo(written.get(i).sources());
      assertThat(back.get(i)).isEqualTo(written.get(i));
    }
  }

  @Property(tries = 150)
  void yodaNamesWhatItLoses(@ForAll long seed) {
    named(seed, 3, seed % 2 == 0 ? "out.yoda" : "out.yoda.gz");
  }

  @Property(tries = 150)
  void rootNamesWhatItLoses(@ForAll long seed) {
    named(seed, 2, "out.root");
  }

  @Property(tries = 150)
  void hepDataNamesWhatItLoses(@ForAll long seed) {
    named(seed, 3, seed % 2 == 0 ? "out.yaml" : "submission.yaml");
  }

  @Property(tries = 150)
  void jsonLinesNameWhatTheyLose(@ForAll long seed) {
    named(seed, 1, "out.jsonl");
  }

  private void named(long seed, int mostAxes, String name) {
    List<AnnotatedHistogram> written = new RandomHistograms(seed).several(mostAxes);
    Path file = folder.resolve(name);
    List<Dropped> dropped = HistogramFormat.of(file).write(file, written);
    List<AnnotatedHistogram> back = read(file);
    assertThat(back).hasSameSizeAs(written);
    for (AnnotatedHistogram before : written) {
      compare(before, found(before.histogram().name(), back), dropped);
    }
  }

  /** ROOT lists objects before directories, and not every format has every name. */
  private static AnnotatedHistogram found(String name, List<AnnotatedHistogram> back) {
    List<String> candidates = List.of(name, name.replaceFirst("^/", ""), name.strip(), "h");
    for (String candidate : candidates) {
      for (AnnotatedHistogram histogram : back) {
        if (histogram.histogram().name().equals(candidate)) {
          return histogram;
        }
      }
    }
    return back.getFirst();
  }

  private static void compare(
      AnnotatedHistogram written, AnnotatedHistogram back, List<Dropped> dropped) {
    Histogram before = written.histogram();
    Histogram after = back.histogram();
    String lost =
        dropped.stream()
            .filter(loss -> loss.histograms().contains(before.name()))
            .map(Dropped::what)
            .collect(Collectors.joining("; "));
    assertThat(after.contents()).isEqualTo(before.contents());
    assertThat(after.axes())
        .extracting(Axis::binning)
        .isEqualTo(before.axes().stream().map(Axis::binning).toList());
    same(lost, "name", before.name(), after.name());
    boolean titles = lost.contains("label") || lost.contains("spelling");
    same(titles ? "label" : lost, "label", before.axes(), after.axes());
    same(lost, "flow", before.underflow(), after.underflow());
    same(lost, "flow", before.overflow(), after.overflow());
    same(lost, "sum of weights", before.sumOfWeights(), after.sumOfWeights());
    same(lost, "errors", before.errorsLow(), after.errorsLow());
    same(lost, "errors", before.errorsHigh(), after.errorsHigh());
    boolean sources = lost.contains("named errors") || lost.contains("error");
    same(sources ? "error" : lost, "error", byLabel(written), byLabel(back));
    boolean unit = lost.contains("unit");
    same(unit ? "unit" : lost, "unit", written.valueUnit(), back.valueUnit());
    boolean notes = lost.contains("note") || lost.contains("label or unit of the contents");
    same(notes ? "note" : lost, "note", written.notes(), back.notes());
  }

  /** A single error without a name is the total, and that is no source. */
  private static List<ErrorSource> byLabel(AnnotatedHistogram histogram) {
    List<ErrorSource> given =
        histogram.sources().stream()
            .filter(HistogramRoundTripTest::isGiven)
            .sorted(Comparator.comparing(ErrorSource::label))
            .toList();
    return given.size() == 1 && given.getFirst().label().isEmpty() ? List.of() : given;
  }

  private static boolean isGiven(ErrorSource source) {
    return DoubleStream.concat(
            Arrays.stream(source.down().toArray()), Arrays.stream(source.up().toArray()))
        .anyMatch(shift -> !Double.isNaN(shift));
  }

  /** Equal, unless the loss was named; a zero has no sign here. */
  private static void same(String lost, String word, Object before, Object after) {
    if (!lost.contains(word)) {
      assertThat(unsigned(after)).as("%s, lost: %s", word, lost).isEqualTo(unsigned(before));
    }
  }

  private static Object unsigned(Object value) {
    return switch (value) {
      case Double number -> number + 0.0;
      case Values numbers -> numbers.map(number -> number + 0.0);
      case List<?> list -> list.stream().map(HistogramRoundTripTest::unsigned).toList();
      case ErrorSource source ->
          new ErrorSource(
              source.label(), source.down().map(n -> n + 0.0), source.up().map(n -> n + 0.0));
      default -> value;
    };
  }

  @Property(tries = 1)
  void infiniteErrorsAreRefusedByHepDataAlone() {
    Axis axis = new Axis("x", "", org.dipscope.core.histogram.Binning.of(0, 1));
    Values infinite = Values.of(Double.POSITIVE_INFINITY);
    AnnotatedHistogram histogram =
        AnnotatedHistogram.bare(
            Histogram.of("h", axis, Values.of(Double.NEGATIVE_INFINITY), infinite, infinite));
    for (String name : List.of("i.csv", "i.json", "i.yoda", "i.root")) {
      Path file = folder.resolve(name);
      HistogramFormat.of(file).write(file, List.of(histogram));
      assertThat(read(file).getFirst().histogram()).as(name).isEqualTo(histogram.histogram());
    }
    Path file = folder.resolve("i.yaml");
    assertThatThrownBy(() -> HistogramFormat.of(file).write(file, List.of(histogram)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("infinite error");
    assertThat(file).doesNotExist();
  }

  private static List<AnnotatedHistogram> read(Path file) {
    FileContents contents = Formats.inspect(file, false, new CancelToken());
    assertThat(contents.problems()).isEmpty();
    return contents.annotated();
  }
}
