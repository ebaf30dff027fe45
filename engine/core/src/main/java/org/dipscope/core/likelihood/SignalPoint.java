package org.dipscope.core.likelihood;

/** &lambda; of a {@link Likelihood} for the signal at any position of a grid. */
final class SignalPoint implements PointLikelihood {
  private final ParameterGrid grid;
  private final SignalMixing mixing;
  private final SignalSource source;
  private final double[] weights;
  private final Profiler profiler;
  private PointStatus status = PointStatus.INCOMPUTABLE;

  SignalPoint(
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

  @Override
  public PointStatus statusAt(double u, double v) {
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

  /** Adds the signal at a position that was loaded to another profiler. */
  void addTo(double u, double v, Profiler other) {
    source.add(u, v, weights, other);
  }

  @Override
  public double at(double u, double v) {
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

  @Override
  public PointStatus status() {
    return status;
  }

  @Override
  public void restart() {
    profiler.restart();
  }

  @Override
  public void startAt(double[] nuisances, int offset) {
    profiler.startAt(nuisances, offset);
  }

  @Override
  public double[] nuisances() {
    return profiler.theta();
  }

  Profiler profiler() {
    return profiler;
  }
}
