package org.dipscope.core.figure;

import org.dipscope.core.histogram.Values;
import org.jspecify.annotations.Nullable;

/**
 * An uncertainty band: one box per bin from low to high, NaN leaves a gap.
 *
 * @param label legend text
 * @param edges the bin edges, finite and increasing
 * @param low the lower end in each bin
 * @param high the upper end in each bin
 * @param fill hatched or translucent
 * @param colour its colour
 */
public record Band(String label, Values edges, Values low, Values high, Fill fill, Colour colour)
    implements Mark {
  /**
   * Checks the lengths and fills in defaults.
   *
   * @throws IllegalArgumentException if edges are not increasing or lengths disagree
   */
  public Band(
      @Nullable String label,
      @Nullable Values edges,
      @Nullable Values low,
      @Nullable Values high,
      @Nullable Fill fill,
      @Nullable Colour colour) {
    this.label = Require.textOrEmpty(label);
    this.edges = Require.edges(edges, "edges");
    this.low = Require.present(low, "low");
    this.high = Require.present(high, "high");
    this.fill = fill == null ? Fill.HATCHED : fill;
    this.colour = colour == null ? Colour.MUTED : colour;
    Require.oneLessThanEdges(this.edges, this.low, "low");
    Require.oneLessThanEdges(this.edges, this.high, "high");
  }
}
