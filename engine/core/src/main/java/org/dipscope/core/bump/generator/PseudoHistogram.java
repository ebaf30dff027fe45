package org.dipscope.core.bump.generator;

/**
 * A drawn histogram and the truth behind it. The arrays are shared, not copied.
 *
 * @param background expected background per bin
 * @param counts drawn counts per bin: background and signal both fluctuate
 * @param target signed z<sub>LR</sub> per bin with the background known: the largest over the
 *     widths
 * @param byWidth the same for each width, widths first
 * @param centre the bin of the signal; &minus;1 without one
 * @param widthBins standard deviation of the signal
 * @param injected Asimov significance of the signal on the mother, negative for a dip
 */
public record PseudoHistogram(
    double[] background,
    double[] counts,
    double[] target,
    double[][] byWidth,
    int centre,
    double widthBins,
    double injected) {}
