package org.dipscope.core.fit;

import org.jspecify.annotations.Nullable;

/**
 * A parameter of a likelihood.
 *
 * @param name its name, unique in the likelihood
 * @param initial where fits start, and the value of a fixed parameter
 * @param low the smallest value, finite
 * @param high the largest value, finite
 * @param fixed whether fits leave it alone
 * @param power the internal coordinate is u = value<sup>power</sup>; unless it is 1, values are not
 *     negative
 * @param landscape how &lambda; looks along it
 * @param prior what an auxiliary measurement says about it, if there is one
 */
public record FitParameter(
    String name,
    double initial,
    double low,
    double high,
    boolean fixed,
    double power,
    Landscape landscape,
    @Nullable Prior prior) {

  /** How &lambda; may look along a parameter. */
  public enum Landscape {
    /** Smooth, with one minimum if the data are good. */
    PLAIN,
    /** Smooth with several minima, as with interference: a fit looks over the whole range. */
    MANY_MINIMA,
    /**
     * With a kink at 0, as piecewise interpolation has. An objective takes the derivative from
     * below where the coordinate is &minus;0.0 and from above where it is 0.0.
     */
    KINK_AT_ZERO
  }

  /** The internal coordinate of a value. */
  public double internal(double value) {
    return power == 1 ? value : Math.pow(Math.max(0, value), power);
  }

  /** The value at an internal coordinate. */
  public double external(double u) {
    return power == 1 ? u : Math.pow(Math.max(0, u), 1 / power);
  }

  /** d value / d u at an internal coordinate. */
  public double slope(double u) {
    return power == 1 ? 1 : Math.pow(Math.max(0, u), 1 / power - 1) / power;
  }

  /** The same parameter, fixed at a value; its bounds widen to include it. */
  public FitParameter fixedAt(double value) {
    return new FitParameter(
        name, value, Math.min(low, value), Math.max(high, value), true, power, landscape, prior);
  }

  /** The same parameter within other bounds; the initial value moves inside. */
  public FitParameter within(double newLow, double newHigh) {
    return new FitParameter(
        name,
        Math.max(newLow, Math.min(newHigh, initial)),
        newLow,
        newHigh,
        fixed,
        power,
        landscape,
        prior);
  }

  /** The same parameter, started elsewhere. */
  public FitParameter startedAt(double value) {
    return new FitParameter(name, value, low, high, fixed, power, landscape, prior);
  }
}
