package org.dipscope.core.figure;

import java.util.List;
import org.dipscope.core.histogram.Values;
import org.jspecify.annotations.Nullable;

/**
 * A function of x and y as coloured cells; NaN cells stay empty.
 *
 * @param label legend text, usually empty because the colour bar has its own label
 * @param xEdges the cell edges along x, finite and increasing
 * @param yEdges the cell edges along y, finite and increasing
 * @param z one row per y cell from low to high y, each with one value per x cell
 * @param colours how values become colours
 */
public record HeatMap(
    String label, Values xEdges, Values yEdges, List<Values> z, ColourScale colours)
    implements Mark {
  /**
   * Checks the shape and fills in defaults.
   *
   * @throws IllegalArgumentException if edges are not increasing or the shape of z disagrees
   */
  public HeatMap(
      @Nullable String label,
      @Nullable Values xEdges,
      @Nullable Values yEdges,
      @Nullable List<Values> z,
      @Nullable ColourScale colours) {
    this.label = Require.textOrEmpty(label);
    this.xEdges = Require.edges(xEdges, "xEdges");
    this.yEdges = Require.edges(yEdges, "yEdges");
    this.z = Require.list(z, "z");
    this.colours = colours == null ? new ColourScale(null, null, false) : colours;
    int rows = Math.max(0, this.yEdges.size() - 1);
    if (this.z.size() != rows) {
      throw new IllegalArgumentException(
          "\"z\" has %d rows for %d cells along y".formatted(this.z.size(), rows));
    }
    for (int row = 0; row < rows; row++) {
      Require.oneLessThanEdges(this.xEdges, this.z.get(row), "z[" + row + "]");
    }
  }

  /** Returns a heat map of {@code z[iy][ix]}. */
  public static HeatMap of(double[] xEdges, double[] yEdges, double[][] z, ColourScale colours) {
    List<Values> rows = java.util.Arrays.stream(z).map(Values::of).toList();
    return new HeatMap("", Values.of(xEdges), Values.of(yEdges), rows, colours);
  }
}
