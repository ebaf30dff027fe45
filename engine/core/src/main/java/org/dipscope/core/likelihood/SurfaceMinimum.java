package org.dipscope.core.likelihood;

/**
 * A local minimum of a likelihood surface.
 *
 * @param x the first parameter
 * @param y the second parameter
 * @param delta &minus;2&Delta; ln L above the lowest minimum; 0 for that one
 * @param depth how much &minus;2&Delta; ln L must rise on the best way to a lower minimum, or for
 *     the lowest one to the highest point of the grid; NaN where the grid is too coarse to tell
 * @param isOnBorder whether it lies on the border of the scan or of the physical region, so that it
 *     need not be a stationary point
 */
public record SurfaceMinimum(double x, double y, double delta, double depth, boolean isOnBorder) {}
