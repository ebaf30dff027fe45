package org.dipscope.core.figure;

import org.jspecify.annotations.Nullable;

/**
 * How the values of a heat map become colours, and the axis of its colour bar.
 *
 * @param axis label, unit, scale and range; values outside the range take the end colours
 * @param map the colour map
 * @param reversed whether the first colour stands for the highest value
 */
public record ColourScale(Axis axis, ColourMap map, boolean reversed) {
  /** Fills in defaults. */
  public ColourScale(@Nullable Axis axis, @Nullable ColourMap map, boolean reversed) {
    this.axis = axis == null ? Axis.linear("", "") : axis;
    this.map = map == null ? ColourMap.VIRIDIS : map;
    this.reversed = reversed;
  }

  /** Returns the colour 0xAARRGGBB at {@code position} in [0, 1] along the colour bar. */
  public int argb(double position) {
    return map.argb(reversed ? 1 - position : position);
  }
}
