package org.dipscope.app.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dipscope.core.histogram.Values;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModelsViewModelTest {
  static final String WORKSPACE =
      """
      {"channels": [
        {"name": "SR", "samples": [
          {"name": "signal", "data": [6, 2], "modifiers": [
            {"name": "mu", "type": "normfactor", "data": null}]},
          {"name": "background", "data": [20, 30], "modifiers": [
            {"name": "scale", "type": "normfactor", "data": null},
            {"name": "rate", "type": "normsys", "data": {"hi": 1.1, "lo": 0.9}}]}]},
        {"name": "CR", "samples": [
          {"name": "background", "data": [200], "modifiers": [
            {"name": "scale", "type": "normfactor", "data": null}]}]}],
       "observations": [{"name": "SR", "data": [29, 31]}, {"name": "CR", "data": [190]}],
       "measurements": [
         {"name": "usual", "config": {"poi": "mu", "parameters": []}},
         {"name": "scaled", "config": {"poi": "scale", "parameters": [
           {"name": "mu", "inits": [2], "fixed": true}]}}],
       "version": "1.0.0"}
      """;

  @TempDir private Path folder;
  private final ModelBench bench = new ModelBench();
  private final List<String> seen = new ArrayList<>();

  @AfterEach
  void close() {
    bench.close();
  }

  private void open(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    bench.models.open(file, () -> seen.add(name));
    bench.work();
  }

  private OpenModel chosen() {
    return Objects.requireNonNull(bench.models.chosenProperty().get());
  }

  private List<String> names() {
    return bench.models.modelsProperty().get().stream().map(OpenModel::name).toList();
  }

  @ParameterizedTest
  @EnumSource
  void everyPresetIsAModelWithDataAndAParameterOfInterest(ModelPreset preset) {
    bench.models.open(preset);
    assertThat(chosen().workspace().isObserved()).isTrue();
    assertThat(chosen().poi()).isEqualTo("mu");
    assertThat(chosen().model().warnings()).isEmpty();
  }

  @Test
  void aWorkspaceIsLookedAtThroughItsMeasurements() throws IOException {
    open("w.json", WORKSPACE);
    assertThat(seen).containsExactly("w.json");
    assertThat(chosen().measurementNames()).containsExactly("usual", "scaled");
    assertThat(chosen().interesting()).containsExactly("mu", "scale");
    assertThat(bench.models.pointProperty().get()).isEqualTo(Values.of(1, 1, 0));
    bench.models.measurementProperty().set("scaled");
    bench.work();
    assertThat(chosen().poi()).isEqualTo("scale");
    assertThat(bench.models.poiProperty().get()).isEqualTo("scale");
    assertThat(bench.models.pointProperty().get())
        .as("the start of this measurement")
        .isEqualTo(Values.of(2, 1, 0));
  }

  @Test
  void anotherParameterOfInterestLeavesTheSlidersAlone() throws IOException {
    open("w.json", WORKSPACE);
    bench.models.pointProperty().set(Values.of(1.5, 1, 0.5));
    bench.models.poiProperty().set("scale");
    assertThat(chosen().model().parameters().get(chosen().model().poi()).name()).isEqualTo("scale");
    assertThat(bench.models.pointProperty().get()).isEqualTo(Values.of(1.5, 1, 0.5));
  }

  @Test
  void aFileOpenedAgainTakesItsOwnPlace() throws IOException {
    open("w.json", WORKSPACE);
    bench.models.open(ModelPreset.COUNTING);
    open("w.json", WORKSPACE.replace("29, 31", "30, 31"));
    assertThat(names()).containsExactly("w.json", "Counting, 8 on 3");
    assertThat(chosen().workspace().observed().get(0)).isEqualTo(30);
    Files.createDirectory(folder.resolve("other"));
    open("other/w.json", WORKSPACE);
    assertThat(names()).containsExactly("w.json", "Counting, 8 on 3", "w.json (2)");
    bench.models.nameProperty().set("w.json");
    bench.models.closeChosen();
    assertThat(names()).containsExactly("Counting, 8 on 3", "w.json (2)");
    assertThat(bench.models.nameProperty().get()).isEqualTo("w.json (2)");
    bench.models.closeChosen();
    bench.models.closeChosen();
    assertThat(bench.models.chosenProperty().get()).isNull();
    assertThat(bench.models.nameProperty().get()).isEmpty();
  }

  @Test
  void aFileThatIsNoModelIsToldAndNothingOpens() throws IOException {
    open("w.json", WORKSPACE.replace("normsys", "normsis"));
    assertThat(bench.problems).singleElement().asString().contains("normsis");
    assertThat(seen).isEmpty();
    assertThat(names()).isEmpty();
  }
}
