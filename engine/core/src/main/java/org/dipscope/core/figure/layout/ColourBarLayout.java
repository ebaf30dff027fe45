package org.dipscope.core.figure.layout;

import org.dipscope.core.figure.ColourScale;
import org.dipscope.core.figure.canvas.Box;

/**
 * A colour bar at its place.
 *
 * @param colours its colours and axis
 * @param box the bar without ticks and labels
 * @param scale the vertical scale
 * @param ticks its ticks
 */
public record ColourBarLayout(ColourScale colours, Box box, AxisScale scale, Ticks ticks) {}
