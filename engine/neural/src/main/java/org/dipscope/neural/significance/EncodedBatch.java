package org.dipscope.neural.significance;

/**
 * Histograms of equally many bins, as a network takes them.
 *
 * @param features per histogram, feature and bin; for the published networks per histogram, bin and
 *     place in its window
 * @param base significances that the network corrects, per histogram, output and bin; zero for
 *     networks that start from nothing
 */
record EncodedBatch(
    Mode mode, int size, int bins, int featureCount, int outputs, float[] features, float[] base) {}
