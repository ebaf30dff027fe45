package org.dipscope.app.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.figure.HeatMap;
import org.dipscope.core.figure.Line;
import org.dipscope.core.figure.Mark;
import org.dipscope.core.figure.Points;
import org.dipscope.core.fit.Estimate;
import org.dipscope.core.histogram.Values;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The numbers of the interference models are those of scans by an independent program (see the
 * provenance beside the presets).
 */
class FitViewModelTest {
  @TempDir private Path folder;
  private final ModelBench bench = new ModelBench();
  private final ScanViewModel scan =
      new ScanViewModel(bench.models, bench.fit, bench.jobs, bench.viewThread);
  private final SurfaceViewModel surface =
      new SurfaceViewModel(bench.models, bench.fit, bench.jobs, bench.viewThread);

  @AfterEach
  void close() {
    scan.close();
    surface.close();
    bench.close();
  }

  private void open(String text) throws IOException {
    bench.models.open(Files.writeString(folder.resolve("m.json"), text), () -> {});
    bench.work();
  }

  private static List<Mark> marks(FigureSpec figure) {
    return figure.columns().getFirst().panels().getFirst().marks();
  }

  private FigureSpec profile() {
    return Objects.requireNonNull(scan.figureProperty().get());
  }

  @Test
  void theFitOfAPresetIsThatOfTheReference() {
    Estimate mu = bench.fitted(ModelPreset.DEGENERATE).result().estimates().getFirst();
    assertThat(mu.value()).isCloseTo(1.4540, within(5e-5));
    assertThat(bench.fit.workingProperty().get()).isFalse();
  }

  @Test
  void aRateAloneHasTwoMinimaAndTwoSegments() {
    FitOutcome outcome = bench.fitted(ModelPreset.DEGENERATE_RATE);
    Sheet minima = FitTables.minima(outcome.result());
    assertThat(minima.rows()).hasSize(2);
    assertThat((double) minima.rows().get(1).get(1)).isLessThan(1e-6);
    bench.fit.show(outcome.result().minima().get(1));
    assertThat(bench.models.pointProperty().get().get(0))
        .isEqualTo((double) minima.rows().get(1).get(2));
    scan.run();
    bench.work();
    List<List<Object>> crossings =
        scan.crossingsProperty().get().rows().stream()
            .filter(row -> row.getFirst().equals("68.3 %"))
            .toList();
    assertThat(crossings).hasSize(2);
    assertThat((double) crossings.get(0).get(1)).isCloseTo(0.084, within(6e-4));
    assertThat((double) crossings.get(0).get(2)).isCloseTo(0.671, within(6e-4));
    assertThat((double) crossings.get(1).get(1)).isCloseTo(1.095, within(6e-4));
    assertThat((double) crossings.get(1).get(2)).isCloseTo(2.484, within(6e-4));
    assertThat(marks(profile())).filteredOn(Points.class::isInstance).hasSize(2);
    assertThat(scan.crossingsProperty().get().tabbed()).startsWith("level\tfrom\tto\t");
  }

  @Test
  void withoutSystematicsErrorsAreSmallerAndBothProfilesAreCompared() {
    FitOutcome full = bench.fitted(ModelPreset.PEAK_DIP_SYSTEMATICS);
    scan.run();
    bench.work();
    bench.fit.systematicsProperty().set(false);
    assertThat(bench.fit.outcomeProperty().get()).isNull();
    bench.fit.fit();
    bench.work();
    FitOutcome held = Objects.requireNonNull(bench.fit.outcomeProperty().get());
    int mu = full.result().problem().poi();
    assertThat(held.result().estimates().get(mu).error())
        .isLessThan(full.result().estimates().get(mu).error());
    assertThat(held.pulls()).isEmpty();
    scan.run();
    bench.work();
    assertThat(marks(profile())).filteredOn(Line.class::isInstance).hasSize(2);
    bench.fit.systematicsProperty().set(true);
    assertThat(bench.fit.outcomeProperty().get()).as("known, not fitted again").isEqualTo(full);
    assertThat(bench.waiting).isEmpty();
  }

