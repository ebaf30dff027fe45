package org.dipscope.core.physics.spectrum;

/**
 * What a set of resonances adds to the background, per bin. The caller must not change the arrays.
 *
 * @param signal expected signal, never negative
 * @param interference expected interference, of either sign
 * @param total the sum of both with its response to mass scale and resolution
 */
public record SignalPrediction(double[] signal, double[] interference, Templates total) {}
