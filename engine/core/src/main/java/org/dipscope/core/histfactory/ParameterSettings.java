package org.dipscope.core.histfactory;

import org.dipscope.core.histogram.Values;
import org.jspecify.annotations.Nullable;

/**
 * What a measurement says about a parameter or a group of parameters per bin; what it does not say
 * keeps its default.
 *
 * @param name the name of the parameter or group
 * @param initial where fits start, one value per parameter
 * @param low the smallest values
 * @param high the largest values
 * @param fixed whether fits leave it alone
 * @param auxiliary the auxiliary measurements of a Gaussian constraint
 * @param sigmas the widths of the constraint of a luminosity
 */
public record ParameterSettings(
    String name,
    @Nullable Values initial,
    @Nullable Values low,
    @Nullable Values high,
    @Nullable Boolean fixed,
    @Nullable Values auxiliary,
    @Nullable Values sigmas) {

  /** No settings at all. */
  static ParameterSettings none(String name) {
    return new ParameterSettings(name, null, null, null, null, null, null);
  }

  /** The same settings with a Gaussian constraint of one parameter. */
  public static ParameterSettings gaussian(String name, double centre, double sigma) {
    return new ParameterSettings(
        name, Values.of(centre), null, null, null, Values.of(centre), Values.of(sigma));
  }
}
