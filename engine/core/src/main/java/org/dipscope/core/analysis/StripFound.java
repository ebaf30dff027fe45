package org.dipscope.core.analysis;

import org.dipscope.core.histogram.Values;
import org.jspecify.annotations.Nullable;

/**
 * A strip, or why there is none.
 *
 * @param strip the significances, or null
 * @param absence why there are none, in a sentence; else empty
 * @param injected events that are added to the drawn bins, or null
 * @param injectedZ their significance over the background
 */
public record StripFound(
    @Nullable SignificanceStrip strip,
    String absence,
    @Nullable Values injected,
    double injectedZ) {

  static StripFound none(String absence) {
    return new StripFound(null, absence, null, Double.NaN);
  }
}
