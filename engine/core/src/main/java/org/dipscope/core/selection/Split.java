package org.dipscope.core.selection;

/**
 * Divides events at random into a part to explore and one to confirm what was found. Whether an
 * event is in the first depends on its number in the file and the seed alone.
 *
 * @param exploreShare f, the share of events that is explored
 * @param seed of the division
 * @param part which part is used
 */
public record Split(double exploreShare, long seed, Part part) {

  /** Which events are used. */
  public enum Part {
    /** All events. */
    ALL,
    /** The share f. */
    EXPLORE,
    /** The others. */
    CONFIRM
  }

  /**
   * @throws org.dipscope.core.problem.ProblemException if the share is not from 0 to below 1
   */
  public Split {
    Check.share("The share of events to explore", exploreShare);
  }

  /** The same division, and another part of it. */
  public Split with(Part other) {
    return new Split(exploreShare, seed, other);
  }

  /** Whether the event of this number, from 0, is used. */
  boolean uses(long number) {
    if (part == Part.ALL) {
      return true;
    }
    double uniform = (mixed(seed + (number + 1) * 0x9E3779B97F4A7C15L) >>> 11) * 0x1p-53;
    return uniform < exploreShare == (part == Part.EXPLORE);
  }

  /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
  private static long mixed(long state) {
    long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
