package org.dipscope.core.bump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Values;
import org.junit.jupiter.api.Test;

class InspectionTest {
  private static final Binning BINS = Binning.uniform(60, 100, 700);
  private static final BackgroundFamily FALLS = new BackgroundFamily.LogPolynomial(2);
  private static final AnyWidth KNOWN = new AnyWidth(AnyWidth.Kind.UNBIASED, KnownEstimator::new);
  private static final AnyWidth PROFILE =
      new AnyWidth(AnyWidth.Kind.PROFILED, widths -> new ProfileEstimator(widths, FALLS));
  private static final AnyWidth JOINT =
      new AnyWidth(AnyWidth.Kind.UNBIASED, widths -> new JointEstimator(widths, FALLS));
  private static final AnyWidth PULLED =
      new AnyWidth(AnyWidth.Kind.PULLED, widths -> new BackgroundOnlyEstimator(widths, FALLS));
  private static final AnyWidth WINDOWS =
      new AnyWidth(
          AnyWidth.Kind.WINDOWS,
          widths -> new BumpHunter(widths.sigma(), widths.deficit(), false, null));
  private static final Values FALLING =
      Values.of(IntStream.range(0, 60).mapToDouble(i -> 4000 * Math.exp(-i / 20.0)).toArray());

  /** The falling spectrum without fluctuations and a Gaussian on top. */
  private static BumpData with(InjectedSignal signal) {
    Values events = signal.over(BINS, FALLING).events();
    return BumpData.of("toy", BINS, plus(FALLING, events), FALLING);
  }

