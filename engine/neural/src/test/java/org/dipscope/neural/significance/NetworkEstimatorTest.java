package org.dipscope.neural.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.dipscope.core.bump.BumpData;
import org.dipscope.core.bump.SignalWidths;
import org.dipscope.core.bump.ZCurve;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkEstimatorTest {
  private static final NetworkEstimator NARROW =
      new NetworkEstimator(Networks.usual(), SignalWidths.ONE_BIN);
  private static final NetworkEstimator MIXED =
      new NetworkEstimator(Networks.usual(), new SignalWidths(Values.of(1, 2, 3, 4), true, false));

  /** ATLAS, Phys. Lett. B 716 (2012) 1, figure 4a, digitised: 2 GeV bins from 100 GeV. */
  private static final Values DIPHOTONS =
      Values.of(
          3735, 3501, 3444, 3253, 3088, 2922, 2822, 2709, 2553, 2357, 2301, 2274, 2214, 2157, 1979,
          1887, 1770, 1701, 1596, 1492, 1487, 1357, 1370, 1257, 1235, 1214, 1057, 1087, 1114, 1027);

  @AfterAll
  static void free() {
    NARROW.close();
    MIXED.close();
  }

  private static BumpData data(Values counts) {
    return BumpData.of("spectrum", Binning.uniform(counts.size(), 0, counts.size()), counts, null);
  }

  @Test
  void theHiggsBosonIsSeenInPhotonPairs() {
    BumpData data = BumpData.of("diphotons", Binning.uniform(30, 100, 160), DIPHOTONS, null);
    ZCurve curve = NARROW.worker().scan(data);
    int peak = curve.peak(false);

    assertThat(data.binning().centre(peak)).isBetween(124.0, 128.0);
    assertThat(curve.z().get(peak)).isBetween(3.0, 5.0);
    assertThat(curve.error().get(peak)).isBetween(0.5, 1.5);
  }

  /** The goals of the project, with three standard errors for 800 histograms of each kind. */
  @Test
  void theShippedNetworkIsAsGoodAsPublishedOnesAndBetter() {
    List<NetworkEvaluation.Row> rows =
        NetworkEvaluation.run(
            List.of(mode -> mode == Mode.NARROW ? NARROW : MIXED),
            800,
            77,
            (row, part) -> {},
            new CancelToken());

    assertThat(rows).hasSize(9);
    half(rows, "functions, width 1", 0.55);
    half(rows, "log-polynomials, width 1", 0.65);
    half(rows, "functions, widths 1-4", 1.05);
    half(rows, "electron pairs, 98 bins, width 1", 0.62);
    for (NetworkEvaluation.Row row : rows.subList(0, 6)) {
      assertThat(row.overall().pullWidth()).as(row.overall().sample()).isBetween(0.85, 1.25);
    }
    Performance functions = rows.getFirst().overall();
    assertThat(functions.bias()).isBetween(-0.15, 0.1);
  }

  private static void half(List<NetworkEvaluation.Row> rows, String sample, double most) {
    Performance found =
        rows.stream()
            .map(NetworkEvaluation.Row::overall)
            .filter(performance -> performance.sample().equals(sample))
            .findAny()
            .orElseThrow();
    assertThat(found.halfWidth()).as(sample).isBetween(0.2, most);
  }

  @Test
  void widthsCanBeChosen() {
    BumpData data = data(DIPHOTONS);
    NetworkEstimator wide =
        new NetworkEstimator(Networks.usual(), new SignalWidths(Values.of(4), true, false));
    try (wide) {
      ZCurve curve = wide.worker().scan(data);
      assertThat(curve.width().toArray()).containsOnly(4);
    }
  }

  @Test
  void dipsAreNegative() {
    double[] counts = new double[60];
    for (int i = 0; i < 60; i++) {
      counts[i] = Math.rint(4000 * Math.exp(-i / 20.0));
    }
    for (int i = 29; i <= 31; i++) {
      counts[i] -= 2.5 * Math.sqrt(counts[i]);
    }
    ZCurve curve = NARROW.worker().scan(data(Values.of(counts)));

    assertThat(curve.peak(true)).isBetween(29, 31);
    assertThat(curve.z().get(curve.peak(true))).isLessThan(-3);
  }

  @Test
  void countsNeedNotBeWholeNorMany() {
    double[] few = new double[40];
    Arrays.fill(few, 0, 12, 0.7);
    few[20] = 3;
    ZCurve curve = NARROW.worker().scan(data(Values.of(few)));

    for (int i = 0; i < 40; i++) {
      assertThat(curve.z().get(i)).isFinite();
      assertThat(curve.error().get(i)).isPositive().isFinite();
    }
    assertThat(NARROW.worker().warnings(data(Values.of(few))))
        .anyMatch(warning -> warning.contains("entries"));
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 7, 29, 101, 500, 3000})
  void anyNumberOfBinsWorks(int bins) {
    double[] counts = new double[bins];
    for (int i = 0; i < bins; i++) {
      counts[i] = 200 + Math.rint(800.0 * (bins - i) / bins);
    }
    ZCurve curve = NARROW.worker().scan(data(Values.of(counts)));

    for (int i = 0; i < bins; i++) {
      assertThat(curve.z().get(i)).isFinite();
    }
    boolean isWarned = !NARROW.worker().warnings(data(Values.of(counts))).isEmpty();
    assertThat(isWarned).isEqualTo(bins < 30 || bins > 100);
  }

  @Test
  void aSingleHugeBinIsNoReasonToFail() {
    double[] counts = new double[50];
    Arrays.fill(counts, 100);
    counts[25] = 1e4;
    assertThat(NARROW.worker().scan(data(Values.of(counts))).peak(false)).isEqualTo(25);

    counts[25] = 1e9;
    ZCurve curve = NARROW.worker().scan(data(Values.of(counts)));
    assertThat(curve.z().toArray()).doesNotContain(Double.NaN);
    assertThat(NARROW.worker().warnings(data(Values.of(counts))))
        .anyMatch(warning -> warning.contains("1.00e+09"));
  }

  @Test
  void whatItCannotDoIsExplained() {
    assertThatThrownBy(() -> NARROW.worker().scan(data(Values.of(5, 4, 3))))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("has 3 bins");
    assertThatThrownBy(() -> NARROW.worker().scan(data(Values.constant(40, 0))))
        .hasMessageContaining("holds no events");
    SignalWidths narrower = new SignalWidths(Values.of(0.5), true, false);
    assertThatThrownBy(() -> new NetworkEstimator(Networks.usual(), narrower))
        .hasMessageContaining("1, 2, 3 and 4 bins");
  }

  @Test
  void batchesGiveWhatSingleHistogramsGive() {
    try (SignificanceNetwork network =
        SignificanceNetwork.of(
            Networks.usual(),
            "usual",
            org.dipscope.neural.training.ComputeDevice.choose(
                org.dipscope.neural.training.ComputeDevice.Choice.CPU, 1))) {
      double[] other = DIPHOTONS.map(n -> n + 50).toArray();
      List<Significance> both =
          network.significance(List.of(DIPHOTONS.toArray(), other), Mode.MIXED);
      Significance alone = network.significance(List.of(other), Mode.MIXED).getFirst();

      for (int i = 0; i < 30; i++) {
        assertThat(both.get(1).z().get(i)).isCloseTo(alone.z().get(i), within(1e-4));
      }
    }
  }
}
