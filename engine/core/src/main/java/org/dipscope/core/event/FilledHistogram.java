package org.dipscope.core.event;

import org.dipscope.core.histogram.Histogram;

/**
 * A histogram filled from events.
 *
 * @param histogram contents with errors √Σw², underflow and overflow
 * @param read events read
 * @param passed events that the cut let through
 * @param notNumbers events among them whose value or weight is NaN, counted nowhere
 */
public record FilledHistogram(Histogram histogram, long read, long passed, long notNumbers) {}
