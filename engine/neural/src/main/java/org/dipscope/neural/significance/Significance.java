package org.dipscope.neural.significance;

import org.dipscope.core.histogram.Values;

/**
 * What a network says about a histogram.
 *
 * @param z signed significance per bin: with several widths the largest
 * @param error its standard error per bin; empty for networks that do not tell
 * @param width standard deviation of the signal in bins that is most significant, per bin
 * @param background the smooth background that its inputs rest on; empty for networks without
 */
public record Significance(Values z, Values error, Values width, Values background) {}
