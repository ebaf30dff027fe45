package org.dipscope.neural.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.problem.ProblemException;
import org.dipscope.neural.training.ArrayFile;
import org.dipscope.neural.training.ComputeDevice;
import org.dipscope.neural.training.Precision;
import org.dipscope.neural.training.TrainingControl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignificanceTrainingTest {
  @TempDir private Path folder;

  private static final ComputeDevice CPU = ComputeDevice.choose(ComputeDevice.Choice.CPU, 1);

  private TrainingConfig config(String network, int checkpointEvery) throws IOException {
    Path file = folder.resolve("config.json");
    Files.writeString(
        file,
        """
        {"network": "%s", "channels": 8, "batchSize": 8, "batches": 100, "seed": 3,
         "warmUp": 10, "checkpointEvery": %d, "validateEvery": 1000,
         "validationHistograms": 20, "bins": [30, 40]}
        """
            .formatted(network, checkpointEvery));
    return TrainingConfig.read(file, new CancelToken());
  }

  private Path newFolder(String name) throws IOException {
    return Files.createDirectories(folder.resolve(name));
  }

  private static List<TrainingProgress> train(
      TrainingConfig config, Path to, boolean resume, CancelToken token, long cancelAt) {
    List<TrainingProgress> curve = new ArrayList<>();
    try (SignificanceTraining training =
        new SignificanceTraining(config, to, resume, CPU, 2, token)) {
      training.run(
          new TrainingControl(),
          progress -> {
            curve.add(progress);
            if (progress.step() == cancelAt) {
              token.cancel();
            }
          });
    } catch (java.util.concurrent.CancellationException killed) {
      assertThat(cancelAt).isPositive();
    }
    return curve;
  }

  @ParameterizedTest
  @ValueSource(strings = {"dipscope", "bumpnet", "znet3"})
  void aKilledTrainingGoesOnToTheSameCurve(String network) throws IOException {
    TrainingConfig config = config(network, 25);
    Path whole = newFolder("whole");
    Path killed = newFolder("killed");
    List<TrainingProgress> expected = train(config, whole, false, new CancelToken(), -1);
    train(config, killed, false, new CancelToken(), 50);
    List<TrainingProgress> rest = train(config, killed, true, new CancelToken(), -1);

    assertThat(expected).hasSize(2);
    assertThat(rest).hasSize(1);
    assertThat(rest.getFirst().loss()).isEqualTo(expected.getLast().loss());
    assertThat(weights(killed)).isEqualTo(weights(whole));
  }

  private static float[] weights(Path folder) {
    return ArrayFile.read(folder.resolve(SignificanceTraining.CHECKPOINT))
        .arrays()
        .values()
        .iterator()
        .next();
  }

  @Test
  void learningMakesTheLossSmaller() throws IOException {
    List<TrainingProgress> curve =
        train(config("dipscope", 1000), newFolder("a"), false, new CancelToken(), -1);

    assertThat(curve.getLast().loss()).isLessThan(curve.getFirst().loss());
    assertThat(curve.getLast().histogramsPerSecond()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dipscope", "bumpnet", "znet3"})
  void mixedPrecisionLearnsTheSame(String network) throws IOException {
    TrainingConfig single = config(network, 1000);
    Path file = folder.resolve("config.json");
    Files.writeString(
        file, Files.readString(file).replaceFirst("\\{", "{\"precision\": \"mixed\", "));
    TrainingConfig mixed = TrainingConfig.read(file, new CancelToken());

    List<TrainingProgress> expected = train(single, newFolder("a"), false, new CancelToken(), -1);
    List<TrainingProgress> found = train(mixed, newFolder("b"), false, new CancelToken(), -1);

    assertThat(mixed.precision()).isEqualTo(Precision.MIXED);
    assertThat(found.getFirst().loss()).isNotEqualTo(expected.getFirst().loss());
    for (int k = 0; k < expected.size(); k++) {
      assertThat(found.get(k).loss()).isCloseTo(expected.get(k).loss(), withinPercentage(1));
    }
  }

  @Test
  void aNetworkKnowsTheContentsOfItsTraining() throws IOException {
    Path file = folder.resolve("wide.json");
    Files.writeString(
        file,
        "{\"batches\": 1, \"batchSize\": 2, \"validationHistograms\": 10, \"contents\": [5, 1e6]}");
    Path to = newFolder("wide");
    train(TrainingConfig.read(file, new CancelToken()), to, false, new CancelToken(), -1);

    try (SignificanceNetwork network =
        SignificanceNetwork.open(to.resolve(SignificanceTraining.NETWORK), CPU)) {
      assertThat(network.info().lowestContent()).isEqualTo(5);
      assertThat(network.info().highestContent()).isEqualTo(1e6);
    }
  }

  @Test
  void nothingOfABatchIsLeft() throws IOException {
    try (SignificanceTraining training =
        new SignificanceTraining(
            config("dipscope", 1000), newFolder("a"), false, CPU, 1, new CancelToken())) {
      List<Integer> arrays = new ArrayList<>();
      training.run(new TrainingControl(), progress -> arrays.add(training.arrayCount()));

      assertThat(arrays).hasSize(2);
      assertThat(arrays.getLast()).isEqualTo(arrays.getFirst());
    }
  }

  @Test
  void aStoppedTrainingKeepsWhatItLearnt() throws IOException {
    Path to = newFolder("a");
    TrainingControl control = new TrainingControl();
    try (SignificanceTraining training =
        new SignificanceTraining(config("bumpnet", 1000), to, false, CPU, 1, new CancelToken())) {
      training.run(control, progress -> control.stop());
      assertThat(training.step()).isEqualTo(50);
    }
    try (SignificanceNetwork network =
        SignificanceNetwork.open(to.resolve(SignificanceTraining.NETWORK), CPU)) {
      double[] counts = new double[50];
      java.util.Arrays.fill(counts, 100);
      Significance found = network.significance(List.of(counts), Mode.NARROW).getFirst();
      assertThat(found.z().size()).isEqualTo(50);
      assertThat(network.info().histograms()).isEqualTo(400);
    }
  }

  @Test
  void resumingNeedsTheSameNetwork() throws IOException {
    Path to = newFolder("a");
    TrainingConfig config = config("dipscope", 10);
    assertThatThrownBy(() -> new SignificanceTraining(config, to, true, CPU, 1, new CancelToken()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("There is no checkpoint.dsn");
    train(config, to, false, new CancelToken(), 50);
    TrainingConfig other = config("bumpnet", 10);
    assertThatThrownBy(() -> new SignificanceTraining(other, to, true, CPU, 1, new CancelToken()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("another network");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"channel\": 8}",
        "{\"network\": \"resnet\"}",
        "{\"batches\": 1.5}",
        "{\"batches\": -1}",
        "{\"bins\": [30]}",
        "{\"widths\": \"2\"}",
        "{\"precision\": \"half\"}",
        "{\"signals\": {\"bump\": 1}}",
        "{\"backgrounds\": {\"functions\": 0}}",
        "{\"backgrounds\": {\"own\": 1}}",
        "[1]",
        "{"
      })
  void aBadConfigurationIsExplained(String json) throws IOException {
    Path file = folder.resolve("bad.json");
    Files.writeString(file, json);

    assertThatThrownBy(() -> TrainingConfig.read(file, new CancelToken()))
        .isInstanceOf(ProblemException.class);
  }
}
