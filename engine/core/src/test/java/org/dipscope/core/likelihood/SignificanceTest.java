package org.dipscope.core.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.physics.spectrum.Templates;
import org.junit.jupiter.api.Test;

class SignificanceTest {
  private static final Binning ONE = Binning.of(400, 500);

  private static Templates one(double value) {
    return new Templates(new double[] {value}, new double[1], new double[1]);
  }

  private static Likelihood counting(double background, NuisanceSet nuisances) {
    return Likelihood.of(PoissonCounts.of(0), ONE, one(background), nuisances);
  }

  /** Z&sup2; = 2[(s + b) ln(1 + s/b) &minus; s], for an excess and for a dip. */
  @Test
  void countingExperimentHasTheKnownAsimovSignificance() {
    for (double s : new double[] {10, -10}) {
      double z = Math.sqrt(2 * ((100 + s) * Math.log(1 + s / 100) - s));
      assertThat(Significance.expected(counting(100, NuisanceSet.statisticsOnly()), one(s)).z())
          .isCloseTo(z, within(1e-10));
    }
  }

  /** With a background known to f, Z is about s/&radic;(b + f&sup2;b&sup2;) for small s. */
  @Test
  void aOnePercentNormalisationErrorCostsWhatItShould() {
    NuisanceSet nuisances =
        new NuisanceSet(List.of(new Nuisance("norm", new NuisanceKind.Normalisation(), 0.01)));
    double b = 1e6;
    double s = -1000;
    double expected = 1000 / Math.sqrt(b + 1e-4 * b * b);
    assertThat(Significance.expected(counting(b, nuisances), one(s)).z())
        .isCloseTo(expected, within(2e-3 * expected));
    assertThat(Significance.expectedExclusion(counting(b, nuisances), one(s)).z())
        .isCloseTo(expected, within(2e-3 * expected));
  }

  @Test
  void observedSignificanceCarriesItsSign() {
    Likelihood likelihood = counting(100, NuisanceSet.statisticsOnly());
    assertThat(Significance.observed(likelihood.withData(PoissonCounts.of(85)), one(-15)).z())
        .isPositive();
    assertThat(Significance.observed(likelihood.withData(PoissonCounts.of(110)), one(-15)).z())
        .isNegative();
    assertThat(Significance.observed(likelihood, one(0)).z()).isZero();
  }

  /**
   * y = 10 + x and y&#8322; = 20 + y, both shifted by a nuisance through the mass scale: the joint
   * covariance follows from linear algebra, C<sub>xk</sub> = &minus;dx/d&theta;.
   */
  @Test
  void impactsInALinearModelAreTheAnalyticOnes() {
    LinearSignal model = new LinearSignal(new double[][] {{1, 0}, {0, 1}}, 0, 0);
    NuisanceSet nuisances =
        new NuisanceSet(List.of(new Nuisance("scale", new NuisanceKind.MassScale(), 0.1)));
    Templates background =
        new Templates(new double[] {10, 20}, new double[] {5, -3}, new double[2]);
    Likelihood likelihood =
        Likelihood.of(model.likelihood().data(), LinearSignal.BINS, background, nuisances);
    ParameterGrid grid =
        new ParameterGrid(Axis.linear("x", "", -4, 4, 17), Axis.linear("y", "", -6, 6, 17));
    SurfaceCache cache = SurfaceCache.fill(model, grid, Workers.callerOnly(), new CancelToken());
    SurfaceScan scan = SurfaceScan.of(likelihood, model, SignalMixing.unit(), cache);
    Impact impact = scan.impacts(0, 0).orElseThrow().get(0);
    assertThat(impact.nuisance()).isEqualTo("scale");
    assertThat(impact.auxiliaryX()).isCloseTo(-0.5, within(1e-6));
    assertThat(impact.auxiliaryY()).isCloseTo(0.3, within(1e-6));
    assertThat(impact.heldX()).isCloseTo(-0.5, within(1e-6));
    assertThat(impact.heldY()).isCloseTo(0.3, within(1e-6));
    assertThat(scan.fit(0, 0).twiceNll()).isCloseTo(0, within(1e-12));
  }

  @Test
  void impactsAreNotInventedWhereThereIsNoCurvature() {
    LinearSignal flat = new LinearSignal(new double[][] {{0, 0}, {0, 0}}, 0, 0);
    ParameterGrid grid =
        new ParameterGrid(Axis.linear("x", "", -4, 4, 5), Axis.linear("y", "", -6, 6, 5));
    SurfaceCache cache = SurfaceCache.fill(flat, grid, Workers.callerOnly(), new CancelToken());
    SurfaceScan scan =
        SurfaceScan.of(
            flat.likelihood().withNuisances(NuisanceSet.standard()),
            flat,
            SignalMixing.unit(),
            cache);
    assertThat(scan.impacts(0, 0)).isEmpty();
  }
}
