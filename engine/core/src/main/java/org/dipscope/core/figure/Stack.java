package org.dipscope.core.figure;

import java.util.List;
import org.dipscope.core.histogram.Values;
import org.jspecify.annotations.Nullable;

/**
 * Filled histograms on top of each other, in the order of the legend: the first layer is the top of
 * the stack.
 *
 * @param edges the bin edges, finite and increasing
 * @param layers the layers from top to bottom
 */
public record Stack(Values edges, List<Layer> layers) implements Mark {
  /**
   * Checks the lengths.
   *
   * @throws IllegalArgumentException if edges are not increasing or the lengths disagree
   */
  public Stack(@Nullable Values edges, @Nullable List<Layer> layers) {
    this.edges = Require.edges(edges, "edges");
    this.layers = Require.list(layers, "layers");
    for (Layer layer : this.layers) {
      Require.oneLessThanEdges(this.edges, layer.contents(), "contents");
    }
  }

  /** Returns the empty text: each layer has its own legend entry. */
  @Override
  public String label() {
    return "";
  }

  /**
   * One layer of a stack.
   *
   * @param label legend text
   * @param contents what this layer adds in each bin; NaN counts as zero
   * @param colour its fill
   */
  public record Layer(String label, Values contents, Colour colour) {
    /**
     * Fills in defaults.
     *
     * @throws IllegalArgumentException if contents are missing
     */
    public Layer(@Nullable String label, @Nullable Values contents, @Nullable Colour colour) {
      this.label = Require.textOrEmpty(label);
      this.contents = Require.present(contents, "contents");
      this.colour = colour == null ? Colour.series(1) : colour;
    }
  }
}
