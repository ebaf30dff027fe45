package org.dipscope.app.histogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.dipscope.app.support.JobList;
import org.dipscope.app.workspace.Bench;
import org.dipscope.core.analysis.SignificanceStrip;
import org.dipscope.core.analysis.StripCandidate;
import org.dipscope.core.bump.SearchStart;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.figure.Panel;
import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.CountSpectrum;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.project.SpectrumEntry;
import org.dipscope.core.project.StripDefinition;
import org.dipscope.core.project.ViewSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StripViewModelTest {
  private final Bench bench = new Bench();
  private final JobList jobs = new JobList(Runnable::run, bench.viewThread, System::nanoTime);
  private final StripViewModel strip =
      new StripViewModel(bench.workspace, bench.results, bench.live, jobs);
  private final SpectrumViewModel spectrum =
      new SpectrumViewModel(bench.workspace, bench.results, strip);

  @AfterEach
  void close() {
    strip.close();
    bench.close();
    assertThat(bench.problems).isEmpty();
  }

  /** A falling spectrum with a bump at 1110 GeV. */
  private void show(double bump) {
    Binning bins = Binning.uniform(60, 500, 1700);
    double[] counts = new double[bins.count()];
    for (int i = 0; i < counts.length; i++) {
      double x = (bins.centre(i) - 1110) / 20;
      counts[i] =
          Math.rint(20_000 * Math.exp(-(bins.centre(i) - 500) / 300))
              + Math.rint(bump * Math.exp(-0.5 * x * x));
    }
    CountSpectrum photons =
        new CountSpectrum(
            "two photons", new Axis("m_γγ", "GeV", bins), Values.of(counts), 138.0, "");
    SpectrumEntry entry = new SpectrumEntry("photons", new SpectrumEntry.Embedded(photons, null));
    bench.workspace.edit(
        "Add", w -> w.edit().spectrum(entry).view(w.view().withSpectrum("photons")).done());
  }

  private List<Panel> panels() {
    return spectrum.figure().map(FigureSpec::columns).orElseThrow().getFirst().panels();
  }

  private SignificanceStrip shown() {
    return Objects.requireNonNull(Objects.requireNonNull(strip.resultProperty().get()).strip());
  }

  @Test
  void aMeasuredCrossSectionSaysWhyItHasNone() {
    strip.definitionProperty().set(StripDefinition.PROFILE);
    assertThat(strip.messageProperty().get()).contains("cross-section", "event counts");
    assertThat(strip.possibleProperty().get()).isFalse();
    assertThat(panels()).hasSize(3);
  }

  @Test
  void aBumpIsFoundWithItsMassAndCountsAsOneLook() {
    show(250);
    assertThat(panels()).hasSize(1);
    strip.definitionProperty().set(StripDefinition.PROFILE);
    assertThat(panels()).hasSize(2);
    StripCandidate bump = strip.candidatesProperty().get().getFirst();
    assertThat(bump.deficit()).isFalse();
    assertThat(bump.mass()).isCloseTo(1110, within(1e-9));
    assertThat(bump.z()).isGreaterThan(5);
    assertThat(bump.globalP()).isBetween(bump.localP(), 1e-3);
    assertThat(strip.ledger().count()).isEqualTo(1);
    strip.definitionProperty().set(StripDefinition.JOINT_FIT);
    strip.definitionProperty().set(StripDefinition.PROFILE);
    assertThat(strip.ledger().count()).isEqualTo(2);
    assertThat(spectrum.words(new org.dipscope.app.figure.Readout(0, 0, 1110, 1)))
        .contains("z = +");
  }

  @Test
  void aFittedSearchBeginsWhereItFindsNothingInThePredictionAlone() {
    bench.workspace.edit("Show", w -> w.edit().view(w.view().withSpectrum("spectrum-2")).done());
    strip.definitionProperty().set(StripDefinition.KNOWN);
    int whole = shown().data().first();
    assertThat(strip.warnings()).doesNotContain("Searched from");
    strip.definitionProperty().set(StripDefinition.PROFILE);
    int fullest = SearchStart.fullest(shown().data().data().counts());

    assertThat(shown().data().first()).isGreaterThan(whole);
    assertThat(fullest).isZero();
    assertThat(strip.warnings()).startsWith("Searched from 5");
  }

  @Test
  void everyDefinitionSaysWhatItsZMeans() {
    show(100);
    for (StripDefinition definition :
        List.of(
            StripDefinition.PROFILE,
            StripDefinition.JOINT_FIT,
            StripDefinition.BACKGROUND_ONLY,
            StripDefinition.BUMP_HUNTER)) {
      strip.definitionProperty().set(definition);
      strip.manyWidthsProperty().set(definition == StripDefinition.BUMP_HUNTER);
      assertThat(panels().getLast().titleLeft()).startsWith(definition.title() + ": ");
    }
    strip.definitionProperty().set(StripDefinition.KNOWN);
    assertThat(strip.messageProperty().get()).contains("no prediction");
    assertThat(panels()).hasSize(1);
  }

  @Test
  void anInjectedSignalIsFoundAndLeavesTheDataAlone() {
    show(0);
    strip.definitionProperty().set(StripDefinition.JOINT_FIT);
    Object data = bench.workspace.document();
    strip.injection().activeProperty().set(true);
    strip.injection().place(910);
    strip.injection().zProperty().set(5);
    assertThat(shown().z(20)).isCloseTo(5, within(0.7));
    assertThat(strip.found()).startsWith("injected z +5.00 → found z +");
    strip.injection().zProperty().set(-5);
    assertThat(shown().z(20)).isCloseTo(-5, within(0.7));
    strip.injection().cover(1000, 1160);
    assertThat(strip.injection().sigmaProperty().get()).isEqualTo(40);
    assertThat(bench.workspace.document()).isSameAs(data);
    int looks = strip.ledger().count();
    strip.injection().clear();
    assertThat(strip.found()).isEmpty();
    assertThat(Math.abs(shown().z(20))).isLessThan(1);
    assertThat(strip.ledger().count()).isEqualTo(looks);
  }

  @Test
  void aMaskedBumpSaysNothing() {
    show(250);
    strip.definitionProperty().set(StripDefinition.PROFILE);
    spectrum.masks().add(1040, 1180);
    assertThat(shown().z(30)).isNaN();
    assertThat(strip.candidatesProperty().get()).allSatisfy(c -> assertThat(c.z()).isLessThan(1));
    for (int i = 0; i < shown().bins(); i++) {
      assertThat(Math.abs(shown().z(i))).matches(z -> Double.isNaN(z) || z < 1);
    }
  }

  @Test
  void theStripBelongsToTheProjectAndIsUndone() {
    show(250);
    strip.definitionProperty().set(StripDefinition.PROFILE);
    strip.manyWidthsProperty().set(true);
    assertThat(bench.workspace.document().view().strip())
        .isEqualTo(new ViewSettings.Strip(StripDefinition.PROFILE, true));
    spectrum.resetView();
    assertThat(strip.definitionProperty().get()).isEqualTo(StripDefinition.PROFILE);
    bench.workspace.edit(
        "Open",
        w ->
            w.edit()
                .view(w.view().withStrip(new ViewSettings.Strip(StripDefinition.JOINT_FIT, false)))
                .done());
    assertThat(strip.manyWidthsProperty().get()).isFalse();
    assertThat(shown().name()).isEqualTo("Joint fit");
    bench.workspace.undo();
    assertThat(shown().name()).isEqualTo("Profile likelihood");
    bench.workspace.undo();
    bench.workspace.undo();
    assertThat(strip.definitionProperty().get()).isEqualTo(StripDefinition.OFF);
    assertThat(panels()).hasSize(1);
  }

  @Test
  void joinedBinsAreScannedAsTheyAreDrawn() {
    show(250);
    strip.definitionProperty().set(StripDefinition.PROFILE);
    assertThat(shown().bins()).isEqualTo(60);
    spectrum.mergeBinsProperty().set(2);
    assertThat(shown().bins()).isEqualTo(30);
    assertThat(shown().data().data().counts().sum())
        .isEqualTo(
            Objects.requireNonNull(bench.results.spectrumProperty().get())
                .data()
                .spectrum()
                .values()
                .sum());
  }
}
