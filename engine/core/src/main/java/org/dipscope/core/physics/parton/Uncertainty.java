package org.dipscope.core.physics.parton;

/**
 * A quantity with its PDF uncertainty at 68.27 % confidence.
 *
 * @param central central value
 * @param plus upward uncertainty, not negative
 * @param minus downward uncertainty, not negative
 */
public record Uncertainty(double central, double plus, double minus) {}
