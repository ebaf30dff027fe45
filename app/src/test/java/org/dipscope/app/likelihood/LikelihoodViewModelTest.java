package org.dipscope.app.likelihood;

import static org.assertj.core.api.Assertions.assertThat;

import org.dipscope.app.figure.Readout;
import org.dipscope.app.support.JobList;
import org.dipscope.app.workspace.Bench;
import org.dipscope.app.workspace.Edits;
import org.dipscope.app.workspace.SurfaceResult;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.project.CouplingChoice;
import org.dipscope.core.project.ScanParameter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LikelihoodViewModelTest {
  private final Bench bench = new Bench();
  private final JobList jobs = new JobList(Runnable::run, bench.viewThread, System::nanoTime);
  private final LikelihoodViewModel model =
      new LikelihoodViewModel(
          bench.workspace, bench.results, bench.live, jobs, Workers.callerOnly());

  @AfterEach
  void close() {
    model.close();
    bench.close();
  }

  private SurfaceResult surface() {
    return java.util.Objects.requireNonNull(bench.results.surfaceProperty().get());
  }

  private void move(ScanParameter parameter, double value) {
    bench.workspace.adjust("Move", w -> Edits.with(w, s -> s.with(parameter, value)));
  }

  @Test
  void aSliderThatIsAnAxisMovesTheMarkerOnly() {
    SurfaceResult before = surface();
    Object figure = model.surfaceProperty().get();
    move(ScanParameter.MASS, 640);
    move(ScanParameter.TAN_BETA, 2);
    assertThat(surface()).isSameAs(before);
    assertThat(model.surfaceProperty().get()).isNotEqualTo(figure);
  }

  @Test
  void aSliderThatIsNoAxisChangesTheSurface() {
    SurfaceResult before = surface();
    bench.workspace.edit("Resolution", w -> Edits.with(w, s -> s.edit().resolution(0.15).done()));
    assertThat(surface()).isNotSameAs(before);
  }

  @Test
  void statisticsOnlyChangesTheSurface() {
    SurfaceResult before = surface();
    model.settings().systematicsProperty().set(false);
    assertThat(surface()).isNotSameAs(before);
    assertThat(bench.workspace.undoNameProperty().get()).isEqualTo("Systematics");
  }

  @Test
  void clickingSetsBothSlidersExactly() {
    model.pick(new Readout(0, 0, 612.3456, 1.2345));
    assertThat(bench.workspace.scenario().scalar().massGeV()).isEqualTo(612.3456);
    assertThat(bench.workspace.scenario().scalar().coupling())
        .isEqualTo(new CouplingChoice.TypeTwo(1.2345));
  }

  @Test
  void clickingTheProfileSetsOneSlider() {
    model.pickProfile(new Readout(0, 0, 2.5, 1));
    assertThat(bench.workspace.scenario().scalar().massGeV()).isEqualTo(500);
    assertThat(bench.workspace.scenario().scalar().coupling())
        .isEqualTo(new CouplingChoice.TypeTwo(2.5));
  }

  @Test
  void axesThatExcludeEachOtherGiveWay() {
    model.settings().xParameterProperty().set(ScanParameter.COUPLING);
    assertThat(model.settings().yParameterProperty().get()).isEqualTo(ScanParameter.MASS);
    model.settings().yParameterProperty().set(ScanParameter.TAN_BETA);
    assertThat(model.settings().xParameterProperty().get()).isEqualTo(ScanParameter.MASS);
    assertThat(bench.problems).isEmpty();
  }

  @Test
  void everyPossiblePairOfAxesHasASurface() {
    for (ScanParameter x : ScanParameter.values()) {
      model.settings().xParameterProperty().set(x);
      model
          .settings()
          .setRanges(
              model.settings().axes().horizontal().low(),
              model.settings().axes().horizontal().high(),
              model.settings().axes().vertical().low(),
              model.settings().axes().vertical().high());
      assertThat(surface().axes()).isEqualTo(bench.workspace.document().likelihood());
      assertThat(surface().surface().minima()).isNotEmpty();
    }
    assertThat(bench.problems).isEmpty();
  }

  @Test
  void theReadoutNamesBothParametersAndTheLikelihood() {
    assertThat(model.words(new Readout(0, 0, 512, 1)))
        .startsWith("mass = 512 GeV, tan β = 1")
        .contains("−2Δ ln L = ");
    assertThat(model.words(new Readout(0, 0, 5000, 1))).endsWith("–");
  }
}
