package org.dipscope.core.simulation;

import java.util.Arrays;

/** A piecewise constant probability density, to draw from and to divide by. */
final class Tabulated {
  private final double[] edges;
  private final double[] cumulative;

  /** The density proportional to the given values, which are not negative and not all zero. */
  Tabulated(double[] edges, double[] values) {
    this.edges = edges;
    cumulative = new double[edges.length];
    for (int i = 0; i < values.length; i++) {
      cumulative[i + 1] = cumulative[i] + values[i] * (edges[i + 1] - edges[i]);
    }
    double total = cumulative[values.length];
    for (int i = 0; i < cumulative.length; i++) {
      cumulative[i] /= total;
    }
  }

  /** The value below which the given fraction of the probability lies. */
  double quantile(double fraction) {
    int found = Arrays.binarySearch(cumulative, fraction);
    int cell = found >= 0 ? found : -found - 2;
    cell = Math.clamp(cell, 0, edges.length - 2);
    while (cell > 0 && cumulative[cell + 1] <= cumulative[cell]) {
      cell--;
    }
    double share = cumulative[cell + 1] - cumulative[cell];
    double within = share > 0 ? (fraction - cumulative[cell]) / share : 0.5;
    return edges[cell] + within * (edges[cell + 1] - edges[cell]);
  }

  /** The density at a value; 0 outside. */
  double density(double value) {
    if (!(value >= edges[0] && value <= edges[edges.length - 1])) {
      return 0;
    }
    int found = Arrays.binarySearch(edges, value);
    int cell = Math.min(found >= 0 ? found : -found - 2, edges.length - 2);
    return (cumulative[cell + 1] - cumulative[cell]) / (edges[cell + 1] - edges[cell]);
  }
}
