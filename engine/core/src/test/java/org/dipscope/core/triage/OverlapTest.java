package org.dipscope.core.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.event.EventSource;
import org.dipscope.core.figure.HeatMap;
import org.dipscope.core.format.Formats;
import org.dipscope.core.selection.MassHistogram;
import org.dipscope.core.selection.SelectedHistograms;
import org.dipscope.core.selection.Selection;
import org.dipscope.core.selection.SelectionJson;
import org.dipscope.core.selection.SelectionProgress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OverlapTest {
  private static final String NONE = "_cat_0ex_0mx_0gx_0Zx_0Vx_0Tx_0Hx";
  private static final String Z = "_cat_0ex_0mx_0gx_1Zx_0Vx_0Tx_0Hx";

  private EventSource events;
  private SelectedHistograms found;

  @BeforeEach
  void select() throws Exception {
    Path file =
        Path.of(
            Objects.requireNonNull(SelectedHistograms.class.getResource("dm_toy_events.csv"))
                .toURI());
    events = Formats.events(file, null);
    found =
        Selection.of(
            events,
            SelectionJson.read(
                "{\"categories\":{\"fewestEvents\":5},"
                    + "\"keep\":{\"fewestEntries\":1,\"fewestBins\":1}}",
                "test"),
            Workers.callerOnly(),
            SelectionProgress.NONE,
            new CancelToken());
  }

  private Candidate flag(String id, double z, double mass, double width) {
    MassHistogram histogram =
        found.histograms().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    return new Candidate(
        id,
        histogram.category(),
        histogram.combination(),
        z,
        0.5,
        mass,
        width,
        10,
        13_000,
        histogram.bins(),
        histogram.entries(),
        30,
        0.001,
        0.03,
        Set.of());
  }

  private Overlap overlap(Candidate... candidates) {
    return Overlap.count(
        events,
        found,
        List.of(candidates),
        TriageRule.STANDARD,
        Workers.callerOnly(),
        SelectionProgress.NONE,
        new CancelToken());
  }

  @Test
  void combinationsOfOneCategoryAreNotIndependentAndCategoriesAre() {
    Overlap overlap =
        overlap(
            flag("mass_j0j1" + Z, 3.5, 2000, 995),
            flag("mass_j0j1j2" + NONE, -4, 2000, 995),
            flag("mass_j0j2" + NONE, 1, 2000, 995),
            flag("mass_j0j1" + NONE, 5, 2000, 995));

    // the weak one is no flag, the others are sorted
    assertThat(overlap.flags()).extracting(Candidate::z).containsExactly(5.0, -4.0, 3.5);
    assertThat(overlap.pairs()).hasSize(1);
    Overlap.Pair pair = overlap.pairs().getFirst();
    assertThat(pair.events()).isEqualTo(overlap.events().shared(0, 1)).isPositive();
    assertThat(pair.share())
        .isCloseTo(
            pair.events()
                / Math.sqrt((double) overlap.events().shared(0, 0) * overlap.events().shared(1, 1)),
            within(1e-12));
    assertThat(overlap.words())
        .startsWith("3 flags in 2 categories; flags of different categories share no event. ")
        .contains("Not independent: j0j1 2000 GeV and j0j1j2 2000 GeV in e0m0g0Z0V0T0H0 share ");
    assertThat(overlap.about("mass_j0j1" + NONE))
        .startsWith("Not independent: shares ")
        .endsWith("of its events with j0j1j2 2000 GeV.");
    assertThat(overlap.about("mass_j0j1" + Z)).isEmpty();
  }

  @Test
  void windowsFarApartShareNothing() {
    Overlap overlap =
        overlap(flag("mass_j0j1" + NONE, 5, 150, 20), flag("mass_j0j1" + NONE, 4, 1500, 20));

    assertThat(overlap.pairs()).isEmpty();
    assertThat(overlap.words())
        .isEqualTo("2 flags in one category. No pair shares a tenth of its events.");
    assertThat(overlap.across()).isEmpty();
  }

  @Test
  void withoutPairsThereIsNothingToSay() {
    assertThat(overlap().words()).isEqualTo("No candidate is flagged.");
    assertThat(overlap(flag("mass_j0j1" + NONE, 5, 150, 20)).words())
        .startsWith("One candidate is flagged");
    assertThat(OverlapFigure.of(overlap(), 16).columns()).isEmpty();
  }

  @Test
  void mapsShowThePairsWithTheFirstFlagOnTop() {
    Overlap overlap =
        overlap(
            flag("mass_j0j1" + NONE, 5, 2000, 995),
            flag("mass_j0j1j2" + NONE, 4, 2000, 995),
            flag("mass_j0j1" + Z, 3.5, 3000, 1000));

    HeatMap shares =
        (HeatMap)
            OverlapFigure.of(overlap, 16)
                .columns()
                .getFirst()
                .panels()
                .getFirst()
                .marks()
                .getFirst();
    assertThat(shares.z().get(2).get(1)).isEqualTo(overlap.events().correlation(0, 1));
    assertThat(shares.z().get(0).get(0)).isZero();
    assertThat(shares.z().get(2).get(0)).isNaN();
    HeatMap distances =
        (HeatMap)
            OverlapFigure.of(overlap, 16)
                .columns()
                .getLast()
                .panels()
                .getFirst()
                .marks()
                .getFirst();
    assertThat(distances.z().get(2).get(1)).isZero();
    assertThat(distances.z().get(0).get(0)).isCloseTo(1000 / Math.hypot(995, 1000), within(1e-12));
    assertThat(OverlapFigure.words(overlap, 16, 1.5, 2.5))
        .contains("1: j0j1 2000 GeV in e0m0g0Z0V0T0H0, z = +5.0")
        .contains("shared: ")
        .endsWith("0.0 σ apart");
    assertThat(OverlapFigure.words(overlap, 16, 3.5, 2.5)).isEmpty();
    assertThat(OverlapFigure.words(overlap, 2, 1.5, 1.5)).contains("1: j0j1 2000 GeV");
  }
}
