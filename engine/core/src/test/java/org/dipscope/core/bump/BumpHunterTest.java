package org.dipscope.core.bump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.math.Normal;
import org.junit.jupiter.api.Test;

class BumpHunterTest {
  private static final Values ALL = Values.EMPTY;
  private static final BumpHunter EXCESS = new BumpHunter(ALL, false, false, null);
  private static final BumpHunter DEFICIT = new BumpHunter(ALL, true, false, null);

  private static BumpData data(double[] counts, double[] background) {
    return BumpData.of(
        "data",
        Binning.uniform(counts.length, 0, counts.length),
        Values.of(counts),
        Values.of(background));
  }

  @Test
  void tailsAreThePlainSums() {
    double below = 0;
    double term = Math.exp(-7.5);
    for (int n = 0; n < 30; n++) {
      assertThat(Math.exp(CountTail.logAtLeast(n, 7.5))).isCloseTo(1 - below, within(1e-13));
      below += term;
      assertThat(Math.exp(CountTail.logAtMost(n, 7.5))).isCloseTo(below, within(1e-13));
      term *= 7.5 / (n + 1);
    }
    double binomial = Math.pow(0.7, 5) + 5 * 0.3 * Math.pow(0.7, 4);
    assertThat(Math.exp(CountTail.logAtMost(1, 4, 0.3))).isCloseTo(binomial, within(1e-14));
    assertThat(Math.exp(CountTail.logAtLeast(2, 3, 0.3))).isCloseTo(1 - binomial, within(1e-14));
  }

  /** Where ordinary probabilities underflow the logarithms go on smoothly. */
  @Test
  void tailsAreSafeAtFortyStandardDeviations() {
    double b = 1e6;
    double before = 0;
    for (int sigma = 5; sigma <= 60; sigma++) {
      double up = Normal.significanceOfLog(CountTail.logAtLeast(Math.rint(b + sigma * 1e3), b));
      double down = Normal.significanceOfLog(CountTail.logAtMost(Math.rint(b - sigma * 1e3), b));
      assertThat(up).isBetween(before, sigma * 1.01);
      assertThat(up).isCloseTo(CountTail.bound(b + sigma * 1e3, b), within(0.01));
      assertThat(down).isCloseTo(-CountTail.bound(b - sigma * 1e3, b), within(0.01));
      double bands =
          Normal.significanceOfLog(CountTail.logAtLeast(Math.rint(b + sigma * 1e3), 9.99e8, 1e-3));
      assertThat(bands).isCloseTo(up, within(0.1 + 0.005 * sigma));
      before = up;
    }
    assertThat(Normal.significanceOfLog(Normal.logAbove(40))).isCloseTo(40, within(1e-10));
  }

  @Test
  void aBumpIsFoundWhereItIs() {
    double[] b = new double[40];
    Arrays.setAll(b, i -> 1000 * Math.exp(-0.05 * i));
    double[] n = Arrays.stream(b).map(Math::rint).toArray();
    n[20] += 60;
    n[21] += 90;
    n[22] += 60;
    BumpWindow window = EXCESS.best(data(n, b));
    assertThat(window.first()).isEqualTo(20);
    assertThat(window.last()).isEqualTo(22);
    assertThat(window.z()).isBetween(6.0, 7.0);
    ZCurve curve = EXCESS.worker().scan(data(n, b));
    assertThat(curve.z().get(21)).isCloseTo(window.z(), within(1e-12));
    assertThat(curve.low().get(21)).isEqualTo(20);
    assertThat(curve.high().get(21)).isEqualTo(23);
    for (int i = 20; i < 23; i++) {
      n[i] = 2 * Math.rint(b[i]) - n[i];
    }
    BumpWindow dip = DEFICIT.best(data(n, b));
    assertThat(dip.first()).isEqualTo(20);
    assertThat(dip.z()).isBetween(6.0, 7.5);
    assertThat(DEFICIT.worker().scan(data(n, b)).z().get(21)).isCloseTo(-dip.z(), within(1e-12));
  }

  /** Bins 20 to 29 empty out of a million each: other programs lose such a dip to p = 0. */
  @Test
  void aDipOfHundredsOfStandardDeviationsKeepsItsInterval() {
    double[] b = new double[60];
    Arrays.fill(b, 1e6);
    double[] n = b.clone();
    for (int i = 20; i < 30; i++) {
      n[i] = 9e5;
    }
    BumpWindow dip = DEFICIT.best(data(n, b));
    assertThat(dip.first()).isEqualTo(20);
    assertThat(dip.last()).isEqualTo(29);
    assertThat(dip.z()).isBetween(300.0, 330.0);
  }

