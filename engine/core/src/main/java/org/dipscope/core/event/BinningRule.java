package org.dipscope.core.event;

import java.util.function.Supplier;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.ResolutionBinning;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/** How the bins of an axis are chosen. */
public sealed interface BinningRule {
  /** More bins than this are refused: no screen shows them and no fit needs them. */
  int MOST_BINS = 100_000;

  /**
   * The bins.
   *
   * @param profile what the values look like, asked for only if the rule follows the data
   * @throws ProblemException if the rule makes no bins
   */
  Binning binning(Supplier<ValueProfile> profile);

  /** Follows the data, see {@link AutomaticBinning}. */
  record Automatic() implements BinningRule {
    @Override
    public Binning binning(Supplier<ValueProfile> profile) {
      return AutomaticBinning.of(profile.get());
    }
  }

  /** Bins of equal width. */
  record Uniform(int count, double low, double high) implements BinningRule {
    @Override
    public Binning binning(Supplier<ValueProfile> profile) {
      return Binning.uniform(limited(count), low, high);
    }
  }

  /** Bins between given edges. */
  record Edges(Values edges) implements BinningRule {
    @Override
    public Binning binning(Supplier<ValueProfile> profile) {
      limited(edges.size() - 1);
      return Binning.of(edges.toArray());
    }
  }

  /** Bins of equal width in the logarithm. */
  record Logarithmic(int count, double low, double high) implements BinningRule {
    @Override
    public Binning binning(Supplier<ValueProfile> profile) {
      return Binning.logarithmic(limited(count), low, high);
    }
  }

  /** Bins as wide as the resolution where they are. */
  record Resolution(ResolutionBinning resolution, double low, double high) implements BinningRule {
    @Override
    public Binning binning(Supplier<ValueProfile> profile) {
      return resolution.between(low, high);
    }
  }

  private static int limited(int count) {
    if (count > MOST_BINS) {
      throw new ProblemException(
          Problem.usage(
              "More than " + MOST_BINS + " bins are asked for.", "Ask for fewer, wider bins."));
    }
    return count;
  }
}
