package org.dipscope.core.triage;

import org.dipscope.core.bump.ZCurve;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.selection.MassHistogram;
import org.jspecify.annotations.Nullable;

/**
 * A histogram with its significances.
 *
 * @param histogram what was scanned: its kept bins
 * @param curve a significance per kept bin, or null if there is none
 * @param candidate its most significant bin
 */
public record Scanned(MassHistogram histogram, @Nullable ZCurve curve, Candidate candidate) {

  /** Edges of the scanned bins in GeV. */
  Values edges() {
    return histogram.keptEdges();
  }
}
