package org.dipscope.core.figure;

import org.dipscope.core.histogram.Values;
import org.jspecify.annotations.Nullable;

/**
 * A line through points; NaN or infinite positions break it.
 *
 * @param label legend text
 * @param x positions
 * @param y positions
 * @param stroke how it is drawn
 */
public record Line(String label, Values x, Values y, Stroke stroke) implements Mark {
  /**
   * Checks the lengths and fills in defaults.
   *
   * @throws IllegalArgumentException if x or y is missing or lengths disagree
   */
  public Line(
      @Nullable String label, @Nullable Values x, @Nullable Values y, @Nullable Stroke stroke) {
    this.label = Require.textOrEmpty(label);
    this.x = Require.present(x, "x");
    this.y = Require.present(y, "y");
    this.stroke = stroke == null ? Stroke.DEFAULT : stroke;
    Require.sameLength(this.x, "x", this.y, "y");
  }
}
