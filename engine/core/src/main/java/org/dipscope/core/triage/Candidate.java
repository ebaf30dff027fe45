package org.dipscope.core.triage;

import java.util.Set;

/**
 * The most significant bin of a histogram.
 *
 * @param id name of the histogram
 * @param category short name of its category
 * @param combination the objects whose mass it is
 * @param z signed significance there; negative for a dip; NaN if there is none
 * @param zError standard deviation of z because the background is not known; NaN if not given
 * @param massGeV centre of the bin
 * @param widthGeV σ of the signal that gives z, in GeV
 * @param lowGeV lower edge of the first bin of the histogram
 * @param highGeV upper edge of the last
 * @param bins of the histogram
 * @param entries of the histogram
 * @param looks independent places in it: its bins over the width of the signal in bins
 * @param localP probability of a fluctuation as large in this direction, at this place: 1 − Φ(|z|)
 * @param histogramP the same anywhere in the histogram, in either direction if dips count: 1 − (1 −
 *     p)^looks
 * @param quality reasons to trust it less
 */
public record Candidate(
    String id,
    String category,
    String combination,
    double z,
    double zError,
    double massGeV,
    double widthGeV,
    double lowGeV,
    double highGeV,
    int bins,
    long entries,
    double looks,
    double localP,
    double histogramP,
    Set<Quality> quality) {

  /** Copies the set. */
  public Candidate {
    quality = Set.copyOf(quality);
  }

  /** Whether it is a deficit. */
  public boolean isDip() {
    return z < 0;
  }
}
