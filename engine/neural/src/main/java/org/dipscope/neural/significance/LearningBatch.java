package org.dipscope.neural.significance;

/**
 * Histograms to learn from.
 *
 * @param input what the network sees
 * @param target true significances, per histogram, output and bin
 * @param background true background in the scale of the contents; empty where nobody learns it
 */
record LearningBatch(EncodedBatch input, float[] target, float[] background) {}