  @Test
  void aStoppedScanKeepsItsPointsAndSaysSo() {
    bench.fitted(ModelPreset.PEAK_DIP_SYSTEMATICS);
    scan.run();
    scan.figureProperty()
        .subscribe(
            now -> {
              if (now != null) {
                scan.scanning().cancel();
              }
            });
    bench.work();
    assertThat(scan.scanning().stateProperty().get()).contains("stopped early");
    assertThat(scan.scanning().workingProperty().get()).isFalse();
    Line line =
        marks(profile()).stream()
            .filter(Line.class::isInstance)
            .map(Line.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(line.y().map(y -> Double.isNaN(y) ? 0 : 1).sum()).isBetween(1.0, 60.0);
    assertThat(scan.crossingsProperty().get().rows()).isEmpty();
    assertThat(bench.problems).isEmpty();
  }

  @Test
  void aSurfaceMarksItsMinimumAndAClickMovesBothSliders() {
    bench.fitted(ModelPreset.PEAK_DIP_SYSTEMATICS);
    assertThat(surface.x().parameterProperty().get()).isEqualTo("mu");
    assertThat(surface.y().parameterProperty().get()).isEqualTo("mass slope");
    surface.x().pointsProperty().set("9");
    surface.y().pointsProperty().set("7");
    surface.run();
    bench.work();
    List<Mark> marks = marks(Objects.requireNonNull(surface.figureProperty().get()));
    assertThat(marks).filteredOn(HeatMap.class::isInstance).hasSize(1);
    assertThat(marks).filteredOn(m -> m.label().equals("best fit")).hasSize(1);
    surface.pick(0.7, 99);
    Values point = bench.models.pointProperty().get();
    FitOutcome outcome = Objects.requireNonNull(bench.fit.outcomeProperty().get());
    assertThat(point.get(outcome.result().problem().index("mu"))).isEqualTo(0.7);
    assertThat(point.get(outcome.result().problem().index("mass slope")))
        .as("within its bounds")
        .isEqualTo(5);
  }

  @Test
  void whatIsTypedWrongIsSaid() {
    bench.fitted(ModelPreset.PURE_DIP);
    scan.axis().lowProperty().set("-1");
    scan.run();
    assertThat(scan.complaintProperty().get()).contains("mu enters with a root");
    scan.axis().lowProperty().set("3");
    scan.axis().highProperty().set("x");
    scan.run();
    assertThat(scan.complaintProperty().get()).contains("two rising numbers");
    surface.y().parameterProperty().set("mu");
    surface.run();
    assertThat(surface.complaintProperty().get()).contains("two different parameters");
    assertThat(bench.waiting).isEmpty();
  }

  @Test
  void aModelThatCannotExplainItsDataNamesTheBin() throws IOException {
    open("{\"bins\": {\"background\": [10, 0], \"signal\": [5, 0]}, \"observed\": [12, 4]}");
    bench.fit.fit();
    bench.work();
    FitOutcome outcome = bench.fit.outcomeProperty().get();
    String said = outcome == null ? bench.fit.failureProperty().get() : FitTables.warnings(outcome);
    assertThat(said).contains("bin 2 of channel bins").contains("mu =");
  }

  @Test
  void nothingObservedIsNotFitted() throws IOException {
    open("{\"bins\": {\"background\": [10], \"signal\": [5]}}");
    bench.fit.setVisible(true);
    assertThat(bench.fit.failureProperty().get()).contains("Nothing was observed");
    assertThat(bench.waiting).isEmpty();
  }

  @Test
  void anotherModelDropsTheFitAndIsFittedWhenSeen() {
    bench.fitted(ModelPreset.COUNTING);
    bench.models.open(ModelPreset.BUMP);
    assertThat(bench.fit.outcomeProperty().get()).isNull();
    assertThat(bench.waiting).as("nobody looks").isEmpty();
    bench.fit.setVisible(true);
    assertThat(bench.fit.workingProperty().get()).isTrue();
    bench.fit.cancel();
    bench.work();
    assertThat(bench.fit.outcomeProperty().get()).isNull();
    assertThat(bench.fit.workingProperty().get()).isFalse();
  }

  @Test
  void pullsAndCorrelationsAreSortedAndCut() {
    try (PullsViewModel pulls = new PullsViewModel(bench.fit);
        CorrelationViewModel correlations = new CorrelationViewModel(bench.fit)) {
      bench.fitted(ModelPreset.PEAK_DIP_SYSTEMATICS);
      assertThat(pulls.shown().tableProperty().get().rows().getFirst().getFirst())
          .isEqualTo("mass slope");
      pulls.orderProperty().set(PullsViewModel.Order.PULL);
      assertThat(pulls.shown().tableProperty().get().rows().getFirst().getFirst())
          .isEqualTo("background rate");
      assertThat(correlations.shown().tableProperty().get().rows()).hasSize(4);
      correlations.thresholdProperty().set(0.4);
      assertThat(correlations.shown().tableProperty().get().rows())
          .extracting(List::getFirst)
          .containsExactly("mass slope", "mu");
      assertThat(correlations.shown().remarkProperty().get())
          .isEqualTo("2 of 4 parameters left out");
      correlations.orderProperty().set(CorrelationViewModel.Order.POI);
      assertThat(correlations.shown().tableProperty().get().rows().getFirst().getFirst())
          .isEqualTo("mu");
      assertThat(pulls.shown().tableProperty().get().csv()).contains("\nmass slope,");
    }
  }
}
