package org.dipscope.core.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dipscope.core.physics.amplitude.CpParity;
import org.dipscope.core.project.CouplingChoice;
import org.dipscope.core.project.Scalar;
import org.dipscope.core.project.ScanParameter;
import org.dipscope.core.project.Scenario;
import org.junit.jupiter.api.Test;

class DerivedTest {
  private final SpectrumGrids grids = new SpectrumGrids();

  private Derived of(Scenario scenario) {
    return Derived.of(scenario, grids);
  }

  @Test
  void thePhysicalWidthIsTheSumOfThePartialOnes() {
    Derived derived = of(Scenario.DEFAULT);
    assertThat(derived.widthGeV()).isCloseTo(derived.partialWidths().total(), within(1e-12));
    assertThat(derived.relativeWidth()).isCloseTo(derived.widthGeV() / 500, within(1e-15));
    assertThat(derived.unphysical()).isFalse();
    assertThat(derived.nonPerturbative()).isFalse();
  }

  @Test
  void aTotalWidthBelowThePartialOnesIsUnphysical() {
    assertThat(of(Scenario.DEFAULT.with(ScanParameter.WIDTH, 21)).unphysical()).isTrue();
    assertThat(of(Scenario.DEFAULT.with(ScanParameter.WIDTH, 22)).unphysical()).isFalse();
  }

  @Test
  void aWideStateIsNotPerturbative() {
    assertThat(of(Scenario.DEFAULT.with(ScanParameter.RELATIVE_WIDTH, 0.31)).nonPerturbative())
        .isTrue();
    assertThat(of(Scenario.DEFAULT.with(ScanParameter.TAN_BETA, 0.3)).nonPerturbative()).isTrue();
  }

  @Test
  void thePureDipOfAPseudoscalarLiesAtTwiceTheTopMassTimesCoshHalfPi() {
    assertThat(of(Scenario.DEFAULT).pureDipGeV())
        .isCloseTo(345 * Math.cosh(Math.PI / 2), within(1e-9));
  }

  @Test
  void aMixedStateHasNoPureDipUnlessItIsPureAfterAll() {
    Scalar mixed = Scalar.DEFAULT.withCoupling(new CouplingChoice.Mixed(0.5, 0.5));
    assertThat(of(Scenario.DEFAULT.withScalar(mixed)).pureDipGeV()).isNaN();
    Scalar even = Scalar.DEFAULT.withCoupling(new CouplingChoice.Mixed(0.5, 0));
    assertThat(of(Scenario.DEFAULT.withScalar(even)).pureDipGeV())
        .isEqualTo(Derived.pureDip(h(), Scenario.DEFAULT.standardModel()));
  }

  private static Scalar h() {
    return new Scalar(
        CpParity.EVEN,
        500,
        Scalar.DEFAULT.width(),
        Scalar.DEFAULT.coupling(),
        Scalar.DEFAULT.scheme());
  }

  @Test
  void partonsCouplingAndScaleAreNamed() {
    assertThat(of(Scenario.DEFAULT).theoryNote())
        .contains("MSTW2008LO")
        .containsPattern("α_\\{s}\\(μ\\) = 0\\.1\\d\\d\\d of the set")
        .endsWith("μ = m_{t}");
    Derived running = of(Scenario.DEFAULT.edit().scale("mtt/2").done());
    assertThat(running.alphaS()).isNaN();
    assertThat(running.theoryNote()).endsWith("α_{s}(μ) of the set, μ = m_{tt̄}/2");
  }
}
