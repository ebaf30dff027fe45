package org.dipscope.core.selection;

/**
 * Which histograms are kept, and which of their bins.
 *
 * @param fromPeak whether everything before the fullest bin, of several the last, is cut: the hump
 *     that the thresholds make
 * @param untilFirstEmpty whether everything from the first empty bin behind on is cut; otherwise
 *     the last bin with an entry is the last
 * @param fewestEntries entries that must be left
 * @param fewestBins bins that must be left
 */
public record Requirements(
    boolean fromPeak, boolean untilFirstEmpty, int fewestEntries, int fewestBins) {

  /**
   * @throws org.dipscope.core.problem.ProblemException if a number is not positive
   */
  public Requirements {
    Check.between(
        "The smallest number of entries of a histogram", fewestEntries, 1, Integer.MAX_VALUE);
    Check.between("The smallest number of bins of a histogram", fewestBins, 1, 100_000);
  }
}
