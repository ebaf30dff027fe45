package org.dipscope.core.interval;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a test of one value of the parameter of interest.
 *
 * @param statistic which statistic
 * @param poiValue the tested value
 * @param value the observed value of the statistic; infinite if the tested hypothesis is impossible
 * @param bestFit the fitted parameter of interest
 * @param significance of the p-value, one-sided, in standard deviations
 * @param clsb the p-value of the tested hypothesis
 * @param clb the probability under the other hypothesis of data at least as extreme
 * @param cls clsb / clb
 * @param expected what to expect under the other hypothesis at +2, +1, 0, &minus;1, &minus;2
 *     standard deviations of the statistic, smallest first: cls, or for q<sub>0</sub> the p-value
 * @param toys how many toys each hypothesis had; 0 for asymptotic formulas
 * @param errors from the number of toys; null for asymptotic formulas
 * @param isPartial whether it was interrupted, and rests on the toys that were done
 * @param warnings what a user should know before trusting the result
 */
public record TestResult(
    TestStatistic statistic,
    double poiValue,
    double value,
    double bestFit,
    double significance,
    double clsb,
    double clb,
    double cls,
    double[] expected,
    int toys,
    @Nullable ToyErrors errors,
    boolean isPartial,
    List<String> warnings) {
  /** Takes the list as it is now. */
  public TestResult {
    warnings = List.copyOf(warnings);
  }

  /** The p-value of the tested hypothesis. */
  public double pValue() {
    return clsb;
  }
}
