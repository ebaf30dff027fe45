package org.dipscope.core.bump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Histogram;
import org.dipscope.core.histogram.Values;
import org.junit.jupiter.api.Test;

class MaskTest {
  private static final int BINS = 60;
  private static final Binning BINNING = Binning.uniform(BINS, 100, 400);
  private static final SignalWidths MANY = new SignalWidths(Values.of(1, 2), true, false);
  private static final BackgroundFamily TWO = new BackgroundFamily.LogPolynomial(2);

  private static final List<SignificanceEstimator> ALL =
      List.of(
          new KnownEstimator(MANY),
          new ProfileEstimator(MANY, null),
          new JointEstimator(MANY, null),
          new BackgroundOnlyEstimator(MANY, null),
          new BumpHunter(Values.of(1, 2, 3), false, false, null),
          new BumpHunter(Values.EMPTY, true, true, null));

  private static double background(int bin) {
    return 900 * Math.exp(-bin / 15.0);
  }

  private static double[] counts(long seed) {
    Random random = new Random(seed);
    return IntStream.range(0, BINS)
        .mapToDouble(i -> Math.max(0, Math.rint(noisy(background(i), random))))
        .toArray();
  }

  private static double noisy(double mean, Random random) {
    return mean + Math.sqrt(mean) * random.nextGaussian();
  }

  private static BumpData data(double[] counts, MaskedBins masked) {
    Values known = Values.of(IntStream.range(0, BINS).mapToDouble(MaskTest::background).toArray());
    return BumpData.of("spectrum", BINNING, Values.of(counts), known, masked);
  }

  private static BumpData part(BumpData data, int from, int end) {
    return BumpData.of(
        "part",
        Binning.of(Arrays.copyOfRange(data.binning().edges(), from, end + 1)),
        Values.of(Arrays.copyOfRange(data.counts().toArray(), from, end)),
        data.background() == null
            ? null
            : Values.of(Arrays.copyOfRange(data.background().toArray(), from, end)));
  }

  private static double[] z(SignificanceEstimator estimator, BumpData data) {
    return estimator.worker().scan(data).z().toArray();
  }

  @Test
  void overAKnownBackgroundAWideMaskLeavesTwoSeparateHistograms() {
    BumpData masked = data(counts(1), MaskedBins.of(BINS, i -> i >= 20 && i < 32));
    KnownEstimator known = new KnownEstimator(MANY);
    double[] z = z(known, masked);
    assertThat(Arrays.copyOfRange(z, 0, 20))
        .containsExactly(z(known, part(masked, 0, 20)), within(1e-5));
    assertThat(Arrays.copyOfRange(z, 20, 32)).containsOnly(Double.NaN);
    assertThat(Arrays.copyOfRange(z, 32, BINS))
        .containsExactly(z(known, part(masked, 32, BINS)), within(1e-5));
  }

  @Test
  void aSignalReachesOverANarrowMaskWithThePartOutside() {
    double[] counts = IntStream.range(0, BINS).mapToDouble(MaskTest::background).toArray();
    SignalShape signal = SignalShape.uniform(BINS, 2);
    for (int i = 0; i < BINS; i++) {
      counts[i] += 200 * signal.share(29, i);
    }
    BumpData masked = data(counts, MaskedBins.of(BINS, i -> i == 30));
    double q = 0;
    for (int i = 0; i < BINS; i++) {
      double s = i == 30 ? 0 : 200 * signal.share(29, i);
      q += 2 * ((background(i) + s) * Math.log1p(s / background(i)) - s);
    }
    SignalWidths two = new SignalWidths(Values.of(2), true, false);
    assertThat(z(new KnownEstimator(two), masked)[29]).isCloseTo(Math.sqrt(q), within(1e-4));
  }

  @Test
  void fitsWithAMaskedBeginningAreThoseOfTheOtherBins() {
    BumpData masked = data(counts(2), MaskedBins.of(BINS, i -> i < 12));
    BumpData rest = part(masked, 12, BINS);
    for (SignificanceEstimator estimator :
        List.of(
            new ProfileEstimator(MANY, TWO),
            new BackgroundOnlyEstimator(MANY, TWO),
            new JointEstimator(MANY, TWO))) {
      ZCurve curve = estimator.worker().scan(masked);
      ZCurve alone = estimator.worker().scan(rest);
      assertThat(Arrays.copyOfRange(curve.z().toArray(), 12, BINS))
          .as(estimator.id())
          .containsExactly(alone.z().toArray(), within(2e-3));
      assertThat(Arrays.copyOfRange(curve.kappa().toArray(), 12, BINS))
          .as(estimator.id())
          .containsExactly(alone.kappa().toArray(), within(1e-6));
      assertThat(curve.kappa().get(3)).isNaN();
    }
    BackgroundFit fit = BackgroundFit.of(TWO, masked);
    BackgroundFit alone = BackgroundFit.of(TWO, rest);
    assertThat(fit.deviance()).isCloseTo(alone.deviance(), within(1e-6));
    assertThat(fit.degreesOfFreedom()).isEqualTo(45);
    assertThat(fit.bic()).isCloseTo(alone.bic(), within(1e-6));
    assertThat(fit.error().get(40)).isCloseTo(alone.error().get(28), within(1e-6));
  }

