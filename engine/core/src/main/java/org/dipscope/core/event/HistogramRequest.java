package org.dipscope.core.event;

import org.dipscope.core.histogram.Binning;
import org.jspecify.annotations.Nullable;

/**
 * Which histogram to fill.
 *
 * @param column what is histogrammed, an {@link Expression}
 * @param weight weight of each event, an expression; null for 1
 * @param cut which events count, a condition; null for all
 * @param binning the bins
 */
public record HistogramRequest(
    String column, @Nullable String weight, @Nullable String cut, Binning binning) {}
