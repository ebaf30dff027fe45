package org.dipscope.neural.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.figure.Line;
import org.dipscope.core.figure.Panel;
import org.dipscope.core.figure.ReferenceLine;
import org.dipscope.core.problem.ProblemException;
import org.dipscope.neural.significance.TrainingCurve.Validation;
import org.dipscope.neural.significance.TrainingFigure.Look;
import org.dipscope.neural.significance.TrainingFigure.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingCurveTest {
  private static final Performance NARROW =
      new Performance("width 1", 2000, -0.1, 0.6, 0.5, 1.1, 0.001);
  private static final Performance WITHOUT_ERRORS =
      new Performance("widths 1-4", 2000, -0.2, 1.3, 0.9, Double.NaN, 0.002);

  @TempDir Path folder;

  private static TrainingProgress stretch(long step) {
    return new TrainingProgress(
        step, 1000, 1.0 / step, 0.9, 0.5, 0.003, 2000, 12.5, 0.1, 300_000_000);
  }

  private static TrainingCurve curve(int stretches) {
    return new TrainingCurve(
        java.util.stream.IntStream.rangeClosed(1, stretches)
            .mapToObj(i -> stretch(50L * i))
            .toList(),
        List.of(new Validation(100, List.of(NARROW, WITHOUT_ERRORS))));
  }

  private void write(TrainingCurve curve) throws IOException {
    try (CurveFile file = CurveFile.open(folder.resolve(CurveFile.NAME), 0)) {
      curve.progress().forEach(p -> file.add(CurveFile.line(p)));
      curve.validations().forEach(v -> file.add(CurveFile.line(v.step(), v.results())));
    }
  }

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    write(curve(3));
    assertThat(TrainingCurve.read(folder, new CancelToken())).isEqualTo(curve(3));
  }

  @Test
  void aLineThatIsBeingWrittenIsLeftOut() throws IOException {
    write(curve(2));
    Files.writeString(
        folder.resolve(CurveFile.NAME), "{\"step\":150,\"ste", StandardOpenOption.APPEND);
    assertThat(TrainingCurve.read(folder, new CancelToken())).isEqualTo(curve(2));
  }

  @Test
  void aTrainingThatGoesOnForgetsWhatCameAfterItsCheckpoint() throws IOException {
    write(curve(4));
    try (CurveFile file = CurveFile.open(folder.resolve(CurveFile.NAME), 120)) {
      file.add(CurveFile.line(stretch(150)));
    }
    assertThat(TrainingCurve.read(folder, new CancelToken()).progress())
        .extracting(TrainingProgress::step)
        .containsExactly(50L, 100L, 150L);
  }

  @Test
  void aFolderWithoutCurveAndADamagedOneAreSaidSo() throws IOException {
    assertThatThrownBy(() -> TrainingCurve.read(folder, new CancelToken()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("There is no curve.jsonl in");
    Files.writeString(folder.resolve(CurveFile.NAME), "{\"step\":50,\"loss\":1}\n");
    assertThatThrownBy(() -> TrainingCurve.read(folder, new CancelToken()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("line 1")
        .hasMessageContaining("\"steps\" is missing");
  }

  @Test
  void aTableHasARowForEveryStretchAndEverySample() {
    List<String> rows = curve(2).csv("a \"small\" one").lines().toList();
    assertThat(rows).hasSize(4);
    int columns = TrainingCurve.csvHeader().split(",", -1).length;
    assertThat(rows).allSatisfy(row -> assertThat(row.split(",", -1)).hasSize(columns));
    assertThat(rows.getFirst())
        .startsWith("\"a \"\"small\"\" one\",50,0.02,0.9,0.5,0.003,2000.0,0.1,300000000,");
    assertThat(rows.getLast()).endsWith("widths 1-4,2000,-0.2,1.3,0.9,,0.002");
  }

  @Test
  void theFigureKeepsEveryPointAndDrawsTheLimitsOfWhatIsLearnt() {
    FigureSpec figure =
        TrainingFigure.of(List.of(new Run("one", 1, curve(400))), new Look(true, true));
    Panel loss = figure.columns().getFirst().panels().getFirst();
    assertThat(loss.marks().stream().map(mark -> ((Line) mark).y().size()))
        .as("the raw trace and the running mean")
        .containsExactly(400, 400);
    Panel widths = figure.columns().getLast().panels().getFirst();
    assertThat(widths.marks().stream().filter(ReferenceLine.class::isInstance))
        .extracting(mark -> ((ReferenceLine) mark).value())
        .containsExactly(0.43, 0.56, 0.84, 1.15);
  }

  @Test
  void theRunningMeanFollowsTheFallAtTheBeginningAndQuietsTheNoiseLater() {
    double[] y = new double[400];
    for (int i = 0; i < y.length; i++) {
      y[i] = i < 3 ? 10 - 3 * i : i % 2;
    }
    double[] mean = TrainingFigure.smoothed(y);
    assertThat(mean[0]).isEqualTo(10);
    assertThat(mean[1]).isEqualTo(7);
    assertThat(mean[300]).isBetween(0.45, 0.55);
  }
}
