package org.dipscope.core.likelihood;

import java.util.Arrays;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.physics.spectrum.Templates;

/**
 * &lambda;(signal, &theta;) = &minus;2 ln L of a binned spectrum, relative to the saturated model
 * and including the constraint &Sigma;&theta;<sub>k</sub>&sup2;. The expected content of bin i is
 *
 * <p>&nu;<sub>i</sub> = exposure &middot; e<sup>a<sub>L</sub></sup> { exp[&Sigma;<sub>k</sub>
 * a<sub>k</sub> s<sub>k</sub>(m<sub>i</sub>)] (B + a<sub>S</sub> &part;B + a<sub>R</sub>
 * &part;'B)<sub>i</sub> + (X + a<sub>S</sub> &part;X + a<sub>R</sub> &part;'X)<sub>i</sub> }
 *
 * <p>with the background B, signal plus interference X, their slopes &part; in the mass scale and
 * &part;' in the resolution, and amplitudes a = &sigma;&theta; of luminosity (L), background shapes
 * (k), mass scale (S) and resolution (R). Immutable; each thread takes a {@link Profiler}.
 */
public final class Likelihood {
  private final DataTerm data;
  private final Binning binning;
  private final Templates background;
  private final NuisanceSet nuisances;
  private final double exposure;
  private final RateModel model;

  private Likelihood(
      DataTerm data,
      Binning binning,
      Templates background,
      NuisanceSet nuisances,
      double exposure) {
    this.data = data;
    this.binning = binning;
    this.background = background;
    this.nuisances = nuisances;
    this.exposure = exposure;
    model = new RateModel(binning, background, nuisances, exposure);
  }

  /**
   * A likelihood at unit exposure.
   *
   * @param data what was observed
   * @param binning the bins in mass, GeV
   * @param background expected content per bin without the signal, per unit of exposure
   * @param nuisances the systematic uncertainties; empty for statistics only
   * @throws org.dipscope.core.problem.ProblemException if the numbers of bins differ or a template
   *     is not finite
   */
  public static Likelihood of(
      DataTerm data, Binning binning, Templates background, NuisanceSet nuisances) {
    if (data.binCount() != binning.count()) {
      throw Checks.bad(
          "The data have " + data.binCount() + " bins, the binning " + binning.count() + ".",
          "Give one content per bin.");
    }
    Checks.template("background", background, binning.count());
    return new Likelihood(data, binning, background, nuisances, 1);
  }

  /** The same likelihood for other data in the same binning. */
  public Likelihood withData(DataTerm other) {
    return of(other, binning, background, nuisances).withExposure(exposure);
  }

  /** The same likelihood with other nuisances. */
  public Likelihood withNuisances(NuisanceSet other) {
    return new Likelihood(data, binning, background, other, exposure);
  }

  /**
   * The same likelihood with all templates, background and signal, multiplied by a factor, such as
   * an integrated luminosity.
   *
   * @throws org.dipscope.core.problem.ProblemException if the factor is negative or not finite
   */
  public Likelihood withExposure(double factor) {
    if (!(factor >= 0 && factor <= 1e12)) {
      throw Checks.bad("The exposure is " + factor + ".", "Give a number between 0 and 1e12.");
    }
    return new Likelihood(data, binning, background, nuisances, factor);
  }

  /** What was observed. */
  public DataTerm data() {
    return data;
  }

  /** The bins in mass, GeV. */
  public Binning binning() {
    return binning;
  }

  /** The background per unit of exposure. */
  public Templates background() {
    return background;
  }

  /** The nuisances of the fit. */
  public NuisanceSet nuisances() {
    return nuisances;
  }

  /** The factor on all templates. */
  public double exposure() {
    return exposure;
  }

  /** Templates of no signal at all. */
  public Templates noSignal() {
    int n = binning.count();
    return new Templates(new double[n], new double[n], new double[n]);
  }

  RateModel model() {
    return model;
  }

  /** A profiler for one thread. */
  public Profiler newProfiler() {
    return new Profiler(model, data);
  }

  /** Profiles the nuisances from several starting points. */
  public NuisanceFit fit(Templates signal) {
    Profiler profiler = newProfiler();
    profiler.setSignal(signal);
    return fit(profiler);
  }

  NuisanceFit fit(Profiler profiler) {
    double value = profiler.profileThoroughly();
    return new NuisanceFit(profiler, nuisances, value, profiler.nominal());
  }

  /** &lambda; at given nuisance values. */
  public double twiceNll(Templates signal, double... nuisanceValues) {
    if (nuisanceValues.length != nuisances.size()) {
      throw Checks.bad(
          nuisanceValues.length + " values for " + nuisances.size() + " nuisances.",
          "Give one value per nuisance.");
    }
    Profiler profiler = newProfiler();
    profiler.setSignal(signal);
    return profiler.at(nuisanceValues);
  }

  /** The expected content of each bin with every nuisance at zero. */
  public double[] nominalRate(Templates signal) {
    Profiler profiler = newProfiler();
    profiler.setSignal(signal);
    profiler.objective().rates.nominalRate();
    return profiler.objective().rates.rate.clone();
  }

  /** The expected content of each bin at given nuisance values. */
  public double[] rate(Templates signal, double... nuisanceValues) {
    Profiler profiler = newProfiler();
    profiler.setSignal(signal);
    RateWorkspace rates = profiler.objective().rates;
    rates.rateAt(nuisanceValues);
    return rates.rate.clone();
  }

  /**
   * The standard deviation of each bin's expected content from the prior widths of the constrained
   * nuisances, to first order.
   */
  public double[] priorUncertainty(Templates signal) {
    Profiler profiler = newProfiler();
    profiler.setSignal(signal);
    int n = nuisances.size();
    double[] prior = new double[n * n];
    for (int k = 0; k < n; k++) {
      prior[k * n + k] = nuisances.get(k).isConstrained() ? 1 : 0;
    }
    RateWorkspace rates = profiler.objective().rates;
    rates.rateAt(new double[n]);
    rates.columns();
    return Covariance.propagate(rates.column, prior, binning.count());
  }

  /** The same likelihood for the data this signal would give on average (Asimov data). */
  public Likelihood asimov(Templates signal) {
    return withData(data.asimov(nominalRate(signal)));
  }

  @Override
  public String toString() {
    return binning
        + ", "
        + data.usedBinCount()
        + " used, nuisances "
        + Arrays.toString(nuisances.nuisances().stream().map(Nuisance::name).toArray());
  }
}
