package org.dipscope.core.likelihood;

/**
 * &lambda; at any position (u, v) of a grid, nuisances profiled; owned by one thread. Positions
 * count grid points, so (3, 4.5) lies halfway between two rows.
 */
final class PointLikelihood {
  private final ParameterGrid grid;
  private final SignalMixing mixing;
  private final SignalSource source;
  private final double[] weights;
  private final Profiler profiler;
  private PointStatus status = PointStatus.INCOMPUTABLE;

  PointLikelihood(
      Likelihood likelihood,
      ParameterGrid grid,
      int components,
      SignalMixing mixing,
      SignalSource source) {
    this.grid = grid;
    this.mixing = mixing;
    this.source = source;
    weights = new double[components];
    profiler = likelihood.newProfiler();
  }

  /** What a position is worth, without its spectrum. */
  PointStatus statusAt(double u, double v) {
    return mixing.weights(grid.x().value(u), grid.y().value(v), weights);
  }

  /** Puts the signal at a position into the profiler and returns what the position is worth. */
  PointStatus load(double u, double v) {
    status = mixing.weights(grid.x().value(u), grid.y().value(v), weights);
    if (status == PointStatus.INCOMPUTABLE || !Checks.finite(weights)) {
      status = PointStatus.INCOMPUTABLE;
      return status;
    }
    profiler.clearSignal();
    if (!source.add(u, v, weights, profiler)) {
      status = PointStatus.INCOMPUTABLE;
    }
    return status;
  }

  /**
   * &lambda; at a position, from the nuisance values the profiler holds; NaN exactly where {@link
   * #status} is then incomputable.
   */
  double at(double u, double v) {
    if (load(u, v) == PointStatus.INCOMPUTABLE) {
      return Double.NaN;
    }
    double value = profiler.profile();
    if (!Double.isFinite(value)) {
      status = PointStatus.INCOMPUTABLE;
      profiler.restart();
      return Double.NaN;
    }
    return value;
  }

  /** The status of the last position. */
  PointStatus status() {
    return status;
  }

  Profiler profiler() {
    return profiler;
  }
}
