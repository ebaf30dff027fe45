package org.dipscope.app.histogram;

import java.util.HashSet;
import java.util.Set;
import org.dipscope.core.analysis.SignificanceStrip;
import org.dipscope.core.analysis.StripCandidate;
import org.dipscope.core.bump.TrialsLedger;
import org.dipscope.core.project.StripDefinition;
import org.jspecify.annotations.Nullable;

/** Counts the looks of a session: each spectrum in each choice of bins and definition once. */
final class StripLooks {
  private record Seen(StripRequest.Bins bins, StripDefinition definition, boolean manyWidths) {}

  private final Set<Seen> seen = new HashSet<>();
  private TrialsLedger ledger = TrialsLedger.EMPTY;
  private boolean dragged;

  /** What is seen while the data are dragged are no looks of their own. */
  void setDragged(boolean now) {
    dragged = now;
  }

  /** Notes a strip of the data as they are, if it is the one that is asked for. */
  void add(StripResult now, StripRequest.@Nullable Key asked) {
    SignificanceStrip strip = now.strip();
    boolean isFinal = !dragged && !now.preview() && now.key().equals(asked);
    if (strip != null && isFinal && now.injected() == null) {
      add(now.key(), strip);
    }
  }

  private void add(StripRequest.Key key, SignificanceStrip strip) {
    StripRequest.Choice choice = key.choice();
    if (seen.add(new Seen(key.bins(), choice.definition(), choice.manyWidths()))) {
      double least =
          strip.candidates().stream().mapToDouble(StripCandidate::globalP).min().orElse(1);
      ledger =
          ledger.with(
              new TrialsLedger.Look(strip.data().data().id(), choice.definition().words(), least));
    }
  }

  TrialsLedger ledger() {
    return ledger;
  }
}
