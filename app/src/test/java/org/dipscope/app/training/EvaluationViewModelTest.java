package org.dipscope.app.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.dipscope.neural.significance.EvaluationFigure.By;
import org.dipscope.neural.significance.NetworkEvaluation.Row;
import org.dipscope.neural.significance.Performance;
import org.dipscope.neural.significance.Slice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class EvaluationViewModelTest {
  @TempDir Path folder;
  private TrainingBench bench;
  private EvaluationViewModel model;

  @BeforeEach
  void open() {
    bench = TrainingBench.playing(folder);
    model = bench.model.evaluation();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private static Row row(String sample, String estimator, double halfWidth) {
    Performance all = new Performance(sample, 40, -0.1, 0.6, halfWidth, 1.1, 0.01);
    Slice slice = new Slice(30, 45, 0.52, all);
    return new Row(
        estimator,
        0.43,
        all,
        Map.of("bins", List.of(slice)),
        Values.of(1, 2, 3),
        Values.of(1.5, 2, 2.5));
  }

  private void playing(Row... rows) {
    bench.evaluator =
        (order, listener, token) -> {
          for (int k = 0; k < rows.length; k++) {
            token.throwIfCancelled();
            listener.evaluated(rows[k], (k + 1.0) / rows.length);
          }
        };
  }

  @Test
  void theNetworkThatShipsIsEvaluatedFirst() {
    model.evaluate();
    assertThat(bench.evaluated).containsExactly(new Evaluator.Order(null, 2000, true));
    assertThat(model.runningProperty().get()).isFalse();
    assertThat(model.figureProperty().get()).isNull();
  }

  @Test
  void theFirstSampleIsDrawnWithAllItsEstimators() {
    playing(row("a", "bumpnet", 0.5), row("a", "profile", 1.9), row("b", "bumpnet", 0.6));
    model.byProperty().set(By.BINS);
    model.evaluate();

    assertThat(model.rows()).hasSize(3);
    assertThat(Objects.requireNonNull(model.selectedProperty().get()).overall().sample())
        .isEqualTo("a");
    assertThat(Objects.requireNonNull(model.figureProperty().get()).description())
        .isEqualTo("Evaluation on a by bins");
    model.selectedProperty().set(model.rows().getLast());
    assertThat(Objects.requireNonNull(model.figureProperty().get()).description()).contains("on b");
  }

  @Test
  void whatWasFoundBeforeAStopIsKept() {
    bench.evaluator =
        (order, listener, token) -> {
          listener.evaluated(row("a", "bumpnet", 0.5), 0.1);
          model.stop();
          listener.evaluated(row("b", "bumpnet", 0.5), 0.2);
        };
    model.evaluate();

    assertThat(model.rows()).extracting(r -> r.overall().sample()).contains("a");
    assertThat(model.runningProperty().get()).isFalse();
    assertThat(bench.problems).isEmpty();
  }

  @Test
  void aFailureIsTold() {
    bench.evaluator =
        (order, listener, token) -> {
          throw new ProblemException(Problem.badInput("The file is damaged.", "Take another."));
        };
    model.evaluate();

    assertThat(bench.problems).singleElement().asString().contains("damaged");
    assertThat(model.runningProperty().get()).isFalse();
  }

  @Test
  void theTableHoldsSamplesAndSlices() throws IOException {
    playing(row("functions, width 1", "bumpnet", 0.5));
    model.evaluate();
    Path file = folder.resolve("table.csv");
    model.save(file);

    assertThat(Files.readAllLines(file))
        .containsExactly(
            "sample,estimator,by,low,high,histograms,bias,deviation,halfWidth,limit,pullWidth,"
                + "spurious",
            "\"functions, width 1\",bumpnet,all,,,40,-0.1,0.6,0.5,0.43,1.1,0.01",
            "\"functions, width 1\",bumpnet,bins,30.0,45.0,40,-0.1,0.6,0.5,0.52,1.1,0.01");
  }
}
