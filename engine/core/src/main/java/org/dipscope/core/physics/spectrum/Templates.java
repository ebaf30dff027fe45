package org.dipscope.core.physics.spectrum;

/**
 * Expected contents of the bins of one component (background, or signal plus interference), with
 * their response to the two detector nuisances. All arrays have one entry per bin; the caller must
 * not change them.
 *
 * @param rate N_i, expected counts (or cross-section) in bin i; may be negative for signal plus
 *     interference
 * @param scaleSlope dN_i/d ln k, where every reconstructed mass is multiplied by k
 * @param resolutionSlope dN_i/d ln R, where R is the relative mass resolution
 */
public record Templates(double[] rate, double[] scaleSlope, double[] resolutionSlope) {}
