package org.dipscope.core.physics.resonance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dipscope.core.physics.amplitude.CpParity;
import org.dipscope.core.physics.amplitude.StandardModel;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Test;

class ResonanceLimitsTest {
  private static final StandardModel MODEL = StandardModel.DEFAULT;
  private static final Couplings ONE = Couplings.topPhilic(0, 1);

  @Test
  void nothingIsProducedAtOrBelowThreshold() {
    var sections = sections(new Resonance(ONE, 400, 10, WidthScheme.PHYSICAL));
    for (double energy : new double[] {0, 1e-300, 100, 344.999, 345}) {
      assertThat(sections.born().gg(energy)).isZero();
      assertThat(sections.born().qqbar(energy)).isZero();
      assertThat(sections.born().gg(energy, 0.3)).isZero();
      assertThat(sections.signal(energy)).isZero();
      assertThat(sections.interference(energy)).isZero();
      assertThat(sections.interference(energy, 0.3)).isZero();
      assertThat(sections.floor(energy, CpParity.ODD)).isZero();
    }
  }

  @Property(tries = 1000)
  void everySliderPositionGivesFiniteNumbers(
      @ForAll CpParity parity,
      @ForAll WidthScheme scheme,
      @ForAll @DoubleRange(min = 0.01, max = 5000) double mass,
      @ForAll @DoubleRange(min = -9, max = 9) double logTanBeta,
      @ForAll @DoubleRange(min = 0, max = 14000) double energy) {
    Couplings couplings = Couplings.typeTwo(parity, Math.pow(10, logTanBeta));
    var sections = sections(Resonance.withPhysicalWidth(MODEL, couplings, mass, scheme));
    assertThat(sections.signal(energy)).isFinite().isNotNegative();
    assertThat(sections.interference(energy)).isFinite();
  }

  @Test
  void aHugeTanBetaSwitchesTheTopOff() {
    Couplings couplings = Couplings.typeTwo(CpParity.ODD, 1e9);
    Resonance wide = Resonance.withPhysicalWidth(MODEL, couplings, 500, WidthScheme.FIXED);
    assertThat(wide.isNonPerturbative()).isTrue();
    assertThat(sections(wide).signal(500)).isLessThan(1e-20);
  }

  @Test
  void namesWhatItRefuses() {
    refused(() -> Couplings.typeTwo(CpParity.ODD, 0), "tan beta is 0.0.");
    refused(() -> Couplings.typeTwo(CpParity.ODD, -1), "tan beta is -1.0.");
    refused(() -> Couplings.typeTwo(CpParity.ODD, Double.NaN), "tan beta is NaN.");
    refused(() -> Couplings.topPhilic(Double.NaN, 0), "coupling to the top is NaN");
    refused(() -> new Resonance(ONE, 500, 0, WidthScheme.FIXED), "width of the resonance is 0.0");
    refused(() -> new Resonance(ONE, -5, 1, WidthScheme.FIXED), "mass of the resonance is -5.0");
    refused(
        () -> new Resonance(ONE, Double.NaN, 1, WidthScheme.FIXED), "mass of the resonance is NaN");
    refused(() -> new Resonance(ONE, 500, Double.POSITIVE_INFINITY, WidthScheme.FIXED), "Infinity");
    refused(
        () -> Resonance.withPhysicalWidth(MODEL, Couplings.topPhilic(0, 0), 500, WidthScheme.FIXED),
        "width of the resonance is 0.0");
    refused(() -> MODEL.withTopMass(0), "top mass is 0.0");
    refused(() -> MODEL.withAlphaS(Double.NaN), "strong coupling is NaN");
    var sections = sections(new Resonance(ONE, 500, 10, WidthScheme.FIXED));
    refused(() -> sections.signal(Double.NaN), "partonic energy is NaN");
    refused(() -> sections.signal(-1), "partonic energy is -1.0");
    refused(() -> sections.interference(500, 1.01), "cosine z is 1.01");
  }

  @Test
  void aWidthBelowItsPartialWidthsIsUnphysical() {
    assertThat(new Resonance(ONE, 600, 28, WidthScheme.FIXED).isUnphysical(MODEL)).isTrue();
    assertThat(new Resonance(ONE, 600, 60, WidthScheme.FIXED).isUnphysical(MODEL)).isFalse();
    Resonance exact = Resonance.withPhysicalWidth(MODEL, ONE, 600, WidthScheme.FIXED);
    assertThat(exact.isUnphysical(MODEL)).isFalse();
    assertThat(new Resonance(ONE, 600, 181, WidthScheme.FIXED).isNonPerturbative()).isTrue();
    assertThat(new Resonance(ONE, 600, 179, WidthScheme.FIXED).isNonPerturbative()).isFalse();
  }

  private static PartonicCrossSections sections(Resonance resonance) {
    return new PartonicCrossSections(MODEL, List.of(resonance));
  }

  private static void refused(ThrowingCallable call, String part) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().message()).contains(part);
              assertThat(e.problem().hint()).isNotBlank();
            });
  }
}
