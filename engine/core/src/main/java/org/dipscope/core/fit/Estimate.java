package org.dipscope.core.fit;

/**
 * A fitted parameter.
 *
 * @param name its name
 * @param value where &lambda; is smallest
 * @param error from the curvature; 0 if fixed, NaN if the data do not determine it
 * @param errorLow how far down the profile of &lambda; rises by 1, not negative; NaN if it does not
 *     up to the bound, or was not asked for
 * @param errorHigh the same upwards
 * @param bound which bound it lies at
 */
public record Estimate(
    String name, double value, double error, double errorLow, double errorHigh, Bound bound) {

  /** Bounds that a fit may end at. */
  public enum Bound {
    NONE,
    LOW,
    HIGH
  }
}
