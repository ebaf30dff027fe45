package org.dipscope.core.simulation;

/**
 * From which rapidities of the pair are drawn: for a few masses, cells in y/y_max that follow the
 * product of the parton densities.
 */
final class RapidityProposal {
  private static final int MASSES = 24;
  private static final int CELLS = 60;
  private static final double LEAST = 1e-3;

  private final double logLow;
  private final double logStep;
  private final Tabulated[] shapes = new Tabulated[MASSES];

  RapidityProposal(PairDensity density, double low, double high) {
    logLow = Math.log(low);
    logStep = (Math.log(high) - logLow) / MASSES;
    double[] edges = new double[CELLS + 1];
    for (int i = 0; i <= CELLS; i++) {
      edges[i] = -1 + 2.0 * i / CELLS;
    }
    for (int k = 0; k < MASSES; k++) {
      double mass = Math.exp(logLow + (k + 0.5) * logStep);
      shapes[k] = new Tabulated(edges, shape(density, mass, edges));
    }
  }

  private static double[] shape(PairDensity density, double mass, double[] edges) {
    double limit = density.largestRapidity(mass);
    double[] values = new double[edges.length - 1];
    double largest = 0;
    for (int i = 0; i < values.length; i++) {
      PairDensity.Partons at = density.partons(mass, limit * 0.5 * (edges[i] + edges[i + 1]));
      values[i] = at.gluons() + at.quarks();
      largest = Math.max(largest, values[i]);
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(values[i], LEAST * largest);
    }
    return values;
  }

  /** A rapidity for a uniform number, in units of the largest possible one. */
  double quantile(double mass, double fraction) {
    return shape(mass).quantile(fraction);
  }

  /** The density in these units. */
  double density(double mass, double scaledRapidity) {
    return shape(mass).density(scaledRapidity);
  }

  private Tabulated shape(double mass) {
    int cell = (int) Math.floor((Math.log(mass) - logLow) / logStep);
    return shapes[Math.clamp(cell, 0, MASSES - 1)];
  }
}
