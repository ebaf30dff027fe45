package org.dipscope.core.histfactory;

/**
 * A sample in flat arrays.
 *
 * @param nominal contents per bin
 * @param rows for each parameter that acts on all bins, its position among those of the channel
 * @param factors for each of them its factor
 * @param shifts for each of them its shift
 * @param localAt per bin the positions of the parameters of that bin which act on this sample
 */
record CompiledSample(
    String name,
    double[] nominal,
    int[] rows,
    Factor[] factors,
    ShapeShift[] shifts,
    int[][] localAt) {}
