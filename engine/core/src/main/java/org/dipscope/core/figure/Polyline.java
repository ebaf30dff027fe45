package org.dipscope.core.figure;

import org.dipscope.core.histogram.Values;
import org.jspecify.annotations.Nullable;

/**
 * A chain of points in data coordinates; closed if the last equals the first.
 *
 * @param x positions
 * @param y positions
 */
public record Polyline(Values x, Values y) {
  /**
   * Checks the lengths.
   *
   * @throws IllegalArgumentException if x or y is missing or lengths disagree
   */
  public Polyline(@Nullable Values x, @Nullable Values y) {
    this.x = Require.present(x, "x");
    this.y = Require.present(y, "y");
    Require.sameLength(this.x, "x", this.y, "y");
  }

  /** Returns the rectangle between two corners. */
  public static Polyline rectangle(double x0, double y0, double x1, double y1) {
    return new Polyline(Values.of(x0, x1, x1, x0, x0), Values.of(y0, y0, y1, y1, y0));
  }
}
