package org.dipscope.core.bump.generator;

import java.util.Arrays;
import java.util.List;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * What is put on a mother.
 *
 * @param widths standard deviations in bins, equally probable
 * @param strongest largest Asimov significance; uniform from 0
 * @param bumps weight of Gaussian bumps
 * @param dips weight of Gaussian dips
 * @param interferences weight of peaks followed or preceded by a dip
 * @param nothing weight of histograms without a signal
 */
public record SignalPrior(
    List<Double> widths,
    double strongest,
    double bumps,
    double dips,
    double interferences,
    double nothing) {
  public SignalPrior {
    widths = List.copyOf(widths);
    double[] weights = {bumps, dips, interferences, nothing};
    boolean valid =
        Arrays.stream(weights).allMatch(w -> w >= 0 && Double.isFinite(w))
            && Arrays.stream(weights).sum() > 0
            && widths.stream().allMatch(w -> w > 0 && w <= 20)
            && !widths.isEmpty()
            && strongest >= 0
            && strongest <= 100;
    if (!valid) {
      throw new ProblemException(
          Problem.usage(
              "These signals cannot be drawn: " + widths + " bins up to " + strongest + " sigma.",
              "Give widths from above 0 to 20 bins, significances from 0 to 100, and weights of"
                  + " which none is negative and one is positive."));
    }
  }

  /** Bumps only, from 0 to 10&sigma;. */
  public static SignalPrior bumps(Double... widths) {
    return new SignalPrior(List.of(widths), 10, 1, 0, 0, 0);
  }
}
