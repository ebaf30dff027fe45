package org.dipscope.core.bump.generator;

import java.util.Arrays;
import java.util.List;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * What histograms are drawn from.
 *
 * @param leastBins smallest number of bins
 * @param mostBins largest number of bins; uniform in between
 * @param mothers families of backgrounds
 * @param weights how often each of them is drawn, not negative
 * @param signals what is put on them
 * @param targets standard deviations in bins for which the target is computed
 */
public record GeneratorSettings(
    int leastBins,
    int mostBins,
    List<Mother> mothers,
    Values weights,
    SignalPrior signals,
    Values targets) {
  public GeneratorSettings {
    mothers = List.copyOf(mothers);
    boolean valid =
        leastBins >= 5
            && mostBins >= leastBins
            && mostBins <= 100_000
            && !mothers.isEmpty()
            && weights.size() == mothers.size()
            && Arrays.stream(weights.toArray()).allMatch(w -> w >= 0 && Double.isFinite(w))
            && weights.sum() > 0
            && !targets.isEmpty();
    if (!valid) {
      throw new ProblemException(
          Problem.usage(
              "Histograms of " + leastBins + " to " + mostBins + " bins cannot be drawn like this.",
              "Give 5 to 100000 bins, one weight per family of backgrounds, not all zero, and a"
                  + " width for the target."));
    }
  }

  /** Functions with bumps one bin wide, or 1 to 4 bins; 30 to 100 bins. */
  public static GeneratorSettings functions(Double... widths) {
    return of(FunctionMother.anyOf(EndpointPrior.USUAL), widths);
  }

  /** Log-polynomials with bumps one bin wide, or 1 to 4 bins; 30 to 100 bins. */
  public static GeneratorSettings logPolynomials(Double... widths) {
    return of(new LogPolynomialMother(EndpointPrior.USUAL), widths);
  }

  private static GeneratorSettings of(Mother mother, Double... widths) {
    return new GeneratorSettings(
        30,
        100,
        List.of(mother),
        Values.of(1),
        SignalPrior.bumps(widths),
        Values.of(Arrays.stream(widths).mapToDouble(w -> w).toArray()));
  }
}
