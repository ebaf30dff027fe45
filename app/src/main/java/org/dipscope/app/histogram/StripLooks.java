package org.dipscope.app.histogram;

import java.util.HashSet;
import java.util.Set;
import org.dipscope.core.analysis.SignificanceStrip;
import org.dipscope.core.analysis.StripCandidate;
import org.dipscope.core.bump.TrialsLedger;
import org.dipscope.core.project.StripDefinition;

/** Counts the looks of a session: each spectrum in each choice of bins and definition once. */
final class StripLooks {
  private record Seen(StripRequest.Bins bins, StripDefinition definition, boolean manyWidths) {}

  private final Set<Seen> seen = new HashSet<>();
  private TrialsLedger ledger = TrialsLedger.EMPTY;

  /** Notes a strip of the data as they are. */
  void add(StripRequest.Key key, SignificanceStrip strip) {
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
