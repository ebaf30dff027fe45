package org.dipscope.core.physics.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.physics.amplitude.CpParity;
import org.dipscope.core.physics.amplitude.StandardModel;
import org.dipscope.core.physics.parton.BuiltinPdf;
import org.dipscope.core.physics.resonance.Couplings;
import org.dipscope.core.physics.resonance.Resonance;
import org.dipscope.core.physics.resonance.WidthScheme;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Test;

class CouplingBasisTest {
  private static final SpectrumGrid GRID =
      new SpectrumGrid(
          StandardModel.DEFAULT,
          new ProtonCollisions(13_000, BuiltinPdf.MSTW2008LO, ScaleChoice.TOP_MASS),
          Binning.uniform(30, 340, 1240),
          0.08,
          EfficiencyModel.PUBLISHED);
  private static final Normalisation RUN2 = Normalisation.geometric(140, 1.6, 2);

  @Property(tries = 60)
  void couplingsMoveExactly(
      @ForAll CpParity parity,
      @ForAll @DoubleRange(min = 400, max = 1000) double mass,
      @ForAll @DoubleRange(min = 0.1, max = 100) double width,
      @ForAll @DoubleRange(min = -3, max = 3) double top,
      @ForAll @DoubleRange(min = -60, max = 60) double bottom) {
    CouplingBasis basis = CouplingBasis.of(GRID, parity, mass, width, WidthScheme.LINEAR);
    Templates morphed = GRID.emptyTemplates();
    basis.evaluate(top, bottom, RUN2, morphed);
    var resonance =
        new Resonance(Couplings.pure(parity, top, bottom, 0), mass, width, WidthScheme.LINEAR);
    SignalPrediction direct = GRID.predict(List.of(resonance), RUN2);
    double scale = largest(direct.signal()) + largest(direct.interference());
    agree(morphed.rate(), direct.total().rate(), scale);
    agree(morphed.scaleSlope(), direct.total().scaleSlope(), 20 * scale);
    agree(morphed.resolutionSlope(), direct.total().resolutionSlope(), 20 * scale);
  }

  @Test
  void aTopPhilicStateIsAQuarticPlusAQuadratic() {
    CouplingBasis basis = CouplingBasis.of(GRID, CpParity.ODD, 500, 30, WidthScheme.FIXED);
    Templates at = GRID.emptyTemplates();
    basis.evaluate(1.3, 0, Normalisation.PICOBARN, at);
    for (int i = 0; i < 30; i++) {
      double quartic = Math.pow(1.3, 4) * basis.signalTopTop().rate()[i];
      double quadratic = 1.3 * 1.3 * basis.interferenceTop().rate()[i];
      assertThat(at.rate()[i]).isCloseTo(quartic + quadratic, within(1e-14));
    }
  }

  @Test
  void thePhysicalSchemeHasNoBasis() {
    assertThatThrownBy(() -> CouplingBasis.of(GRID, CpParity.ODD, 500, 30, WidthScheme.PHYSICAL))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("no coupling basis");
  }

  private static double largest(double[] values) {
    double most = 0;
    for (double value : values) {
      most = Math.max(most, Math.abs(value));
    }
    return most;
  }

  private static void agree(double[] value, double[] expected, double scale) {
    for (int i = 0; i < value.length; i++) {
      assertThat(value[i]).isCloseTo(expected[i], within(1e-11 * scale));
    }
  }
}
