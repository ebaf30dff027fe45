package org.dipscope.core.fit;

/**
 * What an auxiliary measurement says about a parameter before the fit.
 *
 * @param centre the value it prefers
 * @param width its standard deviation, positive
 */
public record Prior(double centre, double width) {}
