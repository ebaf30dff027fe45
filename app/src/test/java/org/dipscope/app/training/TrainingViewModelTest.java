package org.dipscope.app.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dipscope.app.training.RunningViewModel.Phase;
import org.dipscope.core.bump.generator.GeneratorSettings;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.dipscope.neural.significance.NetworkKind;
import org.dipscope.neural.significance.TrainingConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class TrainingViewModelTest {
  @TempDir Path folder;
  private TrainingBench bench;
  private TrainingViewModel model;

  @BeforeEach
  void open() {
    bench = TrainingBench.playing(folder);
    model = bench.model;
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private Phase phase() {
    return model.running().phaseProperty().get();
  }

  private String status() {
    return model.running().statusProperty().get();
  }

  @Test
  void theUsualFormIsTheUsualConfiguration() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty.json"), "{}");
    TrainingConfig usual = TrainingConfig.read(empty, new CancelToken());
    TrainingConfig form =
        TrainingConfig.parse(model.setup().textProperty().get(), empty, new CancelToken());
    assertThat(form.network()).isEqualTo(usual.network());
    assertThat(form.channels()).isEqualTo(usual.channels());
    assertThat(form.modes()).isEqualTo(usual.modes());
    assertThat(form.rate()).isEqualTo(usual.rate());
    assertThat(form.batchSize()).isEqualTo(usual.batchSize());
    assertThat(generator(form).weights()).isEqualTo(generator(usual).weights());
    assertThat(generator(form).signals()).isEqualTo(generator(usual).signals());
  }

  private static GeneratorSettings generator(TrainingConfig config) {
    return Objects.requireNonNull(config.generators().get(config.modes().getLast()));
  }

  @Test
  void whatIsTypedAsJsonIsInTheFormAndTheRestIsKept() {
    model
        .setup()
        .textProperty()
        .set(
            """
            {"network": "znet3", "widths": "1-4", "patience": 3, "bins": [40, 60],
             "backgrounds": {"functions": 1}}
            """);
    TrainingForm form = model.setup().form();
    assertThat(form.networkProperty().get()).isEqualTo(NetworkKind.ZNET3);
    assertThat(form.widthsProperty().get()).isEqualTo(TrainingForm.Widths.UP_TO_FOUR);
    assertThat(form.background("functions").get()).isEqualTo("1");
    assertThat(form.background("log-polynomial").get()).isEqualTo("0");
    assertThat(form.signal("bumps").get()).isEqualTo("0.8");
    form.number("seed").set("7");
    assertThat(model.setup().textProperty().get())
        .contains("\"seed\": 7", "\"patience\": 3", "\"bins\": [40, 60]", "\"network\": \"znet3\"");
    assertThat(model.setup().complaintProperty().get()).isEmpty();
  }

  @Test
  void aMistakeIsSaidWhereItIsAndNothingIsTrained() {
    model.setup().form().number("batchSize").set("many");
    assertThat(model.setup().complaintProperty().get())
        .isEqualTo("line 6, batchSize: \"many\" is no number. Write a number such as 1.5 or 2e-3.");
    assertThat(model.trainableBinding().get()).isFalse();
    model.train();
    assertThat(bench.orders).isEmpty();
    model.setup().form().number("batchSize").set("64");
    assertThat(model.setup().complaintProperty().get()).isEmpty();
    assertThat(model.trainableBinding().get()).isTrue();
  }

  @Test
  void examplesFollowTheConfigurationAndAreDrawnAgainOnDemand() {
    FigureSpec first = Objects.requireNonNull(model.setup().examplesProperty().get());
    assertThat(first.columns()).hasSize(4);
    model.setup().redraw();
    assertThat(model.setup().examplesProperty().get()).isNotEqualTo(first);
  }

  @Test
  void ownBackgroundsComeFromAFileAndGetWeight() throws IOException {
    StringBuilder rows = new StringBuilder("low,high,counts\n");
    for (int i = 0; i < 30; i++) {
      rows.append(i).append(',').append(i + 1).append(',').append(3000 - 90 * i).append('\n');
    }
    Path file = Files.writeString(folder.resolve("mine.csv"), rows);
    model.setup().form().addOwn(file);
    assertThat(model.setup().complaintProperty().get()).isEmpty();
    assertThat(model.setup().textProperty().get())
        .contains("\"own\": 0.2", "\"ownBackgrounds\": [\"" + file);
    model.setup().form().removeOwn(file);
    assertThat(model.setup().textProperty().get())
        .contains("\"own\": 0}")
        .doesNotContain("ownBackgrounds");
  }

  @Test
  void aConfigurationIsSavedAndOpenedAgain() {
    Path file = folder.resolve("mine.json");
    model.setup().form().number("channels").set("16");
    model.setup().save(file);
    model.setup().form().number("channels").set("32");
    model.setup().open(file);
    assertThat(model.setup().form().number("channels").get()).isEqualTo("16");
    assertThat(model.setup().textProperty().get()).contains("\"channels\": 16");
  }

  @Test
  void aTrainingIsAJobWithCurveSpeedDeviceAndMemory() {
    bench.middle =
        control -> {
          assertThat(phase()).isEqualTo(Phase.RUNNING);
          assertThat(status())
              .contains(
                  "step 50 of 100",
                  "1\u202f917 histograms/s",
                  "2 min left",
                  "0.31 GB heap",
                  "12 % waiting",
                  "CPU only, because it is played",
                  "1\u202f234 parameters");
          assertThat(bench.jobs.active().getFirst().statusProperty().get().text())
              .isEqualTo("50 %, 2 min left");
        };
    model.train();
    assertThat(bench.problems).isEmpty();
    assertThat(bench.orders).hasSize(1);
    assertThat(bench.orders.getFirst().folder())
        .isEqualTo(folder.resolve("dipscope-2026-11-25-093005"));
    assertThat(phase()).isEqualTo(Phase.IDLE);
    assertThat(status()).startsWith("ended at step 100; the network is in ");
    assertThat(bench.jobs.active()).isEmpty();
    assertThat(model.curves().runs()).hasSize(1);
    assertThat(Run.words(model.curves().runs().getFirst().curveProperty().get()))
        .isEqualTo("step 100, loss 0.500, width 1: 0.52");
    assertThat(model.figure()).isPresent();
  }

  @Test
  void itRestsAndGoesOn() {
    bench.middle =
        control -> {
          model.running().setPaused(true);
          assertThat(phase()).isEqualTo(Phase.PAUSED);
          assertThat(status()).startsWith("paused");
          model.running().setPaused(false);
          assertThat(phase()).isEqualTo(Phase.RUNNING);
          assertThat(control.goesOn()).isTrue();
        };
    model.train();
    assertThat(bench.problems).isEmpty();
    assertThat(bench.orders).hasSize(1);
  }

  @Test
  void cancellingTheJobStopsAndKeeps() {
    bench.middle =
        control -> {
          bench.jobs.active().getFirst().cancel();
          assertThat(control.goesOn()).isFalse();
          assertThat(phase()).isEqualTo(Phase.ENDING);
        };
    model.train();
    assertThat(bench.problems).isEmpty();
    assertThat(status()).startsWith("ended at step 100");
    assertThat(bench.jobs.lastMessageProperty().get()).endsWith("done");
  }

  @Test
  void whatFailsIsSaidAndTheNextTrainingCanStart() {
    bench.middle =
        control -> {
          throw new ProblemException(
              Problem.computation("The loss became NaN at step 60.", "Use a smaller rate."));
        };
    model.train();
    assertThat(bench.problems).hasSize(1);
    assertThat(bench.problems.getFirst()).contains("The loss became NaN at step 60.");
    assertThat(phase()).isEqualTo(Phase.IDLE);
    assertThat(status()).startsWith("failed at step 50; what was kept is in ");
    assertThat(model.trainableBinding().get()).isTrue();
  }

  @Test
  void aResumedTrainingShowsItsOwnConfigurationAndCurve() {
    model.train();
    assertThat(model.resumable()).isEqualTo(Optional.of(bench.orders.getFirst().folder()));
    bench.stored = "{\"network\": \"bumpnet\", \"batches\": 100}";
    bench.before = model.curves().runs().getFirst().curveProperty().get();
    model.resume(bench.orders.getFirst().folder());
    assertThat(bench.orders.getLast().resume()).isTrue();
    assertThat(model.setup().form().networkProperty().get()).isEqualTo(NetworkKind.BUMPNET);
    assertThat(model.curves().runs()).hasSize(1);
    assertThat(model.curves().runs().getFirst().curveProperty().get().progress()).hasSize(2);
  }

  @Test
  void curvesOfOtherFoldersAreLaidOverItInColoursOfTheirOwn() throws IOException {
    model.train();
    Path other = Files.createDirectory(folder.resolve("other"));
    model.curves().add(other);
    assertThat(bench.problems).singleElement().asString().contains("There is no curve.jsonl");
    Files.writeString(
        other.resolve("curve.jsonl"),
        "{\"step\":50,\"steps\":90,\"loss\":1,\"error\":1,\"memoryBytes\":1}\n");
    model.curves().add(other);
    assertThat(model.curves().runs()).extracting(Run::colour).containsExactly(1, 2);
    model.curves().remove(model.curves().runs().getFirst());
    model.curves().saveTable(folder.resolve("curves.csv"));
    assertThat(folder.resolve("curves.csv")).content().contains("\"other\",50,1.0,1.0,,");
    model.curves().remove(model.curves().runs().getFirst());
    assertThat(model.figure()).isEmpty();
  }

  @Test
  void closingTheWorkbenchEndsATrainingAtOnce() {
    List<Boolean> goingOn = new ArrayList<>();
    bench.middle =
        control -> {
          model.close();
          goingOn.add(control.goesOn());
        };
    model.train();
    assertThat(goingOn).containsExactly(false);
    assertThat(bench.tokens).singleElement().matches(CancelToken::isCancelled);
  }
}
