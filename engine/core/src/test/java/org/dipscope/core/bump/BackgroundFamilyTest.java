package org.dipscope.core.bump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.dipscope.core.bump.BackgroundFamily.Bernstein;
import org.dipscope.core.bump.BackgroundFamily.Dijet;
import org.dipscope.core.bump.BackgroundFamily.Dilepton;
import org.dipscope.core.bump.BackgroundFamily.LogPolynomial;
import org.dipscope.core.bump.BackgroundFamily.Ua2;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Values;
import org.junit.jupiter.api.Test;

class BackgroundFamilyTest {

  private static double[] published(boolean electrons, double... p) {
    double[] coefficients = new double[6];
    System.arraycopy(p, 0, coefficients, 1, 5);
    LogLinear shape =
        (LogLinear) new Dilepton(electrons ? 1 : 1.0 / 3, 13_000).on(Spectra.dileptonBins());
    double[] rate = new double[shape.bins()];
    shape.rate(shape.theta(coefficients), rate);
    double total = Values.of(rate).sum();
    double events = electrons ? 178_000 : 138_700;
    return java.util.Arrays.stream(rate).map(b -> b * events / total).toArray();
  }

  private static double largestPull(double[] counts, double[] rate) {
    double largest = 0;
    for (int i = 0; i < rate.length; i++) {
      if (rate[i] > 10) {
        largest = Math.max(largest, Math.abs(counts[i] - rate[i]) / Math.sqrt(rate[i]));
      }
    }
    return largest;
  }

  /** Phys. Lett. B 796 (2019) 68, table of the parameters of its eq. 1. */
  @Test
  void thePublishedDileptonFunctionsDescribeTheirData() {
    double[] ee = published(true, 1.5, -12.38, -4.295, -0.9191, -0.0845);
    assertThat(largestPull(Spectra.dileptonCounts(true), ee)).isLessThan(3.2);
    double[] mumu = published(false, 11.8, -7.38, -4.132, -1.0637, -0.1022);
    assertThat(largestPull(Spectra.dileptonCounts(false), mumu)).isLessThan(3.2);
  }

  @Test
  void theFittedDileptonFunctionIsAtLeastAsGoodAsThePublishedOne() {
    for (boolean electrons : new boolean[] {true, false}) {
      BumpData data =
          BumpData.of(
              "ll", Spectra.dileptonBins(), Values.of(Spectra.dileptonCounts(electrons)), null);
      BackgroundFit fit = BackgroundFit.of(new Dilepton(electrons ? 1 : 1.0 / 3, 13_000), data);
      assertThat(fit.converged()).isTrue();
      assertThat(fit.pValue()).isBetween(0.01, 0.9999);
      assertThat(fit.rate().sum()).isCloseTo(data.counts().sum(), within(1e-3));
    }
  }

  @Property(tries = 60)
  void aFitFromAnyStartFindsTheSameMinimum(
      @ForAll @IntRange(max = 4) int which,
      @ForAll @DoubleRange(min = -3, max = 3) double push,
      @ForAll @DoubleRange(min = 1, max = 5) double logScale) {
    Binning binning = Binning.uniform(40, 200, 1000);
    BackgroundFamily family =
        List.of(
                new LogPolynomial(4),
                new Dijet(4, 13_000),
                new Ua2(13_000),
                new Dilepton(1, 13_000),
                new Bernstein(3))
            .get(which);
    double[] counts = new double[40];
    for (int i = 0; i < 40; i++) {
      counts[i] = Math.rint(Math.pow(10, logScale) * Math.exp(-0.07 * i) * (1 + 0.1 * (i % 3)));
    }
    BackgroundShape shape = family.on(binning);
    boolean[] masked = new boolean[counts.length];
    PoissonFit fit = new PoissonFit(shape, masked);
    double[] start = shape.start(counts, masked);
    fit.fit(counts, start, null, 0);
    double best = fit.deviance();
    for (int k = 0; k < start.length; k++) {
      start[k] += push * (k % 2 == 0 ? 1 : -0.7);
    }
    fit.fit(counts, start, null, 0);
    assertThat(fit.deviance()).isCloseTo(best, within(1e-5 * (1 + best)));
  }

  @Test
  void aLinearBernsteinPolynomialIsRecovered() {
    Binning binning = Binning.uniform(20, 0, 2);
    double[] counts = new double[20];
    for (int i = 0; i < 20; i++) {
      counts[i] = 1000 - 40 * (i + 0.5);
    }
    BackgroundFit fit =
        BackgroundFit.of(new Bernstein(1), BumpData.of("line", binning, Values.of(counts), null));
    assertThat(fit.coefficients().toArray())
        .containsExactly(new double[] {1000, 200}, within(1e-3));
    assertThat(fit.deviance()).isCloseTo(0, within(1e-9));
    assertThat(fit.error().get(0)).isBetween(10.0, 20.0);
  }

  @Test
  void theTestsPreferTheOrderThatMadeTheData() {
    Binning binning = Binning.uniform(50, 0, 50);
    double[] counts = new double[50];
    for (int i = 0; i < 50; i++) {
      double x = (i - 24.5) / 24.5;
      double noise = i % 2 == 0 ? 1 : -1;
      double b = 1e5 * Math.exp(-2 * x + 0.5 * x * x);
      counts[i] = Math.rint(b + noise * Math.sqrt(b));
    }
    BumpData data = BumpData.of("two", binning, Values.of(counts), null);
    List<BackgroundFit> fits = BackgroundChoice.fits(BackgroundChoice.logPolynomials(50), data);
    assertThat(BackgroundChoice.byBic(fits).family()).isEqualTo(new LogPolynomial(2));
    assertThat(BackgroundChoice.byFTest(fits, 0.05).family()).isEqualTo(new LogPolynomial(2));
    assertThat(BackgroundChoice.fTest(fits.get(0), fits.get(1))).isLessThan(1e-9);
    assertThat(fits.get(1).pValue()).isBetween(0.1, 0.9);
  }

  @Test
  void aFamilyFakesNoSignalOfItsOwnButOneWhereItIsTooPoor() {
    BumpData data = BumpData.of("hgg", Spectra.hggBins(), Values.of(Spectra.hggCounts()), null);
    BackgroundFit truth = BackgroundFit.of(new LogPolynomial(3), data);
    ZCurve own = BackgroundChoice.spuriousSignal(truth, truth.family(), data, SignalWidths.ONE_BIN);
    assertThat(own.z().toArray()).containsExactly(new double[30], within(1e-3));
    ZCurve poor =
        BackgroundChoice.spuriousSignal(truth, new LogPolynomial(1), data, SignalWidths.ONE_BIN);
    assertThat(poor.z().get(poor.peak(false))).isGreaterThan(0.2);
  }

  @Test
  void namesAreReadBack() {
    for (String name :
        List.of(
            "logpoly3", "bernstein5", "dijet4", "dijet5@8000.0", "ua2", "dielectron", "dimuon")) {
      assertThat(BackgroundFamily.parse(name).orElseThrow().label()).isEqualTo(name);
    }
    assertThat(BackgroundFamily.parse("exp(-x)")).isEmpty();
    assertThatThrownBy(() -> BackgroundFamily.parse("dijet7")).hasMessageContaining("3 to 5");
    assertThatThrownBy(() -> new Dijet(4, 10).on(Binning.uniform(3, 100, 160)))
        .hasMessageContaining("outside the range");
  }
}
