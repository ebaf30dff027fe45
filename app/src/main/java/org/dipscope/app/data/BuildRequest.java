package org.dipscope.app.data;

import java.util.List;
import org.dipscope.core.event.BinningRule;
import org.jspecify.annotations.Nullable;

/**
 * Histograms to be filled from a table.
 *
 * @param table where the events are
 * @param rows how many events there are
 * @param x what is histogrammed
 * @param y what is histogrammed along a second axis, or null
 * @param weight weight of each event, or null for 1
 * @param cuts which events count, one histogram each
 * @param xBins the bins along x
 * @param yBins the bins along y
 */
record BuildRequest(
    EventTables.Key table,
    long rows,
    String x,
    @Nullable String y,
    @Nullable String weight,
    List<CutLine> cuts,
    BinningRule xBins,
    BinningRule yBins) {

  BuildRequest {
    cuts = List.copyOf(cuts);
  }

  /**
   * A cut.
   *
   * @param text a condition, or null for all events
   * @param colour number of its series colour
   */
  record CutLine(@Nullable String text, int colour) {
    String label() {
      return text == null ? "all events" : text;
    }
  }
}