  @Test
  void sideBandsKnowThatTheirOwnCountsFluctuate() {
    double[] b = new double[30];
    Arrays.setAll(b, i -> 1e5 * Math.exp(-0.7 * i));
    UniformRandomProvider random = RandomSource.SPLIT_MIX_64.create(5);
    BumpHunter bands = new BumpHunter(ALL, false, true, null);
    double largest = 0;
    for (int toy = 0; toy < 200; toy++) {
      double[] n = new double[30];
      for (int i = 0; i < 30; i++) {
        n[i] = PoissonSampler.of(random, b[i] * 1.5).sample();
      }
      largest = Math.max(largest, bands.best(data(n, b)).z());
    }
    assertThat(largest).isBetween(2.5, 5.0);
  }

  @Test
  void theBoundNeverHidesTheBestWindow() {
    UniformRandomProvider random = RandomSource.SPLIT_MIX_64.create(3);
    for (int trial = 0; trial < 50; trial++) {
      double[] b = new double[20];
      double[] n = new double[20];
      for (int i = 0; i < 20; i++) {
        b[i] = 30 * Math.exp(-0.3 * i) + 0.01;
        n[i] = PoissonSampler.of(random, b[i]).sample();
      }
      for (boolean sideBands : new boolean[] {false, true}) {
        for (boolean deficit : new boolean[] {false, true}) {
          BumpHunter hunter = new BumpHunter(ALL, deficit, sideBands, null);
          ZCurve curve = hunter.worker().scan(data(n, b));
          double z = (deficit ? -1 : 1) * curve.z().get(curve.peak(deficit));
          double best = hunter.best(data(n, b)).z();
          assertThat(Math.max(0, best)).isCloseTo(Math.max(0, z), within(1e-9));
        }
      }
    }
  }

  @Test
  void channelsAreCombinedInTheSameWindow() {
    double[] b = new double[20];
    Arrays.fill(b, 100);
    double[] one = b.clone();
    double[] two = b.clone();
    one[7] += 30;
    two[7] += 30;
    two[13] += 38;
    List<BumpWindow> windows = EXCESS.best(List.of(data(one, b), data(two, b)));
    assertThat(windows).allMatch(window -> window.first() == 7 && window.last() == 7);
    double p = BumpHunter.combined(windows);
    assertThat(p).isLessThan(Math.exp(windows.getFirst().logP()));
    BumpData other = BumpData.of("other", Binning.uniform(20, 0, 10), Values.of(one), Values.of(b));
    assertThatThrownBy(() -> EXCESS.best(List.of(data(one, b), other)))
        .hasMessage("\"other\" has other bins than \"data\".");
  }

  @Test
  void toysGiveTheGlobalProbabilityWhateverTheThreads() {
    double[] b = new double[25];
    Arrays.fill(b, 50);
    double[] n = b.clone();
    n[9] = 80;
    BumpData data = data(n, b);
    for (SignificanceEstimator estimator :
        List.of(EXCESS, new KnownEstimator(SignalWidths.ONE_BIN))) {
      ZCurve curve = estimator.worker().scan(data);
      GlobalSignificance global =
          new ToyStudy(estimator, false, 2000, 4)
              .of(data, curve, Workers.callerOnly(), toy -> {}, new CancelToken());
      double local = Normal.above(curve.z().get(curve.peak(false)));
      assertThat(global.p()).isGreaterThan(3 * local).isLessThan(500 * local);
      assertThat(global.tailFit())
          .isCloseTo(global.conservative(), within(0.3 * global.conservative() + 1e-3));
      GlobalSignificance again =
          new ToyStudy(estimator, false, 2000, 4)
              .of(data, curve, Workers.of(Runnable::run, 2), toy -> {}, new CancelToken());
      assertThat(again).isEqualTo(global);
    }
  }

  @Test
  void everyLookCounts() {
    TrialsLedger ledger = TrialsLedger.EMPTY;
    assertThat(ledger.p()).isEqualTo(1);
    for (int k = 1; k <= 10; k++) {
      ledger = ledger.with(new TrialsLedger.Look("h" + k, "profile", k == 4 ? 1e-3 : 0.5));
    }
    assertThat(ledger.count()).isEqualTo(10);
    assertThat(ledger.looks().get(3).id()).isEqualTo("h4");
    assertThat(ledger.p()).isCloseTo(1 - Math.pow(0.999, 10), within(1e-15));
    assertThat(GlobalSignificance.ofLooks(1e-30, 1e6)).isCloseTo(1e-24, within(1e-29));
  }
}
