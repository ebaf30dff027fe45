package org.dipscope.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Histogram;
import org.dipscope.core.histogram.ResolutionBinning;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Test;

class ColumnSurveyTest {
  private static final CancelToken TOKEN = new CancelToken();

  private static EventTable table(double... values) {
    EventColumn x = new EventColumn("x [GeV]", "GeV", EventColumn.Type.NUMBER);
    return new EventTable("events", List.of(x), List.of(Values.of(values)));
  }

  private static ValueProfile profile(double... values) {
    return ColumnSurvey.profiles(table(values), List.of(0), rows -> {}, TOKEN).getFirst();
  }

  private static double[] normal(int count, double mean, double sigma) {
    SplittableRandom random = new SplittableRandom(7);
    return IntStream.range(0, count)
        .mapToDouble(i -> mean + sigma * random.nextGaussian())
        .toArray();
  }

  @Test
  void missingValuesAreCountedAndLeftOut() {
    ValueProfile profile = profile(3, Double.NaN, -1, 7, Double.NaN);
    assertThat(profile.values()).isEqualTo(3);
    assertThat(profile.missing()).isEqualTo(2);
    assertThat(profile.minimum()).isEqualTo(-1);
    assertThat(profile.maximum()).isEqualTo(7);
    assertThat(profile.mean()).isEqualTo(3);
    assertThat(profile.whole()).isTrue();
    assertThat(profile.first()).isEqualTo(Values.of(3, Double.NaN, -1, 7, Double.NaN));
    assertThat(profile(1, 2.5).whole()).isFalse();
  }

  @Test
  void nothingToProfileIsNoError() {
    ValueProfile profile = profile(Double.NaN);
    assertThat(profile.minimum()).isNaN();
    assertThat(profile.mean()).isNaN();
    assertThat(profile.quantile(0.5)).isNaN();
    assertThat(AutomaticBinning.of(profile)).isEqualTo(Binning.uniform(1, 0, 1));
  }

  @Test
  void theSampleOfALongColumnIsSpreadOverAllOfIt() {
    double[] rising = IntStream.range(0, 1_000_000).mapToDouble(i -> i).toArray();
    ValueProfile profile = profile(rising);
    assertThat(profile.sample().size()).isBetween(8192, 16_384);
    assertThat(profile.quantile(0.5)).isCloseTo(500_000, within(2_000.0));
    assertThat(profile.quantile(0)).isZero();
    assertThat(profile.quantile(1)).isGreaterThan(999_000);
  }

  @Test
  void objectsOfListsAreCountedOneByOne() {
    EventColumn pt = new EventColumn("pt", "GeV", EventColumn.Type.NUMBER, EventColumn.Shape.LIST);
    EventSource jets =
        new EventSource() {
          @Override
          public String name() {
            return "jets";
          }

          @Override
          public List<EventColumn> columns() {
            return List.of(pt);
          }

          @Override
          public void read(List<Integer> wanted, Consumer<EventBatch> consumer, CancelToken token) {
            double[][] values = {{10, 20, 30, 99, 99}};
            consumer.accept(new EventBatch(3, values, new int[][] {{0, 2, 2, 3}}));
          }
        };
    ValueProfile profile = ColumnSurvey.profiles(jets, List.of(0), r -> {}, TOKEN).getFirst();
    assertThat(profile.values()).isEqualTo(3);
    assertThat(profile.mean()).isEqualTo(20);
    Histogram histogram =
        ColumnSurvey.distribution(jets, 0, Binning.uniform(2, 0, 25), r -> {}, TOKEN);
    assertThat(histogram.contents()).isEqualTo(Values.of(1, 1));
    assertThat(histogram.overflow()).isEqualTo(1);
  }

  @Test
  void theDistributionCountsEveryValueOnce() {
    List<Long> rows = new ArrayList<>();
    Histogram histogram =
        ColumnSurvey.distribution(
            table(0, 0.5, 1, 2, -3, 5, Double.NaN), 0, Binning.uniform(2, 0, 2), rows::add, TOKEN);
    assertThat(histogram.contents()).isEqualTo(Values.of(2, 2));
    assertThat(histogram.errorsHigh().get(0)).isEqualTo(Math.sqrt(2));
    assertThat(histogram.underflow()).isEqualTo(1);
    assertThat(histogram.overflow()).isEqualTo(1);
    assertThat(histogram.axis().label()).isEqualTo("x");
    assertThat(histogram.axis().unit()).isEqualTo("GeV");
    assertThat(rows).containsExactly(7L);
  }

