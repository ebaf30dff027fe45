package org.dipscope.core.neyman;

import org.dipscope.core.histogram.Values;

/**
 * Critical values of one statistic at one confidence level over the tested strengths, linear
 * between them.
 *
 * @param statistic which statistic
 * @param level the confidence level, in (0, 1)
 * @param strength tested strengths, increasing
 * @param value critical values
 * @param standardError their statistical uncertainties; 0 where exact, NaN where not known
 */
public record CriticalCurve(
    TestStatistic statistic, double level, Values strength, Values value, Values standardError) {

  /** The critical value at a strength; beyond the ends that of the end. */
  public double at(double mu) {
    return LinearCurve.at(strength, value, mu);
  }
}
