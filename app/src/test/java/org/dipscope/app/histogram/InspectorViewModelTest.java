package org.dipscope.app.histogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.dipscope.app.support.JobList;
import org.dipscope.app.workspace.Bench;
import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.CountSpectrum;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.project.SpectrumEntry;
import org.dipscope.core.project.StripDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InspectorViewModelTest {
  private final Bench bench = new Bench();
  private final JobList jobs = new JobList(Runnable::run, bench.viewThread, System::nanoTime);
  private final StripViewModel strip =
      new StripViewModel(bench.workspace, bench.results, bench.live, jobs);
  private final SpectrumViewModel spectrum =
      new SpectrumViewModel(bench.workspace, bench.results, strip);
  private final InspectorViewModel inspector =
      new InspectorViewModel(strip, bench.results, bench.live);

  @AfterEach
  void close() {
    inspector.close();
    strip.close();
    bench.close();
    assertThat(bench.problems).isEmpty();
  }

  /** A falling spectrum with a bump at 1110 GeV of two bins. */
  private void show() {
    Binning bins = Binning.uniform(60, 500, 1700);
    double[] counts = new double[bins.count()];
    for (int i = 0; i < counts.length; i++) {
      double x = (bins.centre(i) - 1110) / 40;
      counts[i] =
          Math.rint(20_000 * Math.exp(-(bins.centre(i) - 500) / 300))
              + Math.rint(250 * Math.exp(-0.5 * x * x));
    }
    CountSpectrum photons =
        new CountSpectrum(
            "two photons", new Axis("m_γγ", "GeV", bins), Values.of(counts), 138.0, "");
    SpectrumEntry entry = new SpectrumEntry("photons", new SpectrumEntry.Embedded(photons, null));
    bench.workspace.edit(
        "Add", w -> w.edit().spectrum(entry).view(w.view().withSpectrum("photons")).done());
    strip.definitionProperty().set(StripDefinition.PROFILE);
  }

  private InspectedPlace.Spot spot() {
    return Objects.requireNonNull(inspector.spotProperty().get());
  }

  @Test
  void withoutAStripItSaysWhatToDo() {
    assertThat(inspector.headlineProperty().get()).contains("cross-section");
    show();
    assertThat(inspector.headlineProperty().get()).startsWith("bump at 1110 GeV, σ 20 GeV: z +");
    strip.definitionProperty().set(StripDefinition.OFF);
    assertThat(inspector.headlineProperty().get()).startsWith("No strip:");
    assertThat(inspector.map().figureProperty().get()).isNull();
    assertThat(inspector.stability().figureProperty().get()).isNull();
    assertThat(inspector.response().figureProperty().get()).isNull();
  }

  @Test
  void theStrongestCandidateIsShownInAllThreeFigures() {
    show();
    assertThat(spot().mass()).isCloseTo(1110, within(1e-9));
    assertThat(inspector.map().wordsProperty().get())
        .startsWith("Best width here: σ 2 bins = 40 GeV, z +")
        .contains("at any mass and width", "look for 1–4 bins");
    assertThat(inspector.stability().wordsProperty().get()).contains("table: z");
    assertThat(inspector.response().wordsProperty().get())
        .startsWith("Slope ")
        .contains("with what the data hold there", "Joint fit: slope ");
    strip.manyWidthsProperty().set(true);
    assertThat(spot().width()).isCloseTo(40, within(1e-9));
    assertThat(inspector.stability().wordsProperty().get()).startsWith("Stable: z");
    assertThat(inspector.map().wordsProperty().get()).doesNotContain("⚠");
    assertThat(inspector.words(1110, 2)).startsWith("1110 GeV\nσ 2.00 bins = 40 GeV\nz = +");
  }

  @Test
  void anotherPlaceIsChosenInTheStripAndInTheMap() {
    show();
    inspector.choose(903);
    assertThat(spot()).isEqualTo(new InspectedPlace.Spot(910, 20));
    inspector.chooseInBins(1300, 3.9);
    assertThat(spot().mass()).isEqualTo(1310);
    assertThat(spot().width()).isCloseTo(80, within(1e-6));
    inspector.chooseInBins(5000, 1);
    assertThat(spot().mass()).isEqualTo(1310);
    strip.definitionProperty().set(StripDefinition.JOINT_FIT);
    assertThat(spot().mass()).isEqualTo(1310);
    inspector.chooseStrongest();
    assertThat(spot().mass()).isEqualTo(1110);
  }

  @Test
  void itFollowsTheInjectedSignal() {
    show();
    strip.definitionProperty().set(StripDefinition.JOINT_FIT);
    String response = inspector.response().wordsProperty().get();
    strip.injection().activeProperty().set(true);
    strip.injection().place(1390);
    strip.injection().zProperty().set(-12);
    assertThat(spot().mass()).isCloseTo(1390, within(21.0));
    assertThat(inspector.headlineProperty().get()).startsWith("dip at 1390 GeV");
    inspector.choose(1110);
    assertThat(inspector.response().wordsProperty().get()).isEqualTo(response);
  }

  @Test
  void itsFiguresAreNoLooksOfTheirOwn() {
    show();
    int looks = strip.ledger().count();
    inspector.choose(903);
    inspector.addToDataProperty().set(false);
    assertThat(inspector.response().wordsProperty().get()).doesNotContain("data hold");
    assertThat(strip.ledger().count()).isEqualTo(looks);
  }

  @Test
  void everyDefinitionHasAllFigures() {
    show();
    for (StripDefinition definition :
        new StripDefinition[] {
          StripDefinition.JOINT_FIT, StripDefinition.BACKGROUND_ONLY, StripDefinition.BUMP_HUNTER
        }) {
      strip.definitionProperty().set(definition);
      assertThat(inspector.map().figureProperty().get()).isNotNull();
      assertThat(inspector.stability().wordsProperty().get()).contains("table: z");
      assertThat(inspector.response().figureProperty().get()).isNotNull();
    }
  }

  @Test
  void aDraggedMaskIsOneStepAndOneLook() {
    show();
    int looks = strip.ledger().count();
    spectrum.masks().adding(1000, 1100);
    spectrum.masks().adding(1000, 1150);
    spectrum.masks().adding(1000, 1200);
    assertThat(strip.candidatesProperty().get()).allMatch(found -> found.z() < 3);
    assertThat(strip.ledger().count()).isEqualTo(looks);
    spectrum.masks().add(1000, 1220);
    assertThat(spectrum.masks().masksProperty().get()).hasSize(1);
    assertThat(spectrum.masks().masksProperty().get().getFirst().high()).isEqualTo(1220);
    assertThat(strip.ledger().count()).isEqualTo(looks + 1);
    spectrum.masks().changing(0, 1000, 1040);
    spectrum.masks().change(0, 1000, 1060);
    assertThat(spectrum.masks().masksProperty().get().getFirst().high()).isEqualTo(1060);
    bench.workspace.undo();
    assertThat(spectrum.masks().masksProperty().get().getFirst().high()).isEqualTo(1220);
    bench.workspace.undo();
    assertThat(spectrum.masks().masksProperty().get()).isEmpty();
  }
}
