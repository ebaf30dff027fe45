package org.dipscope.app.histogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dipscope.app.figure.Readout;
import org.dipscope.app.workspace.Bench;
import org.dipscope.app.workspace.ProjectViewModel;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.histogram.Values;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SpectrumViewModelTest {
  private final Bench bench = new Bench();
  private final SpectrumViewModel model = new SpectrumViewModel(bench.workspace, bench.results);
  private final ProjectViewModel project = new ProjectViewModel(bench.workspace, bench.results);

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void theReadoutGivesTheCurveUnderThePointer() {
    assertThat(model.words(new Readout(0, 2, 512, 0)))
        .matches("m_tt̄ = 512 GeV, \\(S\\+I\\)/B = −\\d\\.\\d\\d %");
    assertThat(model.words(new Readout(0, 0, 450, 0)))
        .startsWith("420–500 GeV: data 0.2897, tt̄ ")
        .endsWith(" pb/GeV");
    assertThat(model.words(new Readout(0, 1, 450, 0))).contains("data / tt̄ = ");
    assertThat(model.words(new Readout(0, 0, 10, 0))).isEqualTo("m_tt̄ = 10 GeV");
  }

  @Test
  void aPinStaysWhileTheSlidersMoveOnAndCanBeRemoved() {
    model.pin();
    assertThat(bench.workspace.document().pinned())
        .singleElement()
        .satisfies(pin -> assertThat(pin.label()).isEqualTo("A 500 GeV, tan β = 1"));
    ProjectViewModel.Row row = project.groupsProperty().get().get(1).rows().getFirst();
    project.remove(row);
    assertThat(bench.workspace.document().pinned()).isEmpty();
  }

  @Test
  void aPinIsACurveInTheFigure() {
    FigureSpec before = model.figure().orElseThrow();
    model.pin();
    FigureSpec after = model.figure().orElseThrow();
    assertThat(after.columns().getFirst().panels().getLast().marks())
        .hasSize(before.columns().getFirst().panels().getLast().marks().size() + 1);
  }

  @Test
  void choosingDataShowsThemAtTheirEnergy() {
    ProjectViewModel.Row atlas8 = project.groupsProperty().get().getFirst().rows().get(2);
    assertThat(atlas8.text()).startsWith("ATLAS 8 TeV");
    project.select(atlas8);
    assertThat(bench.workspace.scenario().energyTeV()).isEqualTo(8);
    assertThat(model.figure().orElseThrow().description()).contains("ATLAS 8 TeV");
    assertThat(bench.problems).isEmpty();
  }

  @Test
  void withoutDataThereIsNothingToShow() {
    bench.workspace.edit("Remove all", w -> w.edit().spectra(java.util.List.of()).done());
    assertThat(model.emptyProperty().get()).isTrue();
    assertThat(model.figure()).isEmpty();
  }

  @Test
  void curvesAreReadBetweenTheirPoints() {
    Values x = Values.of(0, 1, 2);
    Values y = Values.of(0, 10, 0);
    assertThat(SpectrumViewModel.at(x, y, 0.5)).isCloseTo(5, within(1e-12));
    assertThat(SpectrumViewModel.at(x, y, 2)).isCloseTo(0, within(1e-12));
    assertThat(SpectrumViewModel.at(x, y, 2.1)).isNaN();
  }
}
