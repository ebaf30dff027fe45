package org.dipscope.core.bump;

import org.dipscope.core.histogram.Values;

/**
 * Bumps and dips of one spectrum together. With several widths an estimator gives the width that
 * suits one of the two best; here every bin has the more significant of both answers.
 *
 * @param excess the scan for bumps
 * @param deficit the scan for dips; the same curve if one width is all there is
 * @param both of every bin the one with the larger |z|
 */
public record TwoSided(ZCurve excess, ZCurve deficit, ZCurve both) {

  /**
   * Of a scan for bumps and one for dips.
   *
   * @throws IllegalArgumentException if they differ in the number of bins
   */
  public static TwoSided of(ZCurve excess, ZCurve deficit) {
    if (excess.z().size() != deficit.z().size()) {
      throw new IllegalArgumentException(
          excess.z().size() + " bins for bumps but " + deficit.z().size() + " for dips");
    }
    if (excess.equals(deficit)) {
      return new TwoSided(excess, deficit, excess);
    }
    return new TwoSided(
        excess,
        deficit,
        new ZCurve(
            stronger(excess, deficit, ZCurve::z),
            stronger(excess, deficit, ZCurve::error),
            stronger(excess, deficit, ZCurve::kappa),
            stronger(excess, deficit, ZCurve::width),
            stronger(excess, deficit, ZCurve::low),
            stronger(excess, deficit, ZCurve::high),
            excess.background()));
  }

  /** One of the numbers that a curve has per bin. */
  @FunctionalInterface
  private interface Field {
    Values of(ZCurve curve);
  }

  private static Values stronger(ZCurve excess, ZCurve deficit, Field field) {
    double[] chosen = field.of(excess).toArray();
    for (int i = 0; i < chosen.length; i++) {
      if (Math.abs(deficit.z().get(i)) > Math.abs(excess.z().get(i))) {
        chosen[i] = field.of(deficit).get(i);
      }
    }
    return Values.of(chosen);
  }
}
