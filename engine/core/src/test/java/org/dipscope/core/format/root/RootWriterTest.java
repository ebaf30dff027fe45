package org.dipscope.core.format.root;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Histogram;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RootWriterTest {
  @TempDir Path folder;

  static Histogram weighted(String name) {
    Values contents = Values.of(1.5, -2, 3, 0.25);
    Values errors = Values.of(0.1, 0.2, 0.3, 0.4);
    Axis axis = new Axis("m_{tt}", "GeV", Binning.of(300, 400, 550, 800, 1000.5));
    return new Histogram(name, List.of(axis), contents, errors, errors, 7, 8, contents.sum());
  }

  static Histogram counts(String name) {
    Values contents = Values.of(4, 9, 0);
    Values errors = contents.map(Math::sqrt);
    Axis axis = new Axis("events", "", Binning.uniform(3, 0, 3));
    return new Histogram(name, List.of(axis), contents, errors, errors, 0, 2, contents.sum());
  }

  static Histogram map(String name) {
    Values contents = Values.of(1, 2, 3, 4, 5, 6);
    Values errors = Values.constant(6, 0.5);
    Axis x = new Axis("x", "", Binning.uniform(2, 0, 3));
    Axis y = new Axis("y", "cm", Binning.of(0, 1, 4, 9));
    return new Histogram(name, List.of(x, y), contents, errors, errors, 0, 0, contents.sum());
  }

  @Test
  void whatIsWrittenIsReadBackExactly() {
    List<Histogram> written = List.of(weighted("m_tt"), counts("dir/sub/counts"), map("dir/two"));
    Path path = folder.resolve("out.root");
    RootWriter.write(path, written);
    try (RootFile file = RootFile.open(path)) {
      assertThat(file.problems()).isEmpty();
      assertThat(file.keys()).hasSize(3);
      for (Histogram histogram : written) {
        assertThat(file.histogram(histogram.name()).toHistogram()).isEqualTo(histogram);
      }
      assertThat(file.histogram("dir/sub/counts").weighted()).isFalse();
      assertThat(file.histogram("dir/sub/counts").entries()).isEqualTo(15);
    }
  }

  @Test
  void anyNumbersComeBackExactly() {
    SplittableRandom random = new SplittableRandom(20261123);
    double[] contents = new double[1000];
    double[] errors = new double[1000];
    for (int i = 0; i < contents.length; i++) {
      contents[i] = random.nextGaussian() * Math.pow(10, random.nextInt(-30, 30));
      errors[i] = Math.abs(random.nextGaussian()) * Math.pow(10, random.nextInt(-30, 30));
    }
    Axis axis = new Axis("x", "", Binning.uniform(1000, -0.1, 0.7));
    Histogram histogram =
        Histogram.of("h", axis, Values.of(contents), Values.of(errors), Values.of(errors));
    Path path = folder.resolve("random.root");
    RootWriter.write(path, List.of(histogram));
    try (RootFile file = RootFile.open(path)) {
      assertThat(file.histogram("h").toHistogram()).isEqualTo(histogram);
    }
  }

  @Test
  void equalHistogramsGiveEqualFiles() throws IOException {
    Path first = folder.resolve("a").resolve("out.root");
    Path second = folder.resolve("b").resolve("out.root");
    Files.createDirectories(first.getParent());
    Files.createDirectories(second.getParent());
    RootWriter.write(first, List.of(weighted("h")));
    RootWriter.write(second, List.of(weighted("h")));
    assertThat(second).hasSameBinaryContentAs(first);
  }

  @Test
  void asymmetricErrorsBecomeTheirQuadraticMean() {
    Values contents = Values.of(10);
    Histogram histogram =
        Histogram.of(
            "h", new Axis("x", "", Binning.of(0, 1)), contents, Values.of(3), Values.of(4));
    Path path = folder.resolve("asymmetric.root");
    RootWriter.write(path, List.of(histogram));
    try (RootFile file = RootFile.open(path)) {
      assertThat(file.histogram("h").error(1)).isEqualTo(Math.sqrt(12.5));
    }
  }

  @Test
  void refusesWhatTheFormatCannotHold() {
    Path path = folder.resolve("refused.root");
    assertThatThrownBy(() -> RootWriter.write(path, List.of(counts("h"), counts("h"))))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("\"h\"");
    assertThatThrownBy(
            () -> RootWriter.write(folder.resolve("missing/out.root"), List.of(counts("h"))))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("cannot be written");
    assertThat(path).doesNotExist();
  }
}
