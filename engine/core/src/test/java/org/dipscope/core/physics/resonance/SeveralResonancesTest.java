package org.dipscope.core.physics.resonance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.data.Percentage;
import org.dipscope.core.physics.amplitude.CpParity;
import org.dipscope.core.physics.amplitude.StandardModel;
import org.junit.jupiter.api.Test;

class SeveralResonancesTest {
  private static final StandardModel MODEL = StandardModel.DEFAULT;
  private static final Percentage ROUNDING = withPercentage(1e-10);

  private static PartonicCrossSections of(Resonance... resonances) {
    return new PartonicCrossSections(MODEL, List.of(resonances));
  }

  @Property(tries = 200)
  void oppositeParitiesAddInTheCrossSection(
      @ForAll @DoubleRange(min = 346, max = 2000) double energy) {
    var h = new Resonance(Couplings.typeTwo(CpParity.EVEN, 0.8), 520, 20, WidthScheme.FIXED);
    var a = new Resonance(Couplings.typeTwo(CpParity.ODD, 0.8), 500, 25, WidthScheme.FIXED);
    assertThat(of(h, a).signal(energy))
        .isCloseTo(of(h).signal(energy) + of(a).signal(energy), ROUNDING);
    double separate = of(h).interference(energy) + of(a).interference(energy);
    assertThat(of(h, a).interference(energy)).isCloseTo(separate, within(1e-12));
  }

  @Property(tries = 200)
  void twoHalvesOfOneStateAreTheState(@ForAll @DoubleRange(min = 346, max = 2000) double energy) {
    double half = Math.sqrt(0.5);
    var whole = new Resonance(Couplings.topPhilic(0, 1), 600, 40, WidthScheme.FIXED);
    var part = new Resonance(Couplings.topPhilic(0, half), 600, 40, WidthScheme.FIXED);
    assertThat(of(part, part).signal(energy)).isCloseTo(of(whole).signal(energy), ROUNDING);
    assertThat(of(part, part).interference(energy))
        .isCloseTo(of(whole).interference(energy), ROUNDING);
  }

  @Property(tries = 200)
  void mixedStateFollowsTheClosedForm(@ForAll @DoubleRange(min = 346, max = 2000) double energy) {
    double c = 0.6;
    double d = 0.9;
    var mixed = of(new Resonance(Couplings.topPhilic(c, d), 600, 40, WidthScheme.FIXED));
    var even = of(new Resonance(Couplings.topPhilic(1, 0), 600, 40, WidthScheme.FIXED));
    var odd = of(new Resonance(Couplings.topPhilic(0, 1), 600, 40, WidthScheme.FIXED));
    double b2 = 1 - Math.pow(345 / energy, 2);
    double evenLoop = even.signal(energy) / b2;
    double oddLoop = odd.signal(energy);
    assertThat(mixed.signal(energy))
        .isCloseTo((c * c * b2 + d * d) * (c * c * evenLoop + d * d * oddLoop), ROUNDING);
    assertThat(mixed.interference(energy))
        .isCloseTo(
            c * c * even.interference(energy) + d * d * odd.interference(energy), within(1e-12));
  }

  @Test
  void quarkPairsSeeNoResonance() {
    var a = new Resonance(Couplings.typeTwo(CpParity.ODD, 0.4), 500, 100, WidthScheme.FIXED);
    for (double energy = 346; energy < 1000; energy += 10) {
      assertThat(of(a).born().qqbar(energy)).isEqualTo(of().born().qqbar(energy));
    }
    assertThat(of().signal(500)).isZero();
    assertThat(of().interference(500)).isZero();
  }

  @Test
  void linearWidthIsAFixedWidthAtAShiftedMass() {
    double gamma = 0.2;
    double shift = Math.sqrt(1 + gamma * gamma);
    Couplings couplings = Couplings.topPhilic(0, 1.3);
    var linear = of(new Resonance(couplings, 500, 100, WidthScheme.LINEAR));
    var fixed = of(new Resonance(couplings, 500 / shift, gamma * 500 / shift, WidthScheme.FIXED));
    for (double energy = 346; energy < 1500; energy += 7) {
      assertThat(linear.signal(energy) * shift * shift).isCloseTo(fixed.signal(energy), ROUNDING);
    }
  }
}
