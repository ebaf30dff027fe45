package org.dipscope.core.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.event.EventSource;
import org.dipscope.core.format.Formats;
import org.junit.jupiter.api.Test;

class SharedEventsTest {

  @Test
  void categoriesShareNothingAndCombinationsOfOneCategoryDo() {
    EventSource events = Formats.events(DarkMachinesToyTest.toyEvents(), null);
    SelectionSettings settings =
        SelectionJson.read(
            "{\"categories\":{\"fewestEvents\":5},\"keep\":{\"fewestEntries\":1,\"fewestBins\":1}}",
            "test");
    SelectedHistograms found =
        Selection.of(
            events, settings, Workers.callerOnly(), SelectionProgress.NONE, new CancelToken());
    String none = "_cat_0ex_0mx_0gx_0Zx_0Vx_0Tx_0Hx";
    String z = "_cat_0ex_0mx_0gx_1Zx_0Vx_0Tx_0Hx";

    SharedEvents shared =
        SharedEvents.count(
            events,
            found,
            List.of(
                new MassWindow("mass_j0j1" + none, 10, 13_000),
                new MassWindow("mass_j0j1j2" + none, 10, 13_000),
                new MassWindow("mass_j0j1" + z, 10, 13_000),
                new MassWindow("mass_j0j1" + none, 10, 300)),
            Workers.callerOnly(),
            SelectionProgress.NONE,
            new CancelToken());

    assertThat(shared.shared(0, 0)).isPositive();
    assertThat(shared.shared(0, 0)).isGreaterThanOrEqualTo(shared.shared(1, 1));
    // whoever has three jets has two
    assertThat(shared.shared(0, 1)).isEqualTo(shared.shared(1, 1)).isPositive();
    assertThat(shared.shared(2, 2)).isPositive();
    assertThat(shared.shared(0, 2)).isZero();
    assertThat(shared.correlation(0, 2)).isZero();
    assertThat(shared.shared(0, 3)).isEqualTo(shared.shared(3, 3));
    assertThat(shared.correlation(0, 3))
        .isCloseTo(Math.sqrt((double) shared.shared(3, 3) / shared.shared(0, 0)), within(1e-12));
  }
}
