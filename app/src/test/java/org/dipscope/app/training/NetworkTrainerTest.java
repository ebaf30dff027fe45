package org.dipscope.app.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.neural.significance.TrainingCurve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkTrainerTest {
  private static final String SMALL =
      """
      {"network": "dipscope", "channels": 8, "widths": "1", "batches": 20, "batchSize": 8,
       "validationHistograms": 20}
      """;

  @TempDir Path folder;

  @Test
  void aFewStepsOfARealTrainingLeaveANetworkAndGoOn() {
    try (TrainingBench bench = TrainingBench.real(folder)) {
      Path place = folder.resolve("small");
      bench.model.folderProperty().set(place.toString());
      bench.model.setup().textProperty().set(SMALL);
      bench.model.train();
      assertThat(bench.problems).isEmpty();
      assertThat(place)
          .isDirectoryContaining("glob:**/network.dsn")
          .isDirectoryContaining("glob:**/checkpoint.dsn")
          .isDirectoryContaining("glob:**/configuration.json");
      TrainingCurve curve = TrainingCurve.read(place, new CancelToken());
      assertThat(curve.validations()).extracting(v -> v.step()).containsExactly(20L);
      assertThat(curve.validations().getFirst().results().getFirst().halfWidth())
          .isBetween(0.1, 10.0);
      assertThat(bench.model.curves().runs()).hasSize(1);

      bench.model.train();
      assertThat(bench.problems).singleElement().asString().contains("already holds a training.");
      bench.problems.clear();

      bench.model.resume(place);
      assertThat(bench.problems).isEmpty();
      assertThat(bench.model.running().statusProperty().get()).startsWith("ended at step 20");
    }
  }
}
