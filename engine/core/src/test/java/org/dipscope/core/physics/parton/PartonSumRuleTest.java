package org.dipscope.core.physics.parton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.dipscope.core.math.Complex;
import org.dipscope.core.math.GaussLegendre;

/** What must hold at every scale, whatever the input was. */
class PartonSumRuleTest {
  private static final GaussLegendre RULE = GaussLegendre.ofPoints(40);

  @Provide
  Arbitrary<PartonDistribution> sets() {
    return Arbitraries.of(
        BuiltinPdf.MSTW2008LO, LesHouchesToy.VARIABLE_FLAVOURS, LesHouchesToy.FOUR_FLAVOURS);
  }

  @Provide
  Arbitrary<PartonDistribution> toys() {
    return Arbitraries.of(LesHouchesToy.VARIABLE_FLAVOURS, LesHouchesToy.FOUR_FLAVOURS);
  }

  @Provide
  Arbitrary<PartonInput> inputs() {
    return Arbitraries.of(BuiltinPdf.input(), LesHouchesToy.input());
  }

  @Property(tries = 100)
  void evolutionKeepsTheMomentumOfAnyInput(
      @ForAll("inputs") PartonInput input,
      @ForAll @DoubleRange(min = 0, max = 2) double length,
      @ForAll @IntRange(min = 3, max = 6) int flavours) {
    Complex two = new Complex(2, 0);
    EvolvedMoments moments = EvolvedMoments.of(input, two);
    double before = momentum(moments);
    assertThat(before).isCloseTo(1, within(3e-5));
    moments.evolve(SplittingMoments.at(two, flavours), flavours, length);
    assertThat(momentum(moments)).isCloseTo(before, within(1e-13));
  }

  private static double momentum(EvolvedMoments moments) {
    Complex sum = moments.gluon();
    for (int f = 0; f < EvolvedMoments.FLAVOURS; f++) {
      sum = sum.plus(moments.quark(f)).plus(moments.antiquark(f));
    }
    return sum.re();
  }

  @Property(tries = 50)
  void inputsCountTheValenceQuarksAndEvolutionKeepsThem(@ForAll("inputs") PartonInput input) {
    Complex one = Complex.ONE;
    assertThat(input.minus().get(0).moment(one).re()).isCloseTo(1, within(1e-5));
    assertThat(input.minus().get(1).moment(one).re()).isCloseTo(2, within(1e-4));
    assertThat(input.minus().get(2).moment(one).re()).isCloseTo(0, within(1e-6));
    for (int nf = 3; nf <= 6; nf++) {
      // 1e-9 off the pole of the other kernels at N = 1
      SplittingMoments p = SplittingMoments.at(new Complex(1 + 1e-9, 0), nf);
      assertThat(p.qq().re()).isCloseTo(0, within(1e-8));
    }
  }

  @Property(tries = 6)
  void theInvertedToyCarriesAllMomentum(
      @ForAll("toys") PartonDistribution pdf,
      @ForAll @DoubleRange(min = 1.5, max = 2000) double qGeV) {
    double momentum =
        integral(
            pdf.atScale(qGeV),
            -32,
            (partons, x) -> {
              double sum = partons.xf(21, x);
              for (int f = 1; f <= 6; f++) {
                sum += partons.xf(f, x) + partons.xf(-f, x);
              }
              return x * sum;
            });
    assertThat(momentum).isCloseTo(0.99999998, within(1e-7));
  }

  @Property(tries = 6)
  void theInvertedToyHasTwoUpAndOneDownQuark(
      @ForAll("toys") PartonDistribution pdf,
      @ForAll @DoubleRange(min = 1.5, max = 2000) double qGeV) {
    PartonsAtScale partons = pdf.atScale(qGeV);
    double[] counts = new double[4];
    for (int f = 1; f <= 3; f++) {
      int flavour = f;
      counts[f] = integral(partons, -20, (p, x) -> p.xf(flavour, x) - p.xf(-flavour, x));
    }
    // below x = 2e-9 remain some 1e-6 of the quarks
    assertThat(counts[1]).isCloseTo(1, within(1e-5));
    assertThat(counts[2]).isCloseTo(2, within(1e-5));
    assertThat(counts[3]).isCloseTo(0, within(1e-5));
  }

  @Property(tries = 12)
  void luminosityOfOneInversionIsTheConvolution(
      @ForAll("sets") PartonDistribution pdf,
      @ForAll @DoubleRange(min = 1.5, max = 2000) double qGeV,
      @ForAll @DoubleRange(min = 1.2, max = 9.2) double logInverseTau) {
    double tau = Math.exp(-logInverseTau);
    PartonsAtScale partons = pdf.atScale(qGeV);
    Luminosity inverted = partons.luminosity(tau);
    Luminosity integrated = convolution(partons).at(tau);
    assertThat(inverted.gg()).isCloseTo(integrated.gg(), within(1e-8 * integrated.gg()));
    assertThat(inverted.qqbar()).isCloseTo(integrated.qqbar(), within(1e-8 * integrated.qqbar()));
  }

  @Property(tries = 40)
  void luminositiesFallWithTheMassAndStayPositive(
      @ForAll("sets") PartonDistribution pdf,
      @ForAll @DoubleRange(min = 1.5, max = 2000) double qGeV,
      @ForAll @DoubleRange(min = 0.2, max = 14) double logInverseTau) {
    double tau = Math.exp(-logInverseTau);
    PartonsAtScale partons = pdf.atScale(qGeV);
    Luminosity here = partons.luminosity(tau);
    Luminosity further = partons.luminosity(tau * 1.02);
    assertThat(further.gg()).isPositive().isLessThan(here.gg());
    assertThat(further.qqbar()).isPositive().isLessThan(here.qqbar());
  }

  @Property(tries = 100)
  void theCouplingFallsWithTheScale(
      @ForAll("sets") PartonDistribution pdf,
      @ForAll @DoubleRange(min = 1.5, max = 1e4) double qGeV) {
    assertThat(pdf.alphaS(qGeV * 1.001)).isPositive().isLessThan(pdf.alphaS(qGeV));
  }

  private static LuminosityIntegral convolution(PartonsAtScale partons) {
    double[] knots = new double[41];
    for (int i = 0; i < knots.length; i++) {
      // finer towards x = 1, where powers of 1 − x are hard to integrate
      double fraction = (double) (knots.length - 1 - i) / (knots.length - 1);
      knots[i] = -10 * fraction * fraction * fraction;
    }
    return new LuminosityIntegral(
        (logX, out) -> {
          double x = Math.min(Math.exp(logX), 1);
          out[0] = partons.xf(21, x);
          for (int f = 1; f <= 5; f++) {
            out[2 * f - 1] = partons.xf(f, x);
            out[2 * f] = partons.xf(-f, x);
          }
        },
        knots,
        false);
  }

  private interface Integrand {
    double at(PartonsAtScale partons, double x);
  }

  /** ∫ d ln x in panels of 1, refined towards x = 1. */
  private static double integral(PartonsAtScale partons, double lowestLogX, Integrand integrand) {
    double sum = 0;
    double high = 0;
    for (double low = -0.01; high > lowestLogX; low = Math.max(low * 2, low - 1)) {
      sum += RULE.integrate(u -> integrand.at(partons, Math.exp(u)), low, high);
      high = low;
    }
    return sum;
  }
}
