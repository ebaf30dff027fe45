package org.dipscope.core.likelihood;

import java.util.Arrays;
import org.dipscope.core.math.FlatArrays;
import org.dipscope.core.physics.spectrum.Templates;

/**
 * Evaluates one {@link Likelihood} for one signal after another without allocating. It remembers
 * the nuisances of the last signal and starts the next fit there, which is what makes neighbouring
 * points cheap. Owned by one thread.
 */
public final class Profiler {
  private final RateModel model;
  private final NuisanceObjective objective;
  private final DampedNewton newton;
  private final double[] theta;
  private final double[] best;
  private boolean converged;

  Profiler(RateModel model, DataTerm data) {
    this.model = model;
    objective = new NuisanceObjective(model, data);
    newton = new DampedNewton(objective, model.nuisances);
    theta = new double[model.size()];
    best = new double[model.size()];
  }

  /**
   * Sets the signal plus interference for the calls that follow.
   *
   * @param signal finite templates in the binning of the data and the units of the background
   */
  public void setSignal(Templates signal) {
    Checks.template("signal", signal, model.bins);
    clearSignal();
    addSignal(1, signal.rate(), signal.scaleSlope(), signal.resolutionSlope(), 0);
  }

  /** Sets no signal: background only. */
  public void clearSignal() {
    Arrays.fill(objective.rates.signal, 0);
    if (model.hasSlopes) {
      Arrays.fill(objective.rates.signalScale, 0);
      Arrays.fill(objective.rates.signalResolution, 0);
    }
  }

  /** Adds weight times the templates that start at the offset of the flat arrays. */
  void addSignal(
      double weight, double[] rate, double[] scaleSlope, double[] resolutionSlope, int offset) {
    RateWorkspace rates = objective.rates;
    double factor = weight * model.exposure;
    FlatArrays.addScaled(rates.signal, factor, rate, offset, model.bins);
    if (model.hasSlopes) {
      FlatArrays.addScaled(rates.signalScale, factor, scaleSlope, offset, model.bins);
      FlatArrays.addScaled(rates.signalResolution, factor, resolutionSlope, offset, model.bins);
    }
  }

  /** Forgets the last fit: the next one starts with every nuisance at zero. */
  public void restart() {
    Arrays.fill(theta, 0);
  }

  /** Starts the next fit at these nuisance values. */
  public void startAt(double[] values, int offset) {
    System.arraycopy(values, offset, theta, 0, theta.length);
  }

  /** &lambda; with every nuisance at zero (statistics only). */
  public double nominal() {
    return objective.nominalValue();
  }

  /** &lambda; with the nuisances at the given values, constraint terms included. */
  public double at(double[] nuisances) {
    return objective.value(nuisances);
  }

  /**
   * &lambda; minimised over the nuisances from the last fit's values. Starts again from zero if
   * that ended above the statistics-only value, and from several points if it met negative
   * curvature; so the result never exceeds {@link #nominal()}.
   */
  public double profile() {
    double nominal = objective.nominalValue();
    if (theta.length == 0) {
      converged = Double.isFinite(nominal);
      return nominal;
    }
    double value = newton.minimise(theta);
    converged = newton.converged();
    if (!converged || newton.metNegativeCurvature() || !(value <= nominal)) {
      value = profileFromManyStarts(value);
    }
    return value;
  }

  /**
   * As {@link #profile()}, from the last fit's values, from zero, and from both sides of zero in
   * every parameter; for single points where thoroughness matters more than time.
   */
  public double profileThoroughly() {
    if (theta.length == 0) {
      return profile();
    }
    double value = newton.minimise(theta);
    converged = newton.converged();
    return profileFromManyStarts(value);
  }

  private double profileFromManyStarts(double first) {
    double lowest = first;
    System.arraycopy(theta, 0, best, 0, theta.length);
    for (int start = 0; start <= 2 * theta.length; start++) {
      Arrays.fill(theta, 0);
      if (start > 0) {
        theta[(start - 1) / 2] = start % 2 == 0 ? -1 : 1;
      }
      double value = newton.minimise(theta);
      if (!Double.isFinite(lowest) || value < lowest - 1e-9 * (1 + Math.abs(lowest))) {
        lowest = value;
        converged = newton.converged();
        System.arraycopy(theta, 0, best, 0, theta.length);
      }
    }
    System.arraycopy(best, 0, theta, 0, theta.length);
    return lowest;
  }

  /** The nuisance values of the last fit; the array itself, not to be changed. */
  double[] theta() {
    return theta;
  }

  boolean converged() {
    return converged;
  }

  NuisanceObjective objective() {
    return objective;
  }
}