  private static Values plus(Values one, Values other) {
    double[] sum = one.toArray();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += other.get(i);
    }
    return Values.of(sum);
  }

  private static BumpData spike(double events) {
    double[] counts = FALLING.toArray();
    counts[30] += events;
    return BumpData.of("spike", BINS, Values.of(counts), FALLING);
  }

  private static WidthMap map(BumpData data, AnyWidth definition) {
    return WidthMap.of(
        data,
        definition,
        definition.widths(data.bins()),
        Workers.callerOnly(),
        row -> {},
        new CancelToken());
  }

  private static Stability stability(BumpData data, AnyWidth definition, double sigma) {
    return Stability.of(
        data, definition, BINS.centre(30), sigma, false, variant -> {}, new CancelToken());
  }

  private static Response response(AnyWidth definition, double width) {
    return Response.of(
        "any",
        with(new InjectedSignal(405, 10, 0)),
        FALLING,
        definition,
        30,
        width,
        Response.strengths(1),
        step -> {},
        new CancelToken());
  }

  @Test
  void aSignalIsBrightestAtItsMassAndWidth() {
    for (double sigma : new double[] {1, 2, 4}) {
      for (AnyWidth definition : List.of(KNOWN, PROFILE, JOINT)) {
        WidthMap map = map(with(new InjectedSignal(405, 10 * sigma, 8)), definition);
        WidthMap.Cell best = map.best(bin -> true);
        assertThat(best.bin()).isEqualTo(30);
        assertThat(map.width().get(best.row())).isCloseTo(sigma, within(1e-9));
        assertThat(map.best(30)).isEqualTo(best);
        assertThat(map.width(best)).isCloseTo(10 * sigma, within(1e-6));
      }
    }
    WidthMap three = map(with(new InjectedSignal(405, 30, 8)), KNOWN);
    assertThat(three.width().get(three.best(30).row())).isBetween(2.5, 3.2);
    assertThat(three.z(three.best(30))).isCloseTo(8, within(0.05));
  }

  @Test
  void aDipIsFoundWithItsWidthAndItsSign() {
    WidthMap map = map(with(new InjectedSignal(405, 20, -6)), KNOWN);
    assertThat(map.z(map.best(30))).isCloseTo(-6, within(0.05));
    WidthMap windows = map(with(new InjectedSignal(405, 20, -6)), WINDOWS);
    assertThat(windows.z(windows.best(30))).isBetween(-6.2, -4.5);
    assertThat(windows.width().get(windows.best(30).row())).isBetween(4.0, 6.0);
  }

  @Test
  void wideSignalsAtTheEdgeAreNotDecidable() {
    WidthMap map = map(with(new InjectedSignal(405, 20, 5)), PROFILE);
    int last = map.rows().size() - 1;
    assertThat(map.width().get(last)).isCloseTo(8, within(1e-9));
    assertThat(map.isDecidable(new WidthMap.Cell(0, last))).isFalse();
    assertThat(map.isDecidable(new WidthMap.Cell(30, map.row(1)))).isTrue();
    assertThat(map.isDecidable(map.best(0))).isTrue();
  }

  @Test
  void binsThatDoNotSuitTheWidthAreSaid() {
    WidthMap narrow = map(with(new InjectedSignal(405, 10, 8)), KNOWN);
    assertThat(narrow.binsFor(narrow.best(30), 1)).isEqualTo(WidthMap.BinsFor.TOO_WIDE);
    WidthMap wide = map(with(new InjectedSignal(405, 20, 8)), KNOWN);
    assertThat(wide.binsFor(wide.best(30), 1)).isEqualTo(WidthMap.BinsFor.WIDER_THAN_SEARCHED);
    assertThat(wide.binsFor(wide.best(30), 4)).isEqualTo(WidthMap.BinsFor.ANY);
    WidthMap nothing = map(with(new InjectedSignal(405, 20, 1)), KNOWN);
    assertThat(nothing.binsFor(nothing.best(30), 1)).isEqualTo(WidthMap.BinsFor.ANY);
  }

  /** The formula against toys: background alone through the whole map, z of 3 and more. */
  @Test
  void theFormulaForMassAndWidthAgreesWithToys() {
    UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(new long[] {7, 1});
    int toys = 1000;
    int above = 0;
    WidthMap map = map(with(new InjectedSignal(405, 20, 0)), KNOWN);
    for (int toy = 0; toy < toys; toy++) {
      BumpData drawn = BumpData.of("toy", BINS, drawn(FALLING, random), FALLING);
      WidthMap seen = map(drawn, KNOWN);
      boolean reaches = false;
      for (ZCurve row : seen.rows()) {
        reaches |= row.z().get(row.peak(false)) >= 3;
      }
      above += reaches ? 1 : 0;
    }
    double rate = (double) above / toys;
    assertThat(map.globalP(3)).isBetween(0.7 * rate, 2 * rate);
    assertThat(map.globalP(3))
        .isGreaterThan(
            GlobalSignificance.upCrossings(3, GlobalSignificance.expectedCrossings(60, 1), 0));
  }

  private static Values drawn(Values mean, UniformRandomProvider random) {
    return mean.map(b -> PoissonSampler.of(random, b).sample());
  }

  @Test
  void aWideBumpStaysWhereItIsInAllBins() {
    for (AnyWidth definition : List.of(KNOWN, PROFILE, JOINT, PULLED, WINDOWS)) {
      double width = definition.isWindow() ? 110 : 40;
      Stability stability = stability(with(new InjectedSignal(405, 40, 8)), definition, width);
      assertThat(stability.isStable()).as(stability.verdict()).isTrue();
      assertThat(stability.verdict()).startsWith("Stable: z from +");
      assertThat(stability.variants()).hasSize(10);
      assertThat(stability.variants()).allMatch(variant -> Math.abs(variant.mass() - 405) <= 41);
    }
  }

  @Test
  void eventsInOneBinAloneDoNotSurviveJoiningThree() {
    Stability stability = stability(spike(500), KNOWN, 10);
    assertThat(stability.shown().z()).isGreaterThan(7);
    assertThat(stability.isStable()).isFalse();
    assertThat(stability.worst().orElseThrow().name()).startsWith("×3");
    assertThat(stability.verdict()).startsWith("Unstable: z falls from +");
    assertThat(stability(with(new InjectedSignal(405, 10, 8)), KNOWN, 10).isStable()).isTrue();
  }

  @Test
  void aDipIsFollowedAsADip() {
    Stability dip =
        Stability.of(
            with(new InjectedSignal(405, 40, -7)),
            JOINT,
            405,
            40,
            true,
            variant -> {},
            new CancelToken());
    assertThat(dip.shown().z()).isCloseTo(-7, within(0.3));
    assertThat(dip.isStable()).isTrue();
    assertThat(dip.verdict()).contains("−7").doesNotContain("-");
  }

  @Test
  void whatIsCutAwayHasNoAnswer() {
    Stability first =
        Stability.of(
            with(new InjectedSignal(125, 10, 6)),
            KNOWN,
            125,
            10,
            false,
            variant -> {},
            new CancelToken());
    assertThat(first.variants().getLast().name()).isEqualTo("without first 10 %");
    assertThat(first.variants().getLast().z()).isNaN();
    assertThat(first.variants().getLast().isStable()).isTrue();
  }

  /** How often fluctuating signals of the assumed width are called unstable. */
  @Test
  void realSignalsAreSeldomCalledUnstable() {
    UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(new long[] {7, 2});
    int toys = 100;
    for (AnyWidth definition : List.of(KNOWN, PROFILE, JOINT)) {
      for (double sigma : new double[] {10, 20}) {
        Values mean = with(new InjectedSignal(405, sigma, 6)).counts();
        int unstable = 0;
        for (int toy = 0; toy < toys; toy++) {
          BumpData drawn = BumpData.of("toy", BINS, drawn(mean, random), FALLING);
          unstable += stability(drawn, definition, sigma).isStable() ? 0 : 1;
        }
        assertThat(unstable).as(definition.kind() + " " + sigma).isLessThan(toys / 10);
      }
    }
  }

  @Test
  void overAKnownBackgroundTheResponseIsTheDiagonal() {
    Response known = response(KNOWN, 20);
    assertThat(known.injected().size()).isEqualTo(21);
    for (int k = 0; k < 21; k++) {
      assertThat(known.found().get(k)).isCloseTo(known.injected().get(k), within(0.01));
    }
    assertThat(known.slope()).isCloseTo(1, within(1e-3));
    assertThat(known.offset()).isCloseTo(0, within(1e-2));
  }

  @Test
  void theResponseOfFittedBackgroundsIsWhatTheirFreedomAllows() {
    WidthMap map = map(with(new InjectedSignal(405, 20, 0)), PROFILE);
    double kappa = map.rows().get(map.row(2)).kappa().get(30);
    assertThat(response(PROFILE, 20).slope()).isCloseTo(Math.sqrt(1 - kappa), within(0.03));
    assertThat(response(PULLED, 20).slope()).isCloseTo(1 - kappa, within(0.05));
    assertThat(response(JOINT, 20).slope()).isCloseTo(1, within(0.05));
    Response windows = response(WINDOWS, 56);
    assertThat(windows.slope()).isBetween(0.6, 1.0);
    assertThat(windows.found().get(0)).isNegative();
  }

  @Test
  void allOfThemStopWhenTheyAreCancelled() {
    BumpData data = with(new InjectedSignal(405, 20, 5));
    CancelToken token = new CancelToken();
    token.cancel();
    assertThatThrownBy(
            () -> WidthMap.of(data, KNOWN, Values.of(1, 2), Workers.callerOnly(), row -> {}, token))
        .isInstanceOf(CancellationException.class);
    assertThatThrownBy(() -> Stability.of(data, KNOWN, 405, 20, false, variant -> {}, token))
        .isInstanceOf(CancellationException.class);
    assertThatThrownBy(
            () ->
                Response.of(
                    "any", data, FALLING, KNOWN, 30, 20, Response.strengths(4), k -> {}, token))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void widthsFitIntoTheSpectrumAndTheDefinition() {
    assertThat(KNOWN.widths(60).toArray()).hasSize(13).contains(0.5, 1, 2, 4, 8);
    assertThat(KNOWN.widths(12).toArray()[KNOWN.widths(12).size() - 1]).isLessThanOrEqualTo(3);
    AnyWidth network = new AnyWidth(AnyWidth.Kind.NETWORK, KnownEstimator::new);
    assertThat(network.widths(60)).isEqualTo(Values.of(1, 2, 3, 4));
    assertThat(network.used(37, BINS, 3)).isCloseTo(40, within(1e-9));
    assertThat(network.used(3, BINS, 3)).isCloseTo(10, within(1e-9));
    assertThat(WINDOWS.used(26, BINS, 3)).isCloseTo(30, within(1e-9));
  }
}
