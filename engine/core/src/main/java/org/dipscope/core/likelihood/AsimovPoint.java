package org.dipscope.core.likelihood;

/**
 * What the hypotheses of a scan give on average (Asimov data, G. Cowan et al., Eur. Phys. J. C 71
 * (2011) 1554, sect. 3.2), and how significantly they would be seen: Z = &radic;q<sub>0</sub>,
 * q<sub>0</sub> = &lambda;(B) &minus; &lambda;(B + X) of these data with all nuisances profiled.
 * Owned by one thread.
 */
public final class AsimovPoint {
  private final Likelihood likelihood;
  private final RateModel model;
  private final boolean fitted;
  private final SignalPoint signal;
  private double[] total = {};
  private double[] background = {};
  private double significance;

  AsimovPoint(Likelihood likelihood, RateModel model, SignalPoint signal, boolean fitted) {
    this.likelihood = likelihood;
    this.model = model;
    this.signal = signal;
    this.fitted = fitted;
  }

  /**
   * Computes a hypothesis.
   *
   * @param u position along the horizontal axis, counted in grid points
   * @param v position along the vertical axis
   * @return what it is worth; if incomputable, the other methods keep the last hypothesis
   */
  public PointStatus at(double u, double v) {
    PointStatus status = signal.load(u, v);
    if (status == PointStatus.INCOMPUTABLE) {
      return status;
    }
    Profiler profiler = signal.profiler();
    profiler.restart();
    if (fitted && !Double.isFinite(profiler.profile())) {
      return PointStatus.INCOMPUTABLE;
    }
    double[] nuisances = profiler.theta().clone();
    total = rate(profiler, nuisances);
    DataTerm asimov = likelihood.data().asimov(total);
    Profiler without = new Profiler(model, asimov);
    background = rate(without, nuisances);
    Profiler with = new Profiler(model, asimov);
    signal.addTo(u, v, with);
    with.startAt(nuisances, 0);
    double q = without.profile() - with.profile();
    significance = Math.sqrt(Math.max(0, q));
    return Double.isFinite(q) ? status : PointStatus.INCOMPUTABLE;
  }

  private static double[] rate(Profiler profiler, double[] nuisances) {
    RateWorkspace rates = profiler.objective().rates;
    rates.rateAt(nuisances);
    return rates.rate.clone();
  }

  /** The expected content of each bin, B + S + I; may be negative. */
  public double[] total() {
    return total.clone();
  }

  /** The background in it. */
  public double[] background() {
    return background.clone();
  }

  /** Z of the signal over the background. */
  public double significance() {
    return significance;
  }
}
