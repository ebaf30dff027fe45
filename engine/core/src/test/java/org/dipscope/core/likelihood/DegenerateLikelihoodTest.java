package org.dipscope.core.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.physics.spectrum.Templates;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Test;

/** Inputs at the edge of sense have a stated result. */
class DegenerateLikelihoodTest {
  private static final Binning BINS = Binning.uniform(3, 400, 700);
  private static final Templates NOTHING = flat(0);

  private static Templates flat(double value) {
    return new Templates(
        new double[] {value, value, value},
        new double[] {-value, -value, -value},
        new double[] {value, 0, value});
  }

  private static NuisanceFit fit(DataTerm data, Templates background, NuisanceSet nuisances) {
    return Likelihood.of(data, BINS, background, nuisances).fit(NOTHING);
  }

  @Test
  void withEverythingMaskedTheFitStaysAtTheConstraints() {
    DataTerm data = PoissonCounts.of(new double[] {9, 9, 9}, new boolean[3]);
    NuisanceFit fit = fit(data, flat(10), NuisanceSet.standard());
    assertThat(fit.twiceNll()).isZero();
    assertThat(fit.converged()).isTrue();
    assertThat(fit.values()).containsOnly(0);
    for (int k = 0; k < fit.nuisances().size(); k++) {
      assertThat(fit.uncertainty(k)).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void aFreeParameterWithoutAnyDataIsUndetermined() {
    DataTerm data = PoissonCounts.of(new double[] {9, 9, 9}, new boolean[3]);
    NuisanceFit fit = fit(data, flat(10), NuisanceSet.freeNormalisation());
    assertThat(fit.value(0)).isZero();
    assertThat(fit.uncertainty(0)).isInfinite();
    assertThat(fit.pull(0)).isZero();
    assertThat(fit.converged()).isTrue();
  }

  @Test
  void maskedGaussianDataConstrainNothing() {
    DataTerm data =
        GaussianSpectrum.of(
            new double[] {1, 2, 3},
            new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
            new boolean[3]);
    NuisanceFit fit = fit(data, flat(10), NuisanceSet.standard());
    assertThat(fit.twiceNll()).isZero();
  }

  @Test
  void zeroBackgroundWithCountsIsVeryUnlikelyButFinite() {
    NuisanceFit fit = fit(PoissonCounts.of(3, 0, 2), NOTHING, NuisanceSet.standard());
    assertThat(fit.twiceNll()).isFinite().isGreaterThan(100);
    assertThat(fit.flooredBins()).isEqualTo(3);
    assertThat(fit.values()).containsOnly(0);
  }

  @Test
  void zeroDataPullTheRateDownWithinThePrior() {
    NuisanceFit fit = fit(PoissonCounts.of(0, 0, 0), flat(100), NuisanceSet.standard());
    assertThat(fit.converged()).isTrue();
    assertThat(fit.twiceNll()).isLessThan(600).isGreaterThan(0);
    assertThat(fit.value(1)).isNegative();
  }

  @Test
  void zeroDataWithAFreeNormalisationStopAtItsBound() {
    NuisanceFit fit = fit(PoissonCounts.of(0, 0, 0), flat(100), NuisanceSet.freeNormalisation());
    assertThat(fit.value(0)).isEqualTo(-10);
    assertThat(fit.twiceNll()).isCloseTo(600 * Math.exp(-10), within(1e-9));
  }

  @Test
  void perfectlyCorrelatedNuisancesShareTheShift() {
    NuisanceSet twins =
        new NuisanceSet(
            List.of(
                new Nuisance("a", new NuisanceKind.Normalisation(), 0.1),
                new Nuisance("b", new NuisanceKind.Normalisation(), 0.1)));
    NuisanceFit fit = fit(PoissonCounts.of(120, 120, 120), flat(100), twins);
    assertThat(fit.converged()).isTrue();
    assertThat(fit.value(0)).isCloseTo(fit.value(1), within(1e-9)).isPositive();
    double information = 0.01 * 3 * fit.rate()[0];
    assertThat(fit.correlation(0, 1)).isCloseTo(-information / (1 + information), within(0.01));
  }

  @Test
  void twoFreeParametersThatDoTheSameAreReportedAsUndetermined() {
    NuisanceSet twins =
        new NuisanceSet(
            List.of(
                new Nuisance("a", new NuisanceKind.Normalisation(), 1).free(),
                new Nuisance("b", new NuisanceKind.Normalisation(), 1).free()));
    NuisanceFit fit = fit(PoissonCounts.of(120, 120, 120), flat(100), twins);
    assertThat(fit.twiceNll()).isCloseTo(0, within(1e-8));
    assertThat(fit.value(0) + fit.value(1)).isCloseTo(Math.log(1.2), within(1e-6));
    assertThat(fit.uncertainty(0)).isFinite();
    assertThat(fit.uncertainty(1)).isInfinite();
  }

  @Test
  void aDipBelowZeroIsFiniteAndCounted() {
    Templates dip = flat(-500);
    Likelihood likelihood =
        Likelihood.of(PoissonCounts.of(90, 100, 110), BINS, flat(100), NuisanceSet.standard());
    NuisanceFit fit = likelihood.fit(dip);
    assertThat(fit.twiceNll()).isFinite();
    assertThat(fit.twiceNll()).isLessThanOrEqualTo(fit.nominalTwiceNll());
    assertThat(fit.flooredBins()).isPositive();
  }

  @Test
  void badInputIsNamed() {
    assertThatThrownBy(() -> fit(PoissonCounts.of(1, 2), flat(1), NuisanceSet.standard()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("2 bins");
    assertThatThrownBy(
            () -> fit(PoissonCounts.of(1, 2, 3), flat(Double.NaN), NuisanceSet.standard()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("background rate of bin 1");
    assertThatThrownBy(
            () -> GaussianSpectrum.of(new double[] {1, 2}, new double[][] {{1, 1}, {1, 1}}))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("bin 2");
    assertThatThrownBy(() -> new Nuisance("norm", new NuisanceKind.Normalisation(), 0))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("norm");
    assertThatThrownBy(
            () ->
                Likelihood.of(
                        PoissonCounts.of(1, 2, 3), BINS, flat(1), NuisanceSet.statisticsOnly())
                    .withExposure(Double.NaN))
        .isInstanceOf(ProblemException.class);
  }
}
