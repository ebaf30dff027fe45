package org.dipscope.core.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.math.Cholesky;
import org.dipscope.core.math.FlatArrays;
import org.dipscope.core.physics.spectrum.Templates;
import org.junit.jupiter.api.Test;

class ProfilingTest {

  @Property(tries = 200)
  void valueIsThatOfThePlainFormulas(
      @ForAll long seed, @ForAll @DoubleRange(min = -2, max = 2) double size) {
    RandomModels model = new RandomModels(seed);
    double[] theta = new double[6];
    for (int k = 0; k < theta.length; k++) {
      theta[k] = size * model.random.nextGaussian();
    }
    PlainLikelihood plain =
        new PlainLikelihood(model.counts, model.binning, model.background, NuisanceSet.standard());
    for (int i = 0; i < model.counts.length; i++) {
      if (!(plain.rate(i, model.signal, theta) > 1e-3)) {
        return;
      }
    }
    double expected = plain.twiceNll(model.signal, theta);
    assertThat(model.likelihood(model.poisson()).twiceNll(model.signal, theta))
        .isCloseTo(expected, within(1e-11 * (1 + expected + sum(model.counts) * 1e-3)));
  }

  @Property(tries = 200)
  void gradientAndHessianAreExact(
      @ForAll long seed,
      @ForAll boolean counts,
      @ForAll @DoubleRange(min = 0, max = 1.5) double size) {
    RandomModels model = new RandomModels(seed);
    DataTerm data = counts ? model.poisson() : model.gaussian();
    Profiler profiler = model.likelihood(data).newProfiler();
    profiler.setSignal(model.signal);
    NuisanceObjective objective = profiler.objective();
    int n = objective.size();
    double[] theta = new double[n];
    for (int k = 0; k < n; k++) {
      theta[k] = size * model.random.nextGaussian();
    }
    double[] gradient = new double[n];
    double[] hessian = new double[n * n];
    double value = objective.evaluate(theta, gradient, hessian);
    assertThat(value).isEqualTo(objective.value(theta));
    double[] up = new double[n];
    double[] down = new double[n];
    double[] unused = new double[n * n];
    double h = 1e-4;
    for (int k = 0; k < n; k++) {
      double[] shifted = theta.clone();
      shifted[k] += h;
      double above = objective.evaluate(shifted, up, unused);
      shifted[k] -= 2 * h;
      double below = objective.evaluate(shifted, down, unused);
      double scale = 1 + value + Math.abs(hessian[k * n + k]);
      assertThat(gradient[k]).isCloseTo((above - below) / (2 * h), within(1e-6 * scale));
      for (int l = 0; l < n; l++) {
        assertThat(hessian[k * n + l]).isCloseTo((up[l] - down[l]) / (2 * h), within(1e-6 * scale));
        assertThat(hessian[k * n + l]).isEqualTo(hessian[l * n + k]);
      }
    }
  }

  @Property(tries = 100)
  void profilingNeverEndsAboveStatisticsOnly(@ForAll long seed, @ForAll boolean counts) {
    RandomModels model = new RandomModels(seed);
    NuisanceFit fit =
        model.likelihood(counts ? model.poisson() : model.gaussian()).fit(model.signal);
    assertThat(fit.twiceNll()).isLessThanOrEqualTo(fit.nominalTwiceNll() * (1 + 1e-15) + 1e-12);
    assertThat(fit.converged()).isTrue();
    assertThat(fit.twiceNll()).isGreaterThanOrEqualTo(-1e-12);
  }

  @Property(tries = 20)
  void minimumIsThatOfACoordinateSearch(@ForAll long seed) {
    RandomModels model = new RandomModels(seed);
    NuisanceSet nuisances = NuisanceSet.standard().without("mass scale").without("resolution");
    PlainLikelihood plain =
        new PlainLikelihood(model.counts, model.binning, model.background, nuisances);
    double expected = plain.profile(model.signal);
    double reached =
        model.likelihood(model.poisson()).withNuisances(nuisances).fit(model.signal).twiceNll();
    if (Double.isFinite(expected)) {
      assertThat(reached).isLessThanOrEqualTo(expected + 1e-8 * (1 + expected));
      assertThat(reached).isGreaterThanOrEqualTo(expected - 1e-4 * (1 + expected));
    }
  }

