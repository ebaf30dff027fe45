package org.dipscope.core.bump;

import java.util.Arrays;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Histogram;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A histogram in which a bump or a dip is looked for. Nothing sees what masked bins hold: a
 * significance is that of the other bins, and masked bins have none (NaN). A signal may reach over
 * masked bins, with the part of it that lies outside.
 *
 * @param id what it is called
 * @param binning its bins
 * @param counts events per bin, finite and not negative, 0 where masked; need not be whole
 * @param background expected events per bin if they are known, or null
 * @param masked the bins that are left out
 * @param eventsPerCount 1, or for weighted histograms the factor that turned weights into the
 *     counts here: sum of weights over sum of squared weights
 */
public record BumpData(
    String id,
    Binning binning,
    Values counts,
    @Nullable Values background,
    MaskedBins masked,
    double eventsPerCount) {
  /** By how much &Sigma; error&sup2; may differ from &Sigma; n before a histogram is weighted. */
  private static final double UNWEIGHTED = 1e-6;

  /**
   * Empties masked bins.
   *
   * @throws ProblemException if counts or background do not fit the bins or are no event counts, or
   *     all bins are masked
   */
  public BumpData {
    requireSize(id, "counts", binning, counts);
    counts = without(counts, masked);
    requireCounts(id, "count", counts);
    if (background != null) {
      requireSize(id, "numbers of background", binning, background);
      requireCounts(id, "background", background);
    }
    if (masked.count() == binning.count()) {
      throw bad("All bins of \"" + id + "\" are masked.", "Mask a part of the axis only.");
    }
  }

  /** Counts as they are. */
  public static BumpData of(
      String id, Binning binning, Values counts, @Nullable Values background) {
    return of(id, binning, counts, background, MaskedBins.NONE);
  }

  /** Counts as they are, some of them masked. */
  public static BumpData of(
      String id, Binning binning, Values counts, @Nullable Values background, MaskedBins masked) {
    return new BumpData(id, binning, counts, background, masked, 1);
  }

  /**
   * A histogram of a file. One with weights, which its errors betray, becomes effective counts: all
   * contents times &Sigma;w/&Sigma;w&sup2;, so that their sum fluctuates like a Poisson number.
   *
   * @throws ProblemException if it has several axes or contents that are no event counts
   */
  public static BumpData of(Histogram histogram) {
    return of(histogram, MaskedBins.NONE);
  }

  /** The same with masked bins, which do not tell whether it is weighted either. */
  public static BumpData of(Histogram histogram, MaskedBins masked) {
    Binning binning = histogram.axis().binning();
    return isGarwood(histogram)
        ? of(histogram.name(), binning, histogram.contents(), null, masked)
        : ofWeights(
            histogram.name(),
            binning,
            histogram.contents(),
            histogram.errorsHigh().map(e -> e * e),
            masked);
  }

  /**
   * Sums of weights as effective counts: all contents times &Sigma;w/&Sigma;w&sup2;, so that their
   * sum fluctuates like a Poisson number. Contents whose squares are their own sum stay as they
   * are.
   *
   * @param weights sums of weights
   * @param squared sums of squared weights
   * @throws ProblemException if contents are negative or not finite
   */
  public static BumpData ofWeights(
      String id, Binning binning, Values weights, Values squared, MaskedBins masked) {
    Values contents = without(weights, masked);
    double sum = contents.sum();
    double all = without(squared, masked).sum();
    boolean isWeighted =
        sum > 0
            && all > 0
            && Double.isFinite(all)
            && Math.abs(all - sum) > UNWEIGHTED * sum
            && all < sum * sum;
    double factor = isWeighted ? sum / all : 1;
    Values counts = isWeighted ? contents.map(n -> n * factor) : contents;
    return new BumpData(id, binning, counts, null, masked, factor);
  }

  /** Errors that are not symmetric are intervals of counts, not sums of weights. */
  private static boolean isGarwood(Histogram histogram) {
    return !histogram.errorsLow().equals(histogram.errorsHigh());
  }

  private static Values without(Values values, MaskedBins masked) {
    return masked.isEmpty() ? values : Values.of(masked.replaced(values.toArray(), 0));
  }

  private static void requireSize(String id, String what, Binning binning, Values values) {
    if (values.size() != binning.count()) {
      throw bad(
          "\"%s\" has %d %s but %d %s."
              .formatted(
                  id, binning.count(), binning.count() == 1 ? "bin" : "bins", values.size(), what),
          "Give one number per bin; edges are one more.");
    }
  }

  private static void requireCounts(String id, String what, Values values) {
    for (int i = 0; i < values.size(); i++) {
      if (!(values.get(i) >= 0 && values.get(i) < Double.POSITIVE_INFINITY)) {
        throw bad(
            "Bin %d of \"%s\" has the %s %s.".formatted(i + 1, id, what, values.get(i)),
            "Significances need event counts: finite and not negative.");
      }
    }
  }

  private static ProblemException bad(String message, String hint) {
    return new ProblemException(Problem.badInput(message, hint));
  }

  /** The number of bins. */
  public int bins() {
    return binning.count();
  }

  /** The number of bins that are not masked. */
  public int open() {
    return bins() - masked.count();
  }

  /** The same histogram with a background that is known. */
  public BumpData withBackground(Values known) {
    return new BumpData(id, binning, counts, known, masked, eventsPerCount);
  }

  /** The same histogram without its first bins. */
  public BumpData from(int bin) {
    int end = bins();
    return new BumpData(
        id,
        Binning.of(Arrays.copyOfRange(binning.edges(), bin, end + 1)),
        part(counts, bin),
        background == null ? null : part(background, bin),
        masked.from(bin),
        eventsPerCount);
  }

  private static Values part(Values values, int from) {
    return Values.of(Arrays.copyOfRange(values.toArray(), from, values.size()));
  }

  /** The same histogram with other counts, such as those of a toy. */
  public BumpData withCounts(Values other) {
    return new BumpData(id, binning, other, background, masked, eventsPerCount);
  }

  /** The same histogram with other bins masked. */
  BumpData withMasked(MaskedBins other) {
    return new BumpData(id, binning, counts, background, other, eventsPerCount);
  }

  /** The same histogram with nothing masked, these events in the bins that were. */
  public BumpData filled(Values events) {
    double[] all = counts.toArray();
    for (int i = 0; i < all.length; i++) {
      all[i] = masked.has(i) ? events.get(i) : all[i];
    }
    return new BumpData(id, binning, Values.of(all), background, MaskedBins.NONE, eventsPerCount);
  }
}
