package org.dipscope.core.physics.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.physics.amplitude.CpParity;
import org.dipscope.core.physics.amplitude.StandardModel;
import org.dipscope.core.physics.parton.BuiltinPdf;
import org.dipscope.core.physics.resonance.Couplings;
import org.dipscope.core.physics.resonance.Resonance;
import org.dipscope.core.physics.resonance.WidthScheme;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Test;

class SpectrumLimitsTest {
  private static final StandardModel MODEL = StandardModel.DEFAULT;
  private static final ProtonCollisions LHC =
      new ProtonCollisions(13_000, BuiltinPdf.MSTW2008LO, ScaleChoice.TOP_MASS);
  private static final List<Resonance> A500 =
      List.of(new Resonance(Couplings.topPhilic(0, 1), 500, 12, WidthScheme.FIXED));
  private static final SpectrumGrid SLIDERS = grid(Binning.uniform(100, 320, 1500), 0.08);

  private static SpectrumGrid grid(Binning binning, double resolution) {
    return new SpectrumGrid(MODEL, LHC, binning, resolution, EfficiencyModel.NONE);
  }

  @Test
  void binsThatNoPairReachesAreEmpty() {
    for (Binning bins :
        List.of(Binning.of(10, 100, 290), Binning.of(-50, 0), Binning.of(15_000, 16_000))) {
      for (double resolution : new double[] {0, 0.02}) {
        SpectrumGrid grid = grid(bins, resolution);
        assertThat(grid.background(Normalisation.PICOBARN).rate()).containsOnly(0);
        assertThat(grid.predict(A500, Normalisation.PICOBARN).total().rate()).containsOnly(0);
      }
    }
  }

  @Test
  void aTinyResolutionIsNone() {
    Binning bins = Binning.uniform(20, 330, 1000);
    double[] sharp = grid(bins, 0).predict(A500, Normalisation.PICOBARN).total().rate();
    double[] tiny = grid(bins, 1e-4).predict(A500, Normalisation.PICOBARN).total().rate();
    for (int i = 0; i < sharp.length; i++) {
      assertThat(tiny[i]).isCloseTo(sharp[i], withPercentage(0.1));
    }
  }

  @Test
  void oneBinHoldsEverything() {
    SpectrumGrid one = grid(Binning.of(345, 12_000), 0);
    SpectrumGrid many = grid(Binning.uniform(300, 345, 12_000), 0);
    double sum = 0;
    for (double rate : many.predict(A500, Normalisation.PICOBARN).total().rate()) {
      sum += rate;
    }
    assertThat(one.predict(A500, Normalisation.PICOBARN).total().rate()[0])
        .isCloseTo(sum, withPercentage(1e-7));
  }

  @Test
  void noResonanceIsNoSignal() {
    assertThat(SLIDERS.predict(List.of(), Normalisation.PICOBARN).total().rate()).containsOnly(0);
  }

  @Test
  void anEvaluatorKeepsNoMemoryOfEarlierSliders() {
    var evaluator = new SpectrumEvaluator(SLIDERS);
    Templates first = SLIDERS.emptyTemplates();
    Templates again = SLIDERS.emptyTemplates();
    evaluator.templates(A500, Normalisation.PICOBARN, first);
    evaluator.templates(
        List.of(
            A500.getFirst(),
            new Resonance(Couplings.topPhilic(0.5, 1), 700, 2, WidthScheme.PHYSICAL)),
        Normalisation.PICOBARN,
        again);
    evaluator.templates(A500, Normalisation.PICOBARN, again);
    assertThat(again.rate()).containsExactly(first.rate());
    assertThat(again.scaleSlope()).containsExactly(first.scaleSlope());
    assertThat(again.resolutionSlope()).containsExactly(first.resolutionSlope());
  }

  @Property(tries = 1000)
  void everySliderPositionGivesFiniteNumbers(
      @ForAll CpParity parity,
      @ForAll WidthScheme scheme,
      @ForAll @DoubleRange(min = 0.01, max = 5000) double mass,
      @ForAll @DoubleRange(min = -9, max = 9) double logTanBeta) {
    Couplings couplings = Couplings.typeTwo(parity, Math.pow(10, logTanBeta));
    Resonance resonance = Resonance.withPhysicalWidth(MODEL, couplings, mass, scheme);
    SignalPrediction prediction = SLIDERS.predict(List.of(resonance), Normalisation.PICOBARN);
    for (int i = 0; i < 100; i++) {
      assertThat(prediction.signal()[i]).isFinite();
      assertThat(prediction.interference()[i]).isFinite();
      assertThat(prediction.total().scaleSlope()[i]).isFinite();
      assertThat(prediction.total().resolutionSlope()[i]).isFinite();
    }
  }

  @Property(tries = 200)
  void scalesAreReadAsTheyAreWritten(@ForAll @DoubleRange(min = 0.1, max = 4) double factor) {
    for (ScaleChoice scale :
        List.of(
            new ScaleChoice.TopMass(factor),
            new ScaleChoice.PairMass(factor),
            new ScaleChoice.Fixed(100 * factor))) {
      assertThat(ScaleChoice.parse(scale.label()).at(172.5, 700))
          .isCloseTo(scale.at(172.5, 700), withPercentage(1e-12));
    }
  }

  @Test
  void namesOfScales() {
    assertThat(ScaleChoice.parse("mt")).isEqualTo(ScaleChoice.TOP_MASS);
    assertThat(ScaleChoice.parse("mtt/2")).isEqualTo(ScaleChoice.HALF_PAIR_MASS);
    assertThat(ScaleChoice.parse("2mt").at(172.5, 500)).isEqualTo(345);
    assertThat(ScaleChoice.parse("mt/2").label()).isEqualTo("mt/2");
    assertThat(ScaleChoice.parse("91.2").at(172.5, 500)).isEqualTo(91.2);
  }

  @Test
  void namesWhatItRefuses() {
    Binning bins = Binning.of(400, 500);
    refused(() -> grid(Binning.uniform(1_000_000, 300, 1500), 0.08), "1000000 bins");
    refused(() -> grid(bins, Double.NaN), "resolution is NaN");
    refused(() -> grid(bins, -0.1), "resolution is -0.1");
    refused(() -> grid(bins, 3), "resolution is 3.0");
    refused(() -> new Normalisation(-1, 1, 1, 1), "luminosity is -1.0");
    refused(() -> new Normalisation(1, 1, Double.NaN, 1), "K factor of the signal is NaN");
    refused(() -> ScaleChoice.parse("top"), "'top' is not understood");
    refused(() -> ScaleChoice.parse("mt/0"), "scale Infinity");
    refused(() -> ScaleChoice.parse("-5"), "scale -5.0");
    refused(() -> ScaleChoice.parse("mtx"), "'mtx' is not understood");
    refused(
        () -> new ProtonCollisions(0, BuiltinPdf.MSTW2008LO, ScaleChoice.TOP_MASS),
        "collision energy is 0.0 TeV");
    refused(
        () -> new ProtonCollisions(Double.NaN, BuiltinPdf.MSTW2008LO, ScaleChoice.TOP_MASS),
        "collision energy is NaN TeV");
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
