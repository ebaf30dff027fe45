package org.dipscope.core.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.event.EventSource;
import org.dipscope.core.event.EventTable;
import org.dipscope.core.format.Formats;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.ProblemException;
import org.junit.jupiter.api.Test;

class SelectionTest {
  private static final SelectionSettings LOOSE =
      SelectionJson.read(
          "{\"categories\":{\"fewestEvents\":5},\"keep\":{\"fewestEntries\":5,\"fewestBins\":2}}",
          "test");

  private static SelectedHistograms select(EventSource events, SelectionSettings settings) {
    return Selection.of(
        events, settings, Workers.callerOnly(), SelectionProgress.NONE, new CancelToken());
  }

  private static EventSource toy() {
    return Formats.events(DarkMachinesToyTest.toyEvents(), null);
  }

  /** Events with up to five jets each, some of them broken. */
  private static EventTable random(int events, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] pt = new double[events][];
    double[][] eta = new double[events][];
    double[][] phi = new double[events][];
    double[][] mass = new double[events][];
    for (int i = 0; i < events; i++) {
      int jets = random.nextInt(6);
      pt[i] = random.doubles(jets, 5, 500).toArray();
      eta[i] = random.doubles(jets, -4, 4).toArray();
      phi[i] = random.doubles(jets, -3, 3).toArray();
      mass[i] = random.doubles(jets, 0, 300).toArray();
      if (jets > 0 && random.nextInt(10) == 0) {
        pt[i][0] = random.nextBoolean() ? Double.NaN : Double.POSITIVE_INFINITY;
      }
    }
    return new EventsOfLists()
        .with("Jet_pt", pt)
        .with("Jet_eta", eta)
        .with("Jet_phi", phi)
        .with("Jet_mass", mass)
        .table();
  }

  @Test
  void categoriesExcludeEachOtherAndCountEveryEventOnce() {
    for (boolean byJets : new boolean[] {false, true}) {
      for (long seed = 1; seed <= 5; seed++) {
        SelectionSettings settings =
            SelectionJson.read("{\"categories\":{\"byLightJets\":" + byJets + "}}", "test");
        SelectedHistograms selected = select(random(2000, seed), settings);

        assertThat(selected.categories().stream().mapToLong(CategoryCount::events).sum())
            .isEqualTo(2000);
        assertThat(selected.categories().stream().map(count -> count.category().name()))
            .doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void theHighestNumbersOfLightJetsAreJoinedUntilThereAreEnoughEvents() {
    SelectionSettings settings =
        SelectionJson.read("{\"categories\":{\"byLightJets\":true}}", "test");
    List<CategoryCount> categories = select(random(5000, 3), settings).categories();

    List<CategoryCount> open =
        categories.stream().filter(count -> count.category().orMore()).toList();
    assertThat(open).isNotEmpty();
    assertThat(open)
        .filteredOn(count -> count.category().lightJets() > 0)
        .isNotEmpty()
        .allSatisfy(count -> assertThat(count.events()).isGreaterThanOrEqualTo(100));
  }

  @Test
  void edgesIncreaseAndFollowTheResolution() {
    SelectedHistograms selected = select(toy(), LOOSE);

    assertThat(selected.histograms()).hasSizeGreaterThan(50);
    for (MassHistogram histogram : selected.histograms()) {
      double[] edges = histogram.edges().toArray();
      double widest = 0;
      for (int i = 1; i < edges.length; i++) {
        assertThat(edges[i]).isGreaterThan(edges[i - 1]);
        widest = Math.max(widest, (edges[i] - edges[i - 1]) / edges[i - 1]);
      }
      int jets = (int) histogram.combination().chars().filter(c -> "VTHj".indexOf(c) >= 0).count();
      int others = histogram.objects() - jets;
      // width(m) = ½ √(Σ σ_i²(m/2)), σ/p_T = 0.1 for jets and 0.04 otherwise
      assertThat(widest).isCloseTo(0.25 * Math.sqrt(0.01 * jets + 0.0016 * others), within(1e-9));
    }
  }

  @Test
  void noHistogramHasMoreEntriesThanItsCategoryHasEvents() {
    for (MassHistogram histogram : select(toy(), LOOSE).histograms()) {
      assertThat((long) histogram.counts().sum()).isLessThanOrEqualTo(histogram.events());
      assertThat(histogram.entries()).isLessThanOrEqualTo((long) histogram.counts().sum());
    }
  }

  @Test
  void theHumpBeforeTheLastFullestBinIsCut() {
    MassHistogram whole =
        new MassHistogram(
            "x",
            "c",
            "j0j1",
            2,
            50,
            Values.of(1, 2, 3, 4, 5, 6, 7),
            Values.of(1, 9, 9, 5, 0, 2),
            0,
            6);

    MassHistogram cut = HumpCut.apply(whole, new Requirements(true, false, 1, 1));
    assertThat(cut.keptCounts()).isEqualTo(Values.of(9, 5, 0, 2));
    assertThat(cut.keptEdges()).isEqualTo(Values.of(3, 4, 5, 6, 7));
    assertThat(cut.entries()).isEqualTo(16);
    assertThat(HumpCut.apply(whole, new Requirements(true, true, 1, 1)).keptCounts())
        .isEqualTo(Values.of(9, 5));
    assertThat(HumpCut.apply(whole, new Requirements(false, false, 1, 1)).bins()).isEqualTo(6);
  }

  @Test
  void resultsDoNotDependOnTheNumberOfThreads() {
    EventTable events = random(200_000, 11);
    SelectedHistograms alone = select(events, SelectionSettings.STANDARD);
    ExecutorService executor = Executors.newFixedThreadPool(3);
    try {
      SelectedHistograms together =
          Selection.of(
              events,
              SelectionSettings.STANDARD,
              Workers.of(executor, 4),
              SelectionProgress.NONE,
              new CancelToken());

      assertThat(together.histograms()).isNotEmpty().isEqualTo(alone.histograms());
      assertThat(together.cutFlow()).isEqualTo(alone.cutFlow());
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void partsToExploreAndToConfirmMakeUpTheWhole() {
    EventTable events = random(20_000, 5);
    long explored =
        select(events, SelectionSettings.STANDARD.with(Split.Part.EXPLORE))
            .cutFlow()
            .at(Stage.SPLIT);
    long confirmed =
        select(events, SelectionSettings.STANDARD.with(Split.Part.CONFIRM))
            .cutFlow()
            .at(Stage.SPLIT);

    assertThat(explored + confirmed).isEqualTo(20_000);
    // 5 standard deviations of a binomial of 20,000 and 1/4
    assertThat(explored).isBetween(5000 - 306L, 5000 + 306L);
  }

  @Test
  void chosenHistogramsOfBothPartsAddUpToTheWhole() {
    EventTable events = random(20_000, 6);
    SelectedHistograms all = select(events, SelectionSettings.STANDARD);
    MassHistogram chosen = all.histograms().getFirst();
    double sum = 0;
    for (Split.Part part : List.of(Split.Part.EXPLORE, Split.Part.CONFIRM)) {
      List<MassHistogram> again =
          Selection.again(
              events,
              all,
              part,
              Set.of(chosen.id()),
              Workers.callerOnly(),
              SelectionProgress.NONE,
              new CancelToken());
      assertThat(again).hasSize(1);
      sum += again.getFirst().counts().sum();
    }

    assertThat(sum).isEqualTo(chosen.counts().sum());
  }

  @Test
  void thousandsOfObjectsGiveABoundedNumberOfCombinations() {
    int many = 3000;
    double[] pt = new SplittableRandom(1).doubles(many, 30, 300).toArray();
    double[] eta = new SplittableRandom(2).doubles(many, -2, 2).toArray();
    double[] phi = new SplittableRandom(3).doubles(many, -3, 3).toArray();
    double[] charge = new double[many];
    Arrays.setAll(charge, i -> i % 2 == 0 ? 1 : -1);
    EventsOfLists events = new EventsOfLists();
    Map.of("electron_pt", pt, "electron_eta", eta, "electron_phi", phi, "electron_charge", charge)
        .forEach((name, row) -> events.with(name, row, row, row, row, row, row));

    SelectedHistograms selected = select(events.table(), LOOSE);

    assertThat(selected.cutFlow().at(Stage.COMBINATIONS)).isEqualTo(6 * ((1L << 12) - 13));
    assertThat(selected.cutFlow().at(Stage.CROWDED)).isEqualTo(6);
    assertThat(selected.cutFlow().at(Stage.HISTOGRAMS)).isLessThanOrEqualTo((1 << 12) - 13);
  }

  @Test
  void numbersThatAreNoneAreLeftOutAndCounted() {
    double nan = Double.NaN;
    EventTable events =
        new EventsOfLists()
            .with("jet_pt", new double[] {nan, 50, 60}, new double[] {1e308, 70})
            .with("jet_eta", new double[] {0, nan, 1}, new double[] {2.7, 0})
            .with("jet_phi", new double[] {0, 0, 1}, new double[] {0, Double.NEGATIVE_INFINITY})
            .with("jet_E", new double[] {10, 90, 1}, new double[] {1e308, 70})
            .single("MET", nan, -5)
            .single("METphi", 0, 0)
            .table();

    CutFlow flow = select(events, LOOSE).cutFlow();

    assertThat(flow.at(Stage.JETS_READ)).isEqualTo(5);
    // four of five jets and both missing momenta; the last jet has E < p
    assertThat(flow.at(Stage.BROKEN)).isEqualTo(6);
    assertThat(flow.at(Stage.JETS)).isEqualTo(1);
    assertThat(flow.at(Stage.CATEGORIES)).isEqualTo(1);
  }

  @Test
  void aJetWithMoreMomentumThanEnergyIsLight() {
    EventTable events =
        new EventsOfLists()
            .with("jet_pt", new double[] {100})
            .with("jet_eta", new double[] {1})
            .with("jet_phi", new double[] {0})
            .with("jet_E", new double[] {100})
            .table();

    assertThat(select(events, LOOSE).cutFlow().at(Stage.LIGHT_JETS)).isEqualTo(1);
  }

  @Test
  void cutsOnEventsActInTheirOrder() {
    SelectionSettings settings =
        SelectionJson.read("{\"event\":{\"htGeV\":300,\"jets\":2,\"jetPtGeV\":50}}", "test");
    CutFlow flow = select(toy(), settings).cutFlow();

    assertThat(flow.at(Stage.AFTER_HT)).isPositive().isLessThan(400);
    assertThat(flow.at(Stage.AFTER_MISSING)).isEqualTo(flow.at(Stage.AFTER_HT));
    assertThat(flow.at(Stage.AFTER_JETS)).isPositive().isLessThan(flow.at(Stage.AFTER_RATIO));
    assertThat(flow.at(Stage.SELECTED)).isEqualTo(flow.at(Stage.AFTER_JETS));
  }

  @Test
  void namesFollowTheConvention() {
    Set<String> ids = new HashSet<>();
    select(toy(), LOOSE).histograms().forEach(histogram -> ids.add(histogram.id()));

    assertThat(ids).contains("mass_j0j1_cat_0ex_0mx_0gx_0Zx_0Vx_0Tx_0Hx");
    assertThat(ids)
        .allMatch(
            id ->
                id.matches(
                    "mass_([emgZVTHj]\\d+)+_cat_\\dex_\\dmx_\\dgx_\\dZx_\\dVx_\\dTx_\\dHx(_OS|_SS)?"));
  }

  @Test
  void aTableWithoutObjectsIsRefused() {
    EventTable events = new EventsOfLists().single("mass", 1, 2).table();

    assertThatThrownBy(() -> select(events, LOOSE))
        .isInstanceOf(ProblemException.class)
        .hasMessage("The table has no lists of jets, electrons, muons or photons.");
  }

  @Test
  void aSelectionCanBeCancelled() {
    CancelToken token = new CancelToken();
    SelectionProgress cancelling = (step, done, events) -> token.cancel();

    assertThatThrownBy(
            () -> Selection.of(random(200_000, 1), LOOSE, Workers.callerOnly(), cancelling, token))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void noEventsGiveNoHistograms() {
    SelectedHistograms selected = select(random(0, 1), SelectionSettings.STANDARD);

    assertThat(selected.histograms()).isEmpty();
    assertThat(selected.categories()).isEmpty();
  }
}
