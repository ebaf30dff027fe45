package org.dipscope.app.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.dipscope.app.figure.Readout;
import org.dipscope.app.support.JobList;
import org.dipscope.app.workspace.Bench;
import org.dipscope.app.workspace.DataEntry;
import org.dipscope.app.workspace.Edits;
import org.dipscope.core.analysis.BlindSpotMap;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.project.ScanParameter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BlindSpotViewModelTest {
  private final Bench bench = new Bench();
  private final JobList jobs = new JobList(Runnable::run, bench.viewThread, System::nanoTime);
  private final LikelihoodViewModel model =
      new LikelihoodViewModel(
          bench.workspace, bench.results, bench.live, jobs, Workers.callerOnly());
  private final BlindSpotViewModel spots = model.blindSpots();

  @AfterEach
  void close() {
    model.close();
    bench.close();
    assertThat(bench.problems).isEmpty();
  }

  private void showCounts() {
    bench.workspace.edit(
        "Show",
        w ->
            w.spectra().stream()
                .flatMap(entry -> bench.workspace.entry(entry).stream())
                .filter(DataEntry::isCounted)
                .findFirst()
                .map(entry -> Edits.select(w, entry))
                .orElseThrow());
  }

  private void show(Hunter hunter) {
    spots.hunterProperty().set(hunter);
    spots.onProperty().set(true);
  }

  private String title() {
    FigureSpec figure = Objects.requireNonNull(model.mapProperty().get());
    return figure.columns().getFirst().panels().getFirst().titleLeft()
        + " | "
        + figure.columns().getFirst().panels().getFirst().titleRight();
  }

  private void move(ScanParameter parameter, double value) {
    bench.workspace.adjust("Move", w -> Edits.with(w, s -> s.with(parameter, value)));
  }

  @Test
  void nothingIsComputedBeforeTheMapIsAskedFor() {
    showCounts();
    assertThat(spots.map()).isEmpty();
    assertThat(model.surface()).contains(model.surfaceProperty().get());
  }

  @Test
  void aMeasuredCrossSectionSaysWhyThereIsNoMap() {
    show(Hunter.KNOWN);
    assertThat(spots.messageProperty().get()).contains("event counts", "pseudo-data");
    assertThat(model.surface()).isEmpty();
    showCounts();
    assertThat(spots.messageProperty().get()).isEmpty();
    assertThat(model.surface()).isPresent();
  }

  @Test
  void theMapStandsInThePlaceOfTheSurfaceAndOfItsExport() {
    showCounts();
    show(Hunter.PROFILE);
    assertThat(title())
        .startsWith("Bump hunt: profile likelihood, 1 bin | A, physical Γ, 8 %")
        .endsWith("140 fb^{−1}");
    assertThat(spots.badgeProperty().get()).isEmpty();
    assertThat(model.surface()).contains(model.mapProperty().get());
    assertThat(model.surface().orElseThrow().description())
        .contains("Hunted from ", "its background does not describe top pairs");
    spots.onProperty().set(false);
    assertThat(model.surface()).contains(model.surfaceProperty().get());
    assertThat(spots.map()).isEmpty();
  }

  @Test
  void theExpectedZAtTheSlidersIsTheKeyNumber() {
    showCounts();
    show(Hunter.KNOWN);
    BlindSpotMap map = spots.map().orElseThrow();
    for (int column : new int[] {1, 3}) {
      move(ScanParameter.MASS, map.grid().x().value(column));
      move(ScanParameter.TAN_BETA, map.grid().y().value(1));
      double key =
          Objects.requireNonNull(
                  Objects.requireNonNull(bench.results.spectrumProperty().get()).expected())
              .prediction()
              .expectedSignificance();
      assertThat(map.at(column, 1).expectedZ()).isCloseTo(key, within(1e-3 * key));
    }
    assertThat(spots.map()).containsSame(map);
  }

  @Test
  void theMapFollowsTheLuminosityAndTheHunt() {
    showCounts();
    show(Hunter.KNOWN);
    BlindSpotMap before = spots.map().orElseThrow();
    spots.manyWidthsProperty().set(true);
    assertThat(spots.map().orElseThrow().hunt().name()).isEqualTo("known background, 1–4 bins");
    model.settings().systematicsProperty().set(false);
    BlindSpotMap statistics = spots.map().orElseThrow();
    assertThat(statistics.at(1, 1).expectedZ()).isGreaterThan(before.at(1, 1).expectedZ());
    bench.workspace.edit("L", w -> Edits.with(w, s -> s.edit().luminosityInvFb(35).done()));
    assertThat(spots.map().orElseThrow().at(1, 1).expectedZ())
        .isCloseTo(statistics.at(1, 1).expectedZ() / 2, within(0.02));
    assertThat(title()).endsWith(", 35 fb^{−1}");
  }

  @Test
  void thePointerReadsBothSearchesAndAClickSetsTheSliders() {
    showCounts();
    show(Hunter.BUMP_HUNTER);
    assertThat(model.words(new Readout(0, 0, 550, 1.1)))
        .startsWith("mass = 550 GeV, tan β = 1.10\nexpected Z ")
        .contains("bump z +", " GeV, dip z −");
    assertThat(model.words(new Readout(0, 0, 5000, 1))).endsWith("–");
    FigureSpec before = model.mapProperty().get();
    model.pick(new Readout(0, 0, 612.3456, 1.2345));
    assertThat(bench.workspace.scenario().scalar().massGeV()).isEqualTo(612.3456);
    assertThat(model.mapProperty().get()).isNotEqualTo(before);
  }
}
