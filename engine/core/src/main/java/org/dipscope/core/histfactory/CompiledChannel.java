package org.dipscope.core.histfactory;

/**
 * A channel in flat arrays.
 *
 * @param offset the position of its first bin among all bins
 * @param globals the parameters that act on all bins of some sample
 * @param locals per bin the parameters that act on this bin alone
 * @param smoothShapes whether shifts follow code 4p
 */
record CompiledChannel(
    String name,
    int offset,
    int bins,
    int[] globals,
    int[][] locals,
    boolean smoothShapes,
    CompiledSample[] samples) {}
