package org.dipscope.core.analysis;

import java.util.List;

/**
 * What a hypothesis expects, as far as it is drawn beside data.
 *
 * @param prediction what is expected in the bins of the data
 * @param curves the interference as smooth curves
 * @param note parton distributions, α_s and scale in rich text; may be empty
 * @param pureDipGeV where the interference is a pure dip, or NaN to mark nothing
 * @param pinned curves kept for comparison
 */
public record Expectation(
    Prediction prediction,
    Curves curves,
    String note,
    double pureDipGeV,
    List<PinnedCurve> pinned) {

  /** Copies the pinned curves. */
  public Expectation {
    pinned = List.copyOf(pinned);
  }
}