  /**
   * A Gaussian measurement with mass scale and resolution is linear: with r = y &minus; &nu;(0) and
   * columns J, &theta; = (J<sup>T</sup>WJ + 1)<sup>&minus;1</sup> J<sup>T</sup>W r.
   */
  @Test
  void linearGaussianModelHasItsAnalyticSolution() {
    Binning binning = Binning.uniform(3, 400, 700);
    Templates background =
        new Templates(
            new double[] {100, 60, 30}, new double[] {-300, -150, 20}, new double[] {8, -3, 5});
    double[] y = {95, 66, 31};
    double[][] v = {{25, 3, 1}, {3, 16, 2}, {1, 2, 9}};
    double sigmaScale = 0.02;
    double sigmaResolution = 0.1;
    NuisanceSet nuisances =
        new NuisanceSet(
            List.of(
                new Nuisance("scale", new NuisanceKind.MassScale(), sigmaScale),
                new Nuisance("resolution", new NuisanceKind.Resolution(), sigmaResolution)));
    NuisanceFit fit =
        Likelihood.of(GaussianSpectrum.of(y, v), binning, background, nuisances)
            .fit(new Templates(new double[3], new double[3], new double[3]));

    double[] w = v[0].length == 3 ? flatten(v) : new double[0];
    Cholesky.factorise(w, 3);
    double[] r = {-5, 6, 1};
    double[] j0 = {-300 * sigmaScale, -150 * sigmaScale, 20 * sigmaScale};
    double[] j1 = {8 * sigmaResolution, -3 * sigmaResolution, 5 * sigmaResolution};
    double[] w0 = j0.clone();
    double[] w1 = j1.clone();
    double[] wr = r.clone();
    Cholesky.solve(w, 3, w0);
    Cholesky.solve(w, 3, w1);
    Cholesky.solve(w, 3, wr);
    double a = FlatArrays.dot(j0, w0, 3) + 1;
    double b = FlatArrays.dot(j0, w1, 3);
    double c = FlatArrays.dot(j1, w1, 3) + 1;
    double g0 = FlatArrays.dot(j0, wr, 3);
    double g1 = FlatArrays.dot(j1, wr, 3);
    double determinant = a * c - b * b;
    double theta0 = (c * g0 - b * g1) / determinant;
    double theta1 = (a * g1 - b * g0) / determinant;
    assertThat(fit.value(0)).isCloseTo(theta0, within(1e-12));
    assertThat(fit.value(1)).isCloseTo(theta1, within(1e-12));
    assertThat(fit.covariance(0, 0)).isCloseTo(c / determinant, within(1e-12));
    assertThat(fit.covariance(0, 1)).isCloseTo(-b / determinant, within(1e-12));
    assertThat(fit.covariance(1, 1)).isCloseTo(a / determinant, within(1e-12));
    assertThat(fit.twiceNll())
        .isCloseTo(FlatArrays.dot(r, wr, 3) - theta0 * g0 - theta1 * g1, within(1e-10));
    assertThat(fit.pull(0)).isCloseTo(theta0 / Math.sqrt(c / determinant), within(1e-12));
  }

  /** With one bin and a free normalisation the fit reproduces the count. */
  @Test
  void freeNormalisationAbsorbsACount() {
    NuisanceFit fit =
        Likelihood.of(
                PoissonCounts.of(50),
                Binning.of(400, 500),
                new Templates(new double[] {100}, new double[1], new double[1]),
                NuisanceSet.freeNormalisation())
            .fit(new Templates(new double[1], new double[1], new double[1]));
    assertThat(fit.twiceNll()).isCloseTo(0, within(1e-9));
    assertThat(fit.value(0)).isCloseTo(Math.log(0.5), within(1e-6));
    assertThat(fit.uncertainty(0)).isCloseTo(1 / Math.sqrt(50), within(1e-5));
    assertThat(fit.rate()[0]).isCloseTo(50, within(1e-4));
    assertThat(fit.rateUncertainty()[0]).isCloseTo(Math.sqrt(50), within(1e-3));
  }

  /** One constrained log-normal: n ln-scale equation solved by bisection. */
  @Test
  void constrainedNormalisationBalancesPriorAndData() {
    NuisanceSet nuisances =
        new NuisanceSet(List.of(new Nuisance("norm", new NuisanceKind.Normalisation(), 0.1)));
    NuisanceFit fit =
        Likelihood.of(
                PoissonCounts.of(130),
                Binning.of(400, 500),
                new Templates(new double[] {100}, new double[1], new double[1]),
                nuisances)
            .fit(new Templates(new double[1], new double[1], new double[1]));
    double theta = fit.value(0);
    assertThat(2 * 0.1 * (100 * Math.exp(0.1 * theta) - 130) + 2 * theta)
        .isCloseTo(0, within(1e-6));
  }

  private static double[] flatten(double[][] v) {
    double[] flat = new double[9];
    for (int i = 0; i < 3; i++) {
      System.arraycopy(v[i], 0, flat, 3 * i, 3);
    }
    return flat;
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
