package org.dipscope.core.event;

import org.dipscope.core.histogram.Histogram;

/**
 * A histogram filled from events.
 *
 * @param histogram contents with errors √Σw², underflow and overflow; of two-dimensional histograms
 *     the overflow is all that lies outside
 * @param read events read
 * @param passed events that the cut let through; of lists, values
 * @param notNumbers those among them whose value or weight is NaN, counted nowhere
 */
public record FilledHistogram(Histogram histogram, long read, long passed, long notNumbers) {}
