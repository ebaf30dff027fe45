package org.dipscope.core.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongToDoubleFunction;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.event.EventTable;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Test;

class WeightsTest {
  private static final int EVENTS = 100_000;
  private static final SelectionSettings WEIGHTED =
      SelectionJson.read(
          "{\"weights\": true, \"keep\": {\"fromPeak\": false, \"fewestBins\": 5}}", "test");

  /** Two jets back to back in each event. */
  private static EventTable events(LongToDoubleFunction weight) {
    SplittableRandom random = new SplittableRandom(3);
    double[][] pt = new double[EVENTS][];
    double[][] eta = new double[EVENTS][];
    double[][] phi = new double[EVENTS][];
    double[][] mass = new double[EVENTS][];
    double[] weights = new double[EVENTS];
    for (int i = 0; i < EVENTS; i++) {
      double half = 30 - 60 * Math.log(random.nextDouble());
      pt[i] = new double[] {half, half};
      eta[i] = new double[] {0.1, -0.1};
      phi[i] = new double[] {0, Math.PI};
      mass[i] = new double[] {1, 1};
      weights[i] = weight.applyAsDouble(i);
    }
    return new EventsOfLists()
        .with("jet_pt", pt)
        .with("jet_eta", eta)
        .with("jet_phi", phi)
        .with("jet_m", mass)
        .single("Event.Weight", weights)
        .table();
  }

  private static SelectedHistograms select(
      EventTable events, SelectionSettings settings, Workers workers) {
    return Selection.of(events, settings, workers, SelectionProgress.NONE, new CancelToken());
  }

  private static MassHistogram only(EventTable events, SelectionSettings settings) {
    SelectedHistograms selected = select(events, settings, Workers.callerOnly());
    assertThat(selected.histograms()).hasSize(1);
    return selected.histograms().getFirst();
  }

  @Test
  void weightsAreUsedOnRequestOnly() {
    MassHistogram counted = only(events(i -> 2), WEIGHTED.withWeights(false));
    MassHistogram weighted = only(events(i -> 2), WEIGHTED);

    assertThat(counted.isWeighted()).isFalse();
    assertThat(weighted.isWeighted()).isTrue();
    assertThat(weighted.counts()).isEqualTo(counted.counts().map(n -> 2 * n));
    assertThat(weighted.squares()).isEqualTo(counted.counts().map(n -> 4 * n));
    assertThat(weighted.entries()).isEqualTo(counted.entries());
  }

  @Test
  void unequalWeightsAreWorthFewerEntries() {
    MassHistogram histogram = only(events(i -> i % 2 == 0 ? 1 : 3), WEIGHTED);

    double sum = histogram.keptCounts().sum();
    double squares = histogram.keptSquares().sum();
    // half of the events weigh 1, half 3: (Σw)²/Σw² = (2n)²/(5n) of n
    double events = only(events(i -> 1), WEIGHTED).entries();
    assertThat(sum).isCloseTo(2 * events, within(0.02 * events));
    assertThat(squares).isCloseTo(5 * events, within(0.04 * events));
    assertThat((double) histogram.entries()).isCloseTo(0.8 * events, within(0.01 * events));
  }

  @Test
  void sumsDoNotDependOnWhoAdds() {
    SplittableRandom random = new SplittableRandom(8);
    double[] weights = random.doubles(EVENTS, -0.1, 1).toArray();
    EventTable events = events(i -> weights[(int) i] * 1e-8);
    SelectedHistograms alone = select(events, WEIGHTED, Workers.callerOnly());
    ExecutorService executor = Executors.newFixedThreadPool(3);
    try {
      SelectedHistograms together = select(events, WEIGHTED, Workers.of(executor, 4));
      assertThat(together.histograms()).isNotEmpty().isEqualTo(alone.histograms());
    } finally {
      executor.shutdown();
    }
  }

  @Test
  void anEventWithoutWeightIsLeftOutAndCounted() {
    SelectedHistograms selected =
        select(events(i -> i % 10 == 0 ? Double.NaN : 1), WEIGHTED, Workers.callerOnly());

    assertThat(selected.cutFlow().at(Stage.WEIGHTLESS)).isEqualTo(EVENTS / 10);
    assertThat(selected.categories().getFirst().events()).isEqualTo(9 * EVENTS / 10);
  }

  @Test
  void aTableWithoutWeightsIsRefused() {
    EventTable events =
        new EventsOfLists()
            .with("jet_pt", new double[] {50})
            .with("jet_eta", new double[] {0})
            .with("jet_phi", new double[] {0})
            .table();

    assertThatThrownBy(() -> select(events, WEIGHTED, Workers.callerOnly()))
        .isInstanceOf(ProblemException.class)
        .hasMessage("The table has no column with the weights of its events.");
  }

  @Test
  void settingsKeepTheChoice() {
    assertThat(SelectionJson.read(SelectionJson.write(WEIGHTED), "test")).isEqualTo(WEIGHTED);
    assertThat(SelectionSettings.STANDARD.weights()).isFalse();
    assertThat(new MassHistogram("", "", "", 2, 1, Values.of(1, 2), Values.of(3), 0, 1).entries())
        .isEqualTo(3);
  }
}
