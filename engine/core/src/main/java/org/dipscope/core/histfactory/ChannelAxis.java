package org.dipscope.core.histfactory;

import org.dipscope.core.histogram.Values;

/**
 * What the bins of a channel mean, which workspaces do not say.
 *
 * @param edges one more than bins, ascending
 * @param label what is measured, such as {@code m(tt)}
 * @param unit such as GeV; empty without
 */
public record ChannelAxis(Values edges, String label, String unit) {}
