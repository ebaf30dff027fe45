package org.dipscope.core.bump.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HistogramGeneratorTest {
  private static final EndpointPrior USUAL = EndpointPrior.USUAL;

  @ParameterizedTest
  @EnumSource(FunctionMother.class)
  void functionsFallFromFirstToLastContent(FunctionMother family) {
    double[] y = family.contents(65, 5e4, 20, 0.7, 2.5);

    assertThat(y[0]).isCloseTo(5e4, within(1e-6));
    assertThat(y[64]).isCloseTo(20, within(1e-6));
    for (int i = 1; i < y.length; i++) {
      assertThat(y[i]).isLessThan(y[i - 1]);
    }
  }

  @Test
  void anInverseSquareIsStretchedOverTheBins() {
    // g = 1/x^2 at x = 1, 2.5, 4 for c = 1/3 and three bins: 1, 0.16, 0.0625.
    double[] y = FunctionMother.INVERSE_SQUARE.contents(3, 1000, 10, 1.0 / 3, 0);

    assertThat(y[1]).isCloseTo(10 + 990 * (0.16 - 0.0625) / (1 - 0.0625), within(1e-9));
  }

  @Test
  void everyFamilyIsPositive() {
    UniformRandomProvider random = HistogramGenerator.block(3, 0);
    List<Mother> families =
        List.of(
            FunctionMother.anyOf(USUAL),
            new LogPolynomialMother(USUAL),
            LogShapeMother.DIJET.of(USUAL),
            LogShapeMother.DILEPTON.of(new EndpointPrior(0.05, 1e5, 30)),
            new TemplateMother(List.of(Values.of(100, 50, 20, 10))),
            new ElectronPairs());
    for (Mother family : families) {
      for (int k = 0; k < 50; k++) {
        for (double b : family.draw(30 + k, random)) {
          assertThat(b).as(family.name()).isPositive().isFinite();
        }
      }
    }
  }

  @Test
  void electronPairsAreThoseOfThePublishedSearch() {
    // 178 020 observed events; the first bin of the published table holds 16 815.
    double[] y = new ElectronPairs().draw(ElectronPairs.BINS, HistogramGenerator.block(1, 1));

    assertThat(Values.of(y).sum()).isCloseTo(178_000, within(1e-6));
    assertThat(y[0]).isCloseTo(16_815, within(500.0));
  }

  @Test
  void signalsHaveTheirAsimovSignificance() {
    double[] background = FunctionMother.EXPONENTIAL.contents(60, 3e3, 15, 1, 0);
    for (double wanted : new double[] {0.3, 5, 10, -4}) {
      double[] signal = SignalInjection.gaussian(60, 45, 2);
      double reached = SignalInjection.scale(signal, background, wanted);
      double q = 0;
      for (int i = 0; i < 60; i++) {
        double n = background[i] + signal[i];
        q += 2 * (n * Math.log(n / background[i]) - signal[i]);
      }
      assertThat(reached).isCloseTo(wanted, within(1e-6));
      assertThat(Math.sqrt(q)).isCloseTo(Math.abs(wanted), within(1e-6));
    }
  }

  @Test
  void aDipNeverEmptiesABin() {
    double[] background = FunctionMother.LINEAR.contents(40, 40, 10, 1, 0);
    double[] signal = SignalInjection.gaussian(40, 38, 1);
    double reached = SignalInjection.scale(signal, background, -9);

    assertThat(reached).isBetween(-9.0, -1.0);
    for (int i = 0; i < 40; i++) {
      assertThat(background[i] + signal[i]).isPositive();
    }
  }

  @Test
  void theTargetIsTheLargestOverTheWidths() {
    HistogramGenerator generator = new HistogramGenerator(GeneratorSettings.functions(1.0, 4.0));
    PseudoHistogram drawn = generator.next(50, HistogramGenerator.block(5, 2));

    for (int i = 0; i < 50; i++) {
      assertThat(drawn.target()[i])
          .isEqualTo(Math.max(drawn.byWidth()[0][i], drawn.byWidth()[1][i]));
    }
  }

  @Test
  void blocksCanBeDrawnInAnyOrder() {
    GeneratorSettings settings = GeneratorSettings.logPolynomials(1.0);
    HistogramGenerator one = new HistogramGenerator(settings);
    HistogramGenerator other = new HistogramGenerator(settings);
    double[] later = one.next(40, HistogramGenerator.block(9, 7)).counts();
    other.next(55, HistogramGenerator.block(9, 6));

    assertThat(other.next(40, HistogramGenerator.block(9, 7)).counts()).isEqualTo(later);
    assertThat(other.next(40, HistogramGenerator.block(9, 8)).counts()).isNotEqualTo(later);
  }

  @Test
  void injectedBumpsAreFoundWhereTheyAre() {
    HistogramGenerator generator = new HistogramGenerator(GeneratorSettings.functions(1.0));
    UniformRandomProvider random = HistogramGenerator.block(4, 4);
    double sum = 0;
    double injected = 0;
    for (int k = 0; k < 2000; k++) {
      PseudoHistogram drawn = generator.next(40, random);
      sum += drawn.target()[drawn.centre()];
      injected += drawn.injected();
    }
    // z of an Asimov significance fluctuates with a standard deviation of about one.
    assertThat(sum / 2000).isCloseTo(injected / 2000, within(0.12));
  }

  @Test
  void poissonNumbersHaveMeanAndVariance() {
    UniformRandomProvider random = HistogramGenerator.block(8, 1);
    for (double mean : new double[] {0, 0.3, 4, 9.99, 10, 37, 1e3, 9e4}) {
      int draws = 40_000;
      double sum = 0;
      double squares = 0;
      for (int k = 0; k < draws; k++) {
        double n = PoissonDraw.draw(mean, random);
        sum += n - mean;
        squares += (n - mean) * (n - mean);
      }
      assertThat(sum / draws).isCloseTo(0, within(4.5 * Math.sqrt(mean / draws) + 1e-12));
      double spread = Math.sqrt((2 * mean * mean + mean) / draws);
      assertThat(squares / draws).isCloseTo(mean, within(4.5 * spread + 1e-12));
    }
  }

  @Test
  void impossibleSettingsAreExplained() {
    assertThatThrownBy(() -> new EndpointPrior(10, 20, 3))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("cannot fall by 3");
    assertThatThrownBy(() -> new SignalPrior(List.of(), 10, 1, 0, 0, 0))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> new TemplateMother(List.of(Values.of(1, 0))))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(
            () ->
                new GeneratorSettings(
                    100,
                    30,
                    List.of(new ElectronPairs()),
                    Values.of(1),
                    SignalPrior.bumps(1.0),
                    Values.of(1)))
        .isInstanceOf(ProblemException.class);
  }
}
