package org.dipscope.core.physics.resonance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.dipscope.core.math.Complex;
import org.dipscope.core.physics.amplitude.BornCrossSection;
import org.dipscope.core.physics.amplitude.CpParity;
import org.dipscope.core.physics.amplitude.StandardModel;
import org.junit.jupiter.api.Test;

/** What the amplitudes must satisfy whatever the parameters (theory note, sections 2.4 and 2.5). */
class DipPhysicsTest {
  private static final StandardModel MODEL = StandardModel.DEFAULT;

  @Property(tries = 3000)
  void theDipNeverCrossesItsFloor(
      @ForAll CpParity parity,
      @ForAll WidthScheme scheme,
      @ForAll @DoubleRange(min = 200, max = 2000) double mass,
      @ForAll @DoubleRange(min = 0.01, max = 5) double top,
      @ForAll @DoubleRange(min = -60, max = 60) double bottom,
      @ForAll @DoubleRange(min = 0.01, max = 500) double width,
      @ForAll @DoubleRange(min = 345.01, max = 3000) double energy) {
    var resonance = new Resonance(Couplings.pure(parity, top, bottom, 0), mass, width, scheme);
    var sections = new PartonicCrossSections(MODEL, List.of(resonance));
    double signal = sections.signal(energy);
    assertThat(signal + sections.interference(energy))
        .isGreaterThanOrEqualTo(-sections.floor(energy, parity) * (1 + 1e-12) - 1e-12 * signal);
  }

  @Property(tries = 500)
  void unitarityTiesBornSignalInterferenceWidthAndLoopTogether(
      @ForAll CpParity parity,
      @ForAll @DoubleRange(min = 345.5, max = 3000) double mass,
      @ForAll @DoubleRange(min = 0.1, max = 3) double coupling) {
    Couplings couplings = Couplings.pure(parity, coupling, 0, 0);
    double width = PartialWidths.of(MODEL, couplings, mass).tt();
    var resonance = new Resonance(couplings, mass, width, WidthScheme.FIXED);
    var sections = new PartonicCrossSections(MODEL, List.of(resonance));
    double ratio = mass / (2 * MODEL.topMassGeV());
    Complex loop = parity.loop(ratio * ratio);
    double re2 = loop.re() * loop.re();
    double im2 = loop.im() * loop.im();
    double net = sections.signal(mass) + sections.interference(mass);
    double scale = (re2 + im2) / im2;
    assertThat(net / sections.floor(mass, parity))
        .isCloseTo((re2 - im2) / im2, within(1e-11 * (1 + scale)));
  }

  @Test
  void thresholdExponents() {
    for (CpParity parity : CpParity.values()) {
      var resonance = new Resonance(Couplings.pure(parity, 1, 0, 0), 500, 20, WidthScheme.FIXED);
      var sections = new PartonicCrossSections(MODEL, List.of(resonance));
      double p = parity.betaPower();
      assertThat(exponent(sections::signal)).isCloseTo(p, within(1e-4));
      assertThat(exponent(sections::interference)).isCloseTo(p, within(1e-4));
      assertThat(exponent(sections.born()::gg)).isCloseTo(1, within(1e-4));
      assertThat(exponent(sections.born()::qqbar)).isCloseTo(1, within(1e-4));
    }
  }

  @Test
  void theBornStartsWithSevenPiOver192() {
    double energy = 345 * (1 + 1e-9);
    double beta = Math.sqrt(1 - Math.pow(345 / energy, 2));
    double expected = StandardModel.PB_GEV2 * 7 * Math.PI * 0.01 * beta / (192 * 172.5 * 172.5);
    assertThat(new BornCrossSection(MODEL).gg(energy)).isCloseTo(expected, withPercentage(1e-4));
  }

  @Test
  void narrowWidthLimitIsMassWidthsAndBranchingRatio() {
    Couplings couplings = Couplings.pure(CpParity.ODD, 1, 0, 0);
    double mass = 500;
    double width = 1e-3;
    var sections =
        new PartonicCrossSections(
            MODEL, List.of(new Resonance(couplings, mass, width, WidthScheme.FIXED)));
    PartialWidths partial = PartialWidths.of(MODEL, couplings, mass);
    // s = M² + MΓ tan φ maps the Breit–Wigner curve to a constant.
    double integral = 0;
    int steps = 20_000;
    for (int i = 0; i < steps; i++) {
      double angle = Math.PI * ((i + 0.5) / steps - 0.5) * (1 - 1e-12);
      double s = mass * mass + mass * width * Math.tan(angle);
      if (s > 345 * 345.0 && s < 1e7) {
        double jacobian = mass * width / Math.pow(Math.cos(angle), 2);
        integral += sections.signal(Math.sqrt(s)) * jacobian * Math.PI / steps;
      }
    }
    // σ(gg → Φ) = π²/(8M) Γ_gg δ(s − M²), Georgi et al., Phys. Rev. Lett. 40 (1978) 692.
    double production = StandardModel.PB_GEV2 * Math.PI * Math.PI / (8 * mass) * partial.gg();
    assertThat(integral).isCloseTo(production * partial.tt() / width, withPercentage(1e-3));
  }

  @Property(tries = 200)
  void totalsAreIntegralsOverTheAngle(
      @ForAll CpParity parity, @ForAll @DoubleRange(min = 345.5, max = 1500) double energy) {
    var resonance = new Resonance(Couplings.typeTwo(parity, 0.7), 600, 40, WidthScheme.LINEAR);
    var sections = new PartonicCrossSections(MODEL, List.of(resonance));
    var percent = withPercentage(1e-6);
    assertThat(angular(z -> sections.born().gg(energy, z)))
        .isCloseTo(sections.born().gg(energy), percent);
    assertThat(angular(z -> sections.born().qqbar(energy, z)))
        .isCloseTo(sections.born().qqbar(energy), percent);
    assertThat(angular(z -> sections.signal(energy, z)))
        .isCloseTo(sections.signal(energy), percent);
    assertThat(angular(z -> sections.interference(energy, z)))
        .isCloseTo(sections.interference(energy), percent);
  }

  private static double exponent(java.util.function.DoubleUnaryOperator section) {
    double low = 345 / Math.sqrt(1 - 1e-8);
    double high = 345 / Math.sqrt(1 - 4e-8);
    return Math.log(section.applyAsDouble(high) / section.applyAsDouble(low)) / Math.log(2);
  }

  /** Midpoint rule in z = tanh u, which is exact to rounding for these integrands. */
  private static double angular(java.util.function.DoubleUnaryOperator density) {
    double sum = 0;
    double step = 0.05;
    for (double u = -18.475; u < 18.5; u += step) {
      double cosh = Math.cosh(u);
      sum += density.applyAsDouble(Math.tanh(u)) / (cosh * cosh);
    }
    return sum * step;
  }
}
