package org.dipscope.core.bump;

import java.util.Locale;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * Where a search over a background that is fitted or learnt may begin. Such backgrounds fall
 * smoothly, spectra with a threshold rise first, and close behind the fullest bin (JHEP 02 (2025)
 * 122 begins there) the fit still misses the turn and finds bumps and dips that are not there. So
 * the start is chosen as experiments choose background and range, by the spurious signal (ATLAS,
 * Phys. Rev. D 90 (2014) 112015): the first bin from the fullest one on from which the search finds
 * |z| below {@value #LARGEST_SPURIOUS_Z} everywhere in the expected background itself.
 *
 * @param bin the first bin that is searched
 * @param spuriousZ the largest |z| that remains in the expected background from there on
 */
public record SearchStart(int bin, double spuriousZ) {
  /** The |z| in background without fluctuations that is too large. */
  public static final double LARGEST_SPURIOUS_Z = 1.5;

  /** The number of bins without which a search makes no sense. */
  public static final int FEWEST_BINS = 15;

  /**
   * The start for a search.
   *
   * @param background the spectrum, named as in "the spectrum holds", with exactly the expected
   *     background as its counts
   * @param bumps looks for bumps
   * @param dips looks for dips; may be the same worker, which then scans once
   * @throws ProblemException if no start leaves {@value #FEWEST_BINS} bins without spurious signal,
   *     or the spectrum does not allow the search
   * @throws java.util.concurrent.CancellationException if the token is cancelled meanwhile
   */
  public static SearchStart of(
      BumpData background,
      SignificanceEstimator.Worker bumps,
      SignificanceEstimator.Worker dips,
      CancelToken token) {
    int first = fullest(background.counts());
    int last = background.bins() - FEWEST_BINS;
    if (last < first) {
      throw tooFew(background, first);
    }
    SearchStart best = new SearchStart(first, Double.POSITIVE_INFINITY);
    for (int bin = first; bin <= last; bin++) {
      token.throwIfCancelled();
      BumpData searched = background.from(bin);
      double spurious = largest(bumps.scan(searched).z());
      if (!dips.equals(bumps)) {
        spurious = Math.max(spurious, largest(dips.scan(searched).z()));
      }
      best = spurious < best.spuriousZ ? new SearchStart(bin, spurious) : best;
      if (spurious < LARGEST_SPURIOUS_Z) {
        return best;
      }
    }
    throw spurious(background, best);
  }

  /** The bin with the most events, the first of several. */
  public static int fullest(Values counts) {
    int best = 0;
    for (int i = 1; i < counts.size(); i++) {
      best = counts.get(i) > counts.get(best) ? i : best;
    }
    return best;
  }

  private static double largest(Values z) {
    double largest = 0;
    for (int i = 0; i < z.size(); i++) {
      largest = Math.max(largest, Math.abs(z.get(i)));
    }
    return Double.isNaN(largest) ? Double.POSITIVE_INFINITY : largest;
  }

  private static String shortest(double value) {
    return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : "" + value;
  }

  private static ProblemException tooFew(BumpData background, int first) {
    return new ProblemException(
        Problem.computation(
            String.format(
                Locale.ROOT,
                "From its fullest bin on, at %s, the %s has %d bins: too few for this search.",
                shortest(background.binning().low(first)),
                background.id(),
                background.bins() - first),
            "It needs " + FEWEST_BINS + ": take narrower bins, or a known background."));
  }

  private static ProblemException spurious(BumpData background, SearchStart best) {
    return new ProblemException(
        Problem.computation(
            String.format(
                Locale.ROOT,
                "Wherever this search begins, it finds |z| of %.1f or more in the expected"
                    + " background of the %s alone.",
                best.spuriousZ,
                background.id()),
            "Its background does not describe the spectrum; take a known background, or fewer"
                + " events."));
  }
}