  @Property(tries = 25)
  void whatAMaskedBinHoldsChangesNothing(
      @ForAll @IntRange(min = 0, max = 45) int first,
      @ForAll @IntRange(min = 1, max = 14) int width,
      @ForAll @DoubleRange(min = 0, max = 1e12) double hidden,
      @ForAll long seed) {
    MaskedBins masked = MaskedBins.of(BINS, i -> i >= first && i < first + width);
    double[] clean = counts(seed);
    double[] spoilt = clean.clone();
    spoilt[first + width / 2] = hidden;
    spoilt[first] = Double.NaN;
    for (SignificanceEstimator estimator : ALL) {
      ZCurve curve = estimator.worker().scan(data(clean, masked));
      assertThat(estimator.worker().scan(data(spoilt, masked))).isEqualTo(curve);
      for (int i = 0; i < BINS; i++) {
        assertThat(Double.isNaN(curve.z().get(i))).isEqualTo(masked.has(i));
      }
      assertThat(masked.has(curve.peak(true)) || masked.has(curve.peak(false))).isFalse();
    }
  }

  @Test
  void noWindowContainsAMaskedBin() {
    double[] counts = counts(4);
    counts[29] += 400;
    counts[31] += 400;
    MaskedBins masked = MaskedBins.of(BINS, i -> i == 30);
    for (boolean sideBands : new boolean[] {false, true}) {
      BumpHunter hunter = new BumpHunter(Values.EMPTY, false, sideBands, null);
      BumpWindow window = hunter.best(data(counts, masked));
      assertThat(window.first() > 30 || window.last() < 30).isTrue();
      BumpWindow joint = hunter.best(List.of(data(counts, masked), data(counts, masked))).get(1);
      assertThat(joint.first()).isEqualTo(window.first());
      assertThat(joint.last()).isEqualTo(window.last());
    }
    BumpHunter three = new BumpHunter(Values.of(3), false, false, null);
    assertThat(three.windows(data(counts, masked))).isEqualTo(28 + 27);
    assertThat(three.windows(data(counts, MaskedBins.NONE))).isEqualTo(58);
  }

  @Test
  void toysLeaveMaskedBinsOut() {
    MaskedBins masked = MaskedBins.of(BINS, i -> i >= 20 && i < 40);
    ProfileEstimator profile = new ProfileEstimator(SignalWidths.ONE_BIN, TWO);
    double[] spoilt = counts(5);
    spoilt[25] = 1e9;
    GlobalSignificance clean = toys(profile, data(counts(5), masked));
    assertThat(toys(profile, data(spoilt, masked))).isEqualTo(clean);
    ZCurve curve = profile.worker().scan(data(counts(5), masked));
    GlobalSignificance formula =
        new ToyStudy(profile, false, 0, 1)
            .of(data(spoilt, masked), curve, Workers.callerOnly(), t -> {}, new CancelToken());
    assertThat(formula.p()).isCloseTo(clean.conservative(), within(0.15));
  }

  private static GlobalSignificance toys(SignificanceEstimator estimator, BumpData data) {
    ZCurve curve = estimator.worker().scan(data);
    return new ToyStudy(estimator, false, 200, 3)
        .of(data, curve, Workers.callerOnly(), toy -> {}, new CancelToken());
  }

  @Test
  void theMassIntervalPassesOverMaskedBins() {
    double[] z = {0, 1, 3, Double.NaN, 1, 0};
    Values none = Values.constant(6, 0);
    ZCurve curve = new ZCurve(Values.of(z), none, none, none, none, none, none);
    Binning binning = Binning.uniform(6, 0, 6);
    double level = Math.sqrt(8);
    assertThat(curve.massInterval(binning, 2)[1])
        .isCloseTo(2.5 + 2 * (3 - level) / 2, within(1e-12));
  }

  @Test
  void masksDoNotDecideWhetherAHistogramIsWeighted() {
    Binning binning = Binning.uniform(4, 0, 4);
    Axis axis = new Axis("m", "GeV", binning);
    Values errors = Values.of(2, 2.8, 3.5, 1);
    Histogram histogram = Histogram.of("h", axis, Values.of(2, 4, 6, 500), errors, errors);
    BumpData data = BumpData.of(histogram, MaskedBins.of(4, i -> i == 3));
    assertThat(data.eventsPerCount()).isCloseTo(12 / (4 + 7.84 + 12.25), within(1e-12));
    assertThat(data.counts().get(3)).isZero();
  }

  @Test
  void aMaskOverEverythingSaysSo() {
    assertThatThrownBy(() -> data(counts(1), MaskedBins.of(BINS, i -> true)))
        .hasMessage("All bins of \"spectrum\" are masked.");
    MaskedBins few = MaskedBins.of(BINS, i -> i > 1);
    BumpData two = BumpData.of("s", BINNING, Values.of(counts(1)), null, few);
    assertThatThrownBy(() -> new ProfileEstimator(MANY, null).worker().scan(two))
        .hasMessageContaining("2 bins");
    assertThatThrownBy(() -> new ProfileEstimator(MANY, TWO).worker().scan(two))
        .hasMessageContaining("2 bins that are not masked");
  }
}
