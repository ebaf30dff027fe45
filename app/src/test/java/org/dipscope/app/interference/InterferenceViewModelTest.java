package org.dipscope.app.interference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.dipscope.app.workspace.Bench;
import org.dipscope.app.workspace.Edits;
import org.dipscope.core.physics.amplitude.CpParity;
import org.dipscope.core.physics.resonance.WidthScheme;
import org.dipscope.core.project.CouplingChoice;
import org.dipscope.core.project.Scalar;
import org.dipscope.core.project.ScanParameter;
import org.dipscope.core.project.Scenario;
import org.dipscope.core.project.WidthChoice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InterferenceViewModelTest {
  private final Bench bench = new Bench();
  private final InterferenceViewModel model =
      new InterferenceViewModel(bench.workspace, bench.results);
  private final ScalarModel scalar = model.first();

  @AfterEach
  void close() {
    bench.close();
  }

  private Scenario scenario() {
    return bench.workspace.scenario();
  }

  private Scalar second() {
    return Objects.requireNonNull(scenario().second());
  }

  @Test
  void thePhysicalWidthFollowsTanBeta() {
    double before = scalar.widthProperty().get();
    scalar.tanBetaProperty().set(2);
    assertThat(before).isCloseTo(21.28, within(0.01));
    assertThat(scalar.widthProperty().get()).isCloseTo(before / 4, within(0.05 * before));
    assertThat(scalar.widthPercentProperty().get())
        .isCloseTo(scalar.widthProperty().get() / 5, within(1e-9));
  }

  @Test
  void aFreeWidthStartsAtThePhysicalOneAndStays() {
    double physical = scalar.widthProperty().get();
    scalar.widthModeProperty().set(WidthMode.FREE);
    scalar.tanBetaProperty().set(3);
    assertThat(scalar.widthProperty().get()).isEqualTo(physical);
    assertThat(scenario().scalar().width()).isEqualTo(new WidthChoice.Free(physical));
  }

  @Test
  void aRelativeWidthGrowsWithTheMass() {
    scalar.widthModeProperty().set(WidthMode.RELATIVE);
    scalar.widthPercentProperty().set(5);
    scalar.massProperty().set(800);
    assertThat(scalar.widthProperty().get()).isCloseTo(40, within(1e-9));
  }

  @Test
  void aDragIsOneStepOfUndo() {
    for (int mass = 501; mass <= 560; mass++) {
      scalar.massProperty().set(mass);
    }
    assertThat(bench.workspace.undoNameProperty().get()).isEqualTo("Mass");
    bench.workspace.undo();
    assertThat(scalar.massProperty().get()).isEqualTo(500);
    bench.workspace.redo();
    assertThat(scalar.massProperty().get()).isEqualTo(560);
  }

  @Test
  void twoDragsAreTwoSteps() {
    scalar.massProperty().set(520);
    model.seal();
    scalar.massProperty().set(540);
    bench.workspace.undo();
    assertThat(scalar.massProperty().get()).isEqualTo(520);
  }

  @Test
  void tanBetaComesBackAfterFreeCouplings() {
    scalar.tanBetaProperty().set(1.7);
    scalar.couplingModeProperty().set(CouplingMode.FREE);
    assertThat(scenario().scalar().coupling()).isInstanceOf(CouplingChoice.Free.class);
    scalar.topProperty().set(0.5);
    scalar.couplingModeProperty().set(CouplingMode.TAN_BETA);
    assertThat(scenario().scalar().coupling()).isEqualTo(new CouplingChoice.TypeTwo(1.7));
    scalar.couplingModeProperty().set(CouplingMode.FREE);
    assertThat(scalar.topProperty().get()).isEqualTo(0.5);
  }

  @Test
  void aMixedStateHasNoTanBetaOnTheSurface() {
    scalar.kindProperty().set(StateKind.MIXED);
    assertThat(scenario().scalar().coupling()).isInstanceOf(CouplingChoice.Mixed.class);
    assertThat(bench.workspace.document().likelihood().vertical().parameter())
        .isEqualTo(ScanParameter.COUPLING);
    scalar.kindProperty().set(StateKind.H);
    assertThat(scenario().scalar().coupling()).isEqualTo(new CouplingChoice.TypeTwo(1));
    assertThat(scenario().scalar().cp()).isEqualTo(CpParity.EVEN);
    assertThat(bench.workspace.document().likelihood().vertical().parameter())
        .isEqualTo(ScanParameter.TAN_BETA);
  }

  @Test
  void theSecondScalarHasTheOtherParityAndItsOwnMass() {
    model.hasSecondProperty().set(true);
    model.second().massProperty().set(700);
    assertThat(scenario().resonances()).hasSize(2);
    assertThat(second().cp()).isEqualTo(CpParity.EVEN);
    assertThat(scenario().scalar().massGeV()).isEqualTo(500);
    model.schemeProperty().set(WidthScheme.PHYSICAL);
    assertThat(second().scheme()).isEqualTo(WidthScheme.PHYSICAL);
    model.hasSecondProperty().set(false);
    assertThat(scenario().second()).isNull();
  }

  @Test
  void theInterferenceFactorFollowsUntilItIsFreed() {
    model.kBornProperty().set(1);
    model.kSignalProperty().set(4);
    assertThat(model.kInterferenceProperty().get()).isCloseTo(2, within(1e-12));
    model.kInterferenceFollowsProperty().set(false);
    model.kSignalProperty().set(1);
    assertThat(scenario().kInterference()).isCloseTo(2, within(1e-12));
  }

  @Test
  void resetKeepsTheEnergyOfTheData() {
    bench.workspace.edit(
        "8 TeV", w -> Edits.select(w, bench.workspace.entry(w.spectra().get(2)).orElseThrow()));
    scalar.massProperty().set(900);
    model.resolutionPercentProperty().set(12);
    model.reset();
    assertThat(scalar.massProperty().get()).isEqualTo(500);
    assertThat(model.resolutionPercentProperty().get()).isEqualTo(8);
    assertThat(model.energyProperty().get()).isEqualTo(8);
  }

  @Test
  void theNumbersBelowTheSlidersNameWidthAndPartons() {
    assertThat(model.keyNumbersProperty().get())
        .extracting(KeyNumber::name)
        .contains("Γ", "Γ/M", "ΣΓᵢ", "Z expected", "best fit", "pure dip at", "PDF");
    assertThat(bench.problems).isEmpty();
  }

  @Test
  void aWidthBelowThePartialWidthsIsCalledUnphysical() {
    scalar.widthModeProperty().set(WidthMode.FREE);
    scalar.widthProperty().set(5);
    assertThat(model.keyNumbersProperty().get())
        .filteredOn(KeyNumber::warning)
        .extracting(KeyNumber::name)
        .containsExactly("unphysical");
  }

  @Test
  void playingGoesToTheEndAndComesBack() {
    Animation animation = Interference.animation(model);
    for (int i = 0; i < 40; i++) {
      animation.advance(0.1);
    }
    double mass = scalar.massProperty().get();
    assertThat(mass).isGreaterThan(850);
    for (int i = 0; i < 40; i++) {
      animation.advance(0.1);
    }
    assertThat(scalar.massProperty().get()).isLessThan(1000);
    bench.workspace.undo();
    assertThat(scalar.massProperty().get()).isEqualTo(500);
  }
}