  @Test
  void anExpressionIsProfiledAsOneColumn() {
    ValueProfile profile = ColumnSurvey.profile(table(1, 2, 3), "2*x + 0.5", TOKEN);
    assertThat(profile.minimum()).isEqualTo(2.5);
    assertThat(profile.maximum()).isEqualTo(6.5);
    assertThatThrownBy(() -> ColumnSurvey.profile(table(1), "y", TOKEN))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("no column \"y\"");
  }

  @Test
  void aCancelledSurveyStops() {
    CancelToken token = new CancelToken();
    token.cancel();
    assertThatThrownBy(() -> ColumnSurvey.profiles(table(1), List.of(0), r -> {}, token))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void wholeNumbersLieInTheMiddleOfTheirBins() {
    Binning bins = AutomaticBinning.of(profile(0, 1, 1, 2, 4));
    assertThat(bins).isEqualTo(Binning.uniform(5, -0.5, 4.5));
  }

  @Test
  void automaticBinsHaveRoundEdgesAndLeaveOutFarTails() {
    double[] values = normal(20_000, 91.19, 2.5);
    values[77] = 1e7;
    Binning bins = AutomaticBinning.of(profile(values));
    assertThat(bins.high(bins.count() - 1)).isBetween(97.0, 125.0);
    assertThat(bins.count()).isBetween(20, 110);
    double width = bins.width(0);
    double digits = width / Math.pow(10, Math.floor(Math.log10(width)));
    assertThat(Math.min(Math.abs(digits - 1), Math.min(Math.abs(digits - 2), Math.abs(digits - 5))))
        .isLessThan(1e-6);
  }

  @Test
  void aConstantHasOneBin() {
    Binning bins = AutomaticBinning.of(profile(173.2, 173.2));
    assertThat(bins.count()).isEqualTo(1);
    assertThat(bins.indexOf(173.2)).isZero();
  }

  @Test
  void extremesMakeBinsToo() {
    for (double[] values :
        new double[][] {
          {-1e300, 1e300},
          {0, Double.MIN_VALUE},
          {1e-12, 2e-12, 3e-12},
          {1e15, 1e15 + 2, 1e15 + 7},
          {Double.NEGATIVE_INFINITY, 1, 2, Double.POSITIVE_INFINITY}
        }) {
      Binning bins = AutomaticBinning.of(profile(values));
      assertThat(bins.count()).isBetween(1, 200);
    }
  }

  @Test
  void everyRuleMakesItsBins() {
    ResolutionBinning eightPercent = new ResolutionBinning(0.08, 0, 0, 1);
    assertThat(
            new BinningRule.Resolution(eightPercent, 100, 1000).binning(() -> profile(1)).high(0))
        .isCloseTo(108, within(1e-9));
    assertThat(new BinningRule.Logarithmic(3, 1, 1000).binning(() -> profile(1)).low(1))
        .isCloseTo(10, within(1e-9));
    assertThat(new BinningRule.Automatic().binning(() -> profile(0, 1, 2)).count()).isEqualTo(3);
    assertThat(new BinningRule.Edges(Values.of(0, 1, 5)).binning(() -> profile(1)).width(1))
        .isEqualTo(4);
  }

  @Test
  void rulesThatMakeNoBinsSayWhy() {
    for (BinningRule rule :
        List.of(
            new BinningRule.Logarithmic(10, 0, 5),
            new BinningRule.Logarithmic(0, 1, 5),
            new BinningRule.Resolution(new ResolutionBinning(0.1, 0, 0, 1), 100, 50),
            new BinningRule.Uniform(2_000_000, 0, 1),
            new BinningRule.Uniform(10, 5, 5),
            new BinningRule.Edges(Values.of(3, 2)))) {
      assertThatThrownBy(() -> rule.binning(() -> profile(1))).isInstanceOf(ProblemException.class);
    }
  }
}
