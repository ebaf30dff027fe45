package org.dipscope.app.histogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.dipscope.app.figure.Readout;
import org.dipscope.app.support.JobList;
import org.dipscope.app.workspace.Bench;
import org.dipscope.app.workspace.ProjectViewModel;
import org.dipscope.app.workspace.SpectrumResult;
import org.dipscope.core.figure.Axis;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.figure.Mark;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.CountSpectrum;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.project.MassInterval;
import org.dipscope.core.project.SpectrumEntry;
import org.dipscope.core.project.ViewSettings.ContentScale;
import org.dipscope.core.project.ViewSettings.LowerPanel;
import org.dipscope.core.project.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SpectrumViewModelTest {
  private final Bench bench = new Bench();
  private final SpectrumViewModel model =
      new SpectrumViewModel(
          bench.workspace,
          bench.results,
          new StripViewModel(
              bench.workspace,
              bench.results,
              bench.live,
              new JobList(Runnable::run, bench.viewThread, System::nanoTime)));
  private final ProjectViewModel project = new ProjectViewModel(bench.workspace, bench.results);

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void theReadoutGivesTheCurveUnderThePointer() {
    assertThat(model.words(new Readout(0, 2, 452, 0)))
        .startsWith("420–500 GeV\ndata 0.290 +0.034 −0.036 pb/GeV\ntt̄ ")
        .contains("data / tt̄ = ", "pull = ")
        .containsPattern("\\(S\\+I\\)/B = [−+]\\d\\.\\d\\d % at 452 GeV");
    assertThat(model.words(new Readout(0, 0, 452, 7)))
        .isEqualTo(model.words(new Readout(0, 1, 452, 1)));
    assertThat(model.words(new Readout(0, 0, 300, 0))).contains("not fitted");
    assertThat(model.words(new Readout(0, 0, 10, 0))).isEqualTo("m_{tt̄} = 10 GeV");
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
    assertThat(SpectrumWords.between(x, y, 0.5)).isCloseTo(5, within(1e-12));
    assertThat(SpectrumWords.between(x, y, 2)).isCloseTo(0, within(1e-12));
    assertThat(SpectrumWords.between(x, y, 2.1)).isNaN();
  }

  private List<Mark> marks(int panel) {
    return model.figure().orElseThrow().columns().getFirst().panels().get(panel).marks();
  }

  @Test
  void aMaskSnapsLeavesTheFitAndIsUndoneByItsName() {
    int before = unmasked();
    model.masks().add(585, 430);
    assertThat(model.masks().masksProperty().get()).containsExactly(new MassInterval(420, 590));
    assertThat(bench.workspace.undoNameProperty().get()).isEqualTo("Mask 420–590 GeV");
    assertThat(unmasked()).isEqualTo(before - 2);
    assertThat(marks(0)).anyMatch(mark -> mark.label().equals("1 region, 2 bins masked"));
    Object surface = bench.results.surfaceProperty().get();
    model.masks().change(0, 420, 505);
    assertThat(model.masks().masksProperty().get()).containsExactly(new MassInterval(420, 500));
    assertThat(bench.results.surfaceProperty().get()).isNotSameAs(surface);
    bench.workspace.undo();
    bench.workspace.undo();
    assertThat(model.masks().masksProperty().get()).isEmpty();
    assertThat(unmasked()).isEqualTo(before);
    assertThat(bench.problems).isEmpty();
  }

  private int unmasked() {
    return Objects.requireNonNull(bench.results.spectrumProperty().get())
        .data()
        .term()
        .usedBinCount();
  }

  @Test
  void aClickOfTheMaskToolMasksOneBin() {
    Binning bins = Binning.of(0, 10, 20, 40);
    assertThat(SpectrumMasks.snap(bins, 12, 13)).isEqualTo(new MassInterval(10, 20));
    assertThat(SpectrumMasks.snap(bins, -5, 100)).isEqualTo(new MassInterval(0, 40));
    assertThat(SpectrumMasks.snap(bins, 50, 60)).isEqualTo(new MassInterval(20, 40));
  }

  @Test
  void viewsOfTheDataLeaveTheFitAlone() {
    Object surface = bench.results.surfaceProperty().get();
    double z = significance();
    model.mergeBinsProperty().set(2);
    model.contentScaleProperty().set(ContentScale.UNIT_AREA);
    model.lowerPanelProperty().set(LowerPanel.PULL);
    model.logMassProperty().set(true);
    assertThat(significance()).isEqualTo(z);
    assertThat(bench.results.surfaceProperty().get()).isSameAs(surface);
    FigureSpec figure = model.figure().orElseThrow();
    assertThat(figure.columns().getFirst().x().scale()).isEqualTo(Axis.Scale.LOG);
    assertThat(figure.columns().getFirst().panels().get(1).y().label()).contains("pred.");
    assertThat(model.stopsProperty().get().size()).isEqualTo(6);
    model.resetView();
    assertThat(model.mergeBinsProperty().get()).isEqualTo(1);
    assertThat(bench.workspace.undoNameProperty().get()).isEqualTo("Reset View");
  }

  private double significance() {
    SpectrumResult now = Objects.requireNonNull(bench.results.spectrumProperty().get());
    return Objects.requireNonNull(now.expected()).prediction().expectedSignificance();
  }

  @Test
  void otherSpectraAreDrawnOverTheShownOne() {
    SpectrumViewModel.Candidate atlas8 =
        model.candidatesProperty().get().stream()
            .filter(candidate -> candidate.name().startsWith("ATLAS 8"))
            .findFirst()
            .orElseThrow();
    model.setOverlay(atlas8, true);
    assertThat(marks(0)).anyMatch(mark -> mark.label().equals("ATLAS 8 TeV (same area)"));
    assertThat(model.candidatesProperty().get()).anyMatch(SpectrumViewModel.Candidate::drawn);
    model.setOverlay(atlas8, false);
    assertThat(marks(0)).noneMatch(mark -> mark.label().contains("same area"));
  }

  @Test
  void dataWithoutTopPairsStandAloneUntilTheUserSaysOtherwise() {
    bench.workspace.edit("Open", document -> withPhotons(document));
    assertThat(model.absenceProperty().get()).contains("Neither label, name nor source");
    assertThat(model.comparableProperty().get()).isTrue();
    assertThat(model.figure().orElseThrow().columns().getFirst().panels()).hasSize(1);
    assertThat(bench.results.surfaceProperty().get()).isNull();
    assertThat(model.words(new Readout(0, 0, 510, 0))).startsWith("500–520 GeV: 90 events\ndata ");
    double energy = bench.workspace.scenario().energyTeV();
    model.comparisonProperty().set(SpectrumEntry.Comparison.TOP_PAIRS);
    assertThat(model.absenceProperty().get()).isEmpty();
    assertThat(model.figure().orElseThrow().columns().getFirst().panels()).hasSize(3);
    assertThat(bench.results.surfaceProperty().get()).isNotNull();
    assertThat(bench.workspace.scenario().luminosityInvFb()).isEqualTo(138);
    assertThat(bench.workspace.scenario().energyTeV()).isEqualTo(energy);
    assertThat(bench.problems).isEmpty();
  }

  private static Workspace withPhotons(Workspace document) {
    CountSpectrum photons =
        new CountSpectrum(
            "photons",
            new org.dipscope.core.histogram.Axis("m_γγ", "GeV", Binning.uniform(6, 500, 620)),
            Values.of(90, 50, 20, 7, 0, 1),
            138.0,
            "");
    SpectrumEntry entry = new SpectrumEntry("photons", new SpectrumEntry.Embedded(photons, null));
    return document.edit().spectrum(entry).view(document.view().withSpectrum("photons")).done();
  }

  @Test
  void numbersHaveTheDigitsThatTheirErrorsAllow() {
    assertThat(SpectrumWords.rounded(7723.04, 17.6)).isEqualTo("7723");
    assertThat(SpectrumWords.rounded(0.28968, 0.0342)).isEqualTo("0.290");
    assertThat(SpectrumWords.rounded(0, 1.84)).isEqualTo("0.0");
    assertThat(SpectrumWords.rounded(-1.1e-5, 1.4e-6)).isEqualTo("−1.10e−05");
  }
}
