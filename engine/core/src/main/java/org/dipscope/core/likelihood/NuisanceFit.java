package org.dipscope.core.likelihood;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * The nuisances profiled at one signal. Values are in units of the prior width (see {@link
 * Nuisance}); the covariance is C = [&frac12; &part;&sup2;&lambda;/&part;&theta;&sup2;]
 * <sup>&minus;1</sup> at the minimum.
 */
public final class NuisanceFit {
  private final double twiceNll;
  private final double nominalTwiceNll;
  private final NuisanceSet nuisances;
  private final double[] value;
  private final double[] covariance;
  private final double[] rate;
  private final double[] rateUncertainty;
  private final double[][] gradient;
  private final boolean converged;
  private final int flooredBins;

  NuisanceFit(Profiler profiler, NuisanceSet nuisances, double twiceNll, double nominalTwiceNll) {
    this.twiceNll = twiceNll;
    this.nominalTwiceNll = nominalTwiceNll;
    this.nuisances = nuisances;
    value = profiler.theta().clone();
    NuisanceObjective objective = profiler.objective();
    int n = nuisances.size();
    double[] hessian = new double[n * n];
    objective.evaluate(value, new double[n], hessian);
    covariance = Covariance.of(hessian, n);
    rate = objective.rates.rate.clone();
    rateUncertainty = Covariance.propagate(objective.rates.column, covariance, rate.length);
    gradient = new double[n][];
    for (int k = 0; k < n; k++) {
      gradient[k] = objective.rates.column[k].clone();
    }
    converged = profiler.converged();
    flooredBins = objective.flooredBins();
  }

  /** &lambda; at the minimum, constraint terms included. */
  public double twiceNll() {
    return twiceNll;
  }

  /** &lambda; with every nuisance at zero; never below {@link #twiceNll()}. */
  public double nominalTwiceNll() {
    return nominalTwiceNll;
  }

  /** The parameters, in the order of the indices below. */
  public NuisanceSet nuisances() {
    return nuisances;
  }

  /** The fitted value of nuisance k. */
  public double value(int k) {
    return value[k];
  }

  /** All fitted values; a copy. */
  public double[] values() {
    return value.clone();
  }

  /**
   * &radic;C<sub>kk</sub>; 1 if the data say nothing about a constrained parameter, positive
   * infinity if nothing determines the parameter (a free one without effect, or one that only
   * repeats another).
   */
  public double uncertainty(int k) {
    return Math.sqrt(covariance(k, k));
  }

  /** value/uncertainty; 0 for a parameter that nothing determines. */
  public double pull(int k) {
    return value[k] / uncertainty(k);
  }

  /** C<sub>kl</sub>; 0 off the diagonal for a parameter that nothing determines. */
  public double covariance(int k, int l) {
    return covariance[k * value.length + l];
  }

  /** C<sub>kl</sub>/&radic;(C<sub>kk</sub>C<sub>ll</sub>). */
  public double correlation(int k, int l) {
    return k == l ? 1 : covariance(k, l) / (uncertainty(k) * uncertainty(l));
  }

  /** The expected content of each bin after the fit; a copy. */
  public double[] rate() {
    return rate.clone();
  }

  /** The standard deviation of {@link #rate()} from the nuisances after the fit; a copy. */
  public double[] rateUncertainty() {
    return rateUncertainty.clone();
  }

  /**
   * The standard deviation of &Sigma; w<sub>i</sub> rate<sub>i</sub> over neighbouring bins from
   * the nuisances after the fit, with what they have in common: for one bin of weight 1 it is
   * {@link #rateUncertainty()}.
   *
   * @param from the first bin
   * @param to the bin behind the last
   * @param weight w by bin
   */
  public double uncertaintyOfSum(int from, int to, IntToDoubleFunction weight) {
    double[][] slope = new double[gradient.length][1];
    for (int k = 0; k < gradient.length; k++) {
      for (int i = from; i < to; i++) {
        slope[k][0] += weight.applyAsDouble(i) * gradient[k][i];
      }
    }
    return Covariance.propagate(slope, covariance, 1)[0];
  }

  /** Whether the minimum was reached to 1e-8 in &lambda;. */
  public boolean converged() {
    return converged;
  }

  /** How many used bins had an expected rate too small or negative (see {@link PoissonCounts}). */
  public int flooredBins() {
    return flooredBins;
  }

  @Override
  public String toString() {
    return "twiceNll " + twiceNll + " at " + Arrays.toString(value);
  }
}
