package org.dipscope.core.bump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Test;

class SearchStartTest {
  private static final SignificanceEstimator.Worker PROFILE =
      new ProfileEstimator(SignalWidths.ONE_BIN, null).worker();

  private static BumpData spectrum(int bins, IntToDoubleFunction counts) {
    return BumpData.of(
        "expected spectrum",
        Binning.uniform(bins, 0, bins),
        Values.of(IntStream.range(0, bins).mapToDouble(counts).toArray()),
        null);
  }

  private static SearchStart start(BumpData data) {
    return SearchStart.of(data, PROFILE, PROFILE, new CancelToken());
  }

  @Test
  void aSpectrumThatFallsIsSearchedFromItsFullestBin() {
    SearchStart start = start(spectrum(40, i -> 1e4 * Math.exp(-i / 9.0)));
    assertThat(start.bin()).isZero();
    assertThat(start.spuriousZ()).isLessThan(0.1);
  }

  @Test
  void behindAnEdgeTheSearchBeginsWhereItsBackgroundHolds() {
    BumpData edge = spectrum(50, i -> (i < 4 ? 8e5 : i < 8 ? 3e5 : 1e5) * Math.exp(-i / 9.0));
    SearchStart start = start(edge);
    assertThat(start.bin()).isBetween(1, 8);
    assertThat(start.spuriousZ()).isLessThan(SearchStart.LARGEST_SPURIOUS_Z);
    ZCurve before = PROFILE.scan(edge.from(start.bin() - 1));
    assertThat(Arrays.stream(before.z().toArray()).map(Math::abs).max().orElseThrow())
        .isGreaterThanOrEqualTo(SearchStart.LARGEST_SPURIOUS_Z);
  }

  @Test
  void aBackgroundThatNeverHoldsSaysHowFarItIsOff() {
    BumpData steps = spectrum(40, i -> i % 8 < 4 ? 1e5 : 5e4);
    assertThatThrownBy(() -> start(steps))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("Wherever this search begins, it finds |z| of ")
        .hasMessageContaining("expected spectrum");
  }

  @Test
  void aSearchNeedsFifteenBins() {
    assertThat(start(spectrum(15, i -> 1e4 * Math.exp(-i / 9.0))).bin()).isZero();
    assertThatThrownBy(() -> start(spectrum(20, i -> i < 6 ? 10 * i : 1e3 * Math.exp(-i / 9.0))))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("at 6, ")
        .hasMessageContaining("14 bins: too few");
  }

  @Test
  void itStopsWhenCancelled() {
    CancelToken token = new CancelToken();
    token.cancel();
    BumpData data = spectrum(40, i -> 1e4 * Math.exp(-i / 9.0));
    assertThatThrownBy(() -> SearchStart.of(data, PROFILE, PROFILE, token))
        .isInstanceOf(CancellationException.class);
  }
}
