package org.dipscope.core.figure;

import org.dipscope.core.histogram.Values;
import org.jspecify.annotations.Nullable;

/**
 * A histogram outline: one horizontal step per bin, NaN contents leave a gap.
 *
 * @param label legend text
 * @param edges the bin edges, one more than contents, finite and increasing
 * @param contents the height of each bin
 * @param stroke how the outline is drawn
 */
public record Steps(String label, Values edges, Values contents, Stroke stroke) implements Mark {
  /**
   * Checks the lengths and fills in defaults.
   *
   * @throws IllegalArgumentException if edges are not increasing or the lengths disagree
   */
  public Steps(
      @Nullable String label,
      @Nullable Values edges,
      @Nullable Values contents,
      @Nullable Stroke stroke) {
    this.label = Require.textOrEmpty(label);
    this.edges = Require.edges(edges, "edges");
    this.contents = Require.present(contents, "contents");
    this.stroke = stroke == null ? Stroke.DEFAULT : stroke;
    Require.oneLessThanEdges(this.edges, this.contents, "contents");
  }
}
