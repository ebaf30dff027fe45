package org.dipscope.core.triage;

import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * What counts as a candidate.
 *
 * @param ignoredShare share of the bins, from the low end, in which no candidate is looked for;
 *     JHEP 02 (2025) 122, §3.1, ignores a tenth
 * @param dips whether deficits are candidates, too
 * @param flagZ |z| from which a candidate is flagged
 * @param fewestEntries below it a histogram is marked
 * @param fewestBins below it a histogram is marked
 * @param fewestPerBin entries expected in the bin of a candidate below which it is marked; §3.2.4
 *     finds worse results below 10
 */
public record TriageRule(
    double ignoredShare,
    boolean dips,
    double flagZ,
    int fewestEntries,
    int fewestBins,
    double fewestPerBin) {
  /** The published choices, with dips. */
  public static final TriageRule STANDARD = new TriageRule(0.1, true, 3, 100, 31, 10);

  /**
   * @throws ProblemException if a number is out of bounds
   */
  public TriageRule {
    require(ignoredShare >= 0 && ignoredShare < 1, "share of ignored bins", ignoredShare);
    require(flagZ > 0 && Double.isFinite(flagZ), "significance of flags", flagZ);
    require(fewestEntries >= 0, "smallest number of entries", fewestEntries);
    require(fewestBins >= 0, "smallest number of bins", fewestBins);
    require(fewestPerBin >= 0, "smallest number of entries per bin", fewestPerBin);
  }

  private static void require(boolean good, String what, double value) {
    if (!good) {
      throw new ProblemException(
          Problem.usage(
              "The " + what + " is " + value + ".",
              "Give a number that is not negative; a share lies below 1."));
    }
  }

  /** The first bin in which a candidate is looked for. */
  int firstBin(int bins) {
    return (int) Math.floor(ignoredShare * bins);
  }
}
