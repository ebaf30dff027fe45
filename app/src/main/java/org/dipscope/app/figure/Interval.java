package org.dipscope.app.figure;

/**
 * A part of the horizontal axis that the user has marked.
 *
 * @param low its lower end, in the values of the axis
 * @param high its upper end
 */
public record Interval(double low, double high) {}
