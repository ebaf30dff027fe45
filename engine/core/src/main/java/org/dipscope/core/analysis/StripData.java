package org.dipscope.core.analysis;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.dipscope.core.bump.BumpData;
import org.dipscope.core.bump.MaskedBins;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.CountSpectrum;
import org.dipscope.core.histogram.Values;
import org.jspecify.annotations.Nullable;

/**
 * The drawn bins of a spectrum in which significances are looked for: those that take part in the
 * comparison with the prediction, or all of them if there is none.
 */
public final class StripData {
  private static final int FEWEST_BINS = 5;

  private final int first;
  private final BumpData data;

  private StripData(int first, BumpData data) {
    this.first = first;
    this.data = data;
  }

  /**
   * Why there are no significances, in a sentence.
   *
   * @param known whether the prediction is to be the background
   * @return empty if there are
   */
  public static String absence(DrawnSpectrum drawn, @Nullable Expectation expected, boolean known) {
    if (!(drawn.data().spectrum() instanceof CountSpectrum)) {
      return "No significance strip: this is a measured cross-section, and a significance per bin"
          + " needs event counts.";
    }
    if (known && expected == null) {
      return "No significance over a known background: this spectrum has no prediction; choose"
          + " another definition.";
    }
    int[] used = used(drawn, expected);
    if (used.length < FEWEST_BINS) {
      return "No significance strip: it needs at least five bins that are neither masked nor left"
          + " out of the fit.";
    }
    double sum = IntStream.of(used).mapToDouble(drawn::value).sum();
    return sum > 0 ? "" : "No significance strip: the spectrum holds no events.";
  }

  /**
   * The bins.
   *
   * @param expected the prediction or null
   * @param known whether the prediction is the background
   */
  public static StripData of(DrawnSpectrum drawn, @Nullable Expectation expected, boolean known) {
    int[] used = used(drawn, expected);
    int first = used[0];
    int end = used[used.length - 1] + 1;
    double[] edges = Arrays.copyOfRange(drawn.bins().edges(), first, end + 1);
    double[] counts = IntStream.range(first, end).mapToDouble(drawn::value).toArray();
    MaskedBins masked = MaskedBins.of(end - first, i -> drawn.isMasked(first + i));
    Values background = known && expected != null ? prediction(drawn, expected, first, end) : null;
    String name = drawn.data().spectrum().name();
    return new StripData(
        first, BumpData.of(name, Binning.of(edges), Values.of(counts), background, masked));
  }

  private static int[] used(DrawnSpectrum drawn, @Nullable Expectation expected) {
    return IntStream.range(0, drawn.bins().count())
        .filter(i -> !drawn.isMasked(i) && (expected == null || drawn.isFitted(i)))
        .toArray();
  }

  private static Values prediction(DrawnSpectrum drawn, Expectation expected, int first, int end) {
    Values background = expected.prediction().background();
    return Values.of(
        IntStream.range(first, end).mapToDouble(i -> drawn.content(background, i)).toArray());
  }

  /** The drawn bin with which the data begin. */
  public int first() {
    return first;
  }

  /** Whether a bin of the data is masked. */
  public boolean isMasked(int bin) {
    return data.masked().has(bin);
  }

  /** The bins. */
  public BumpData data() {
    return data;
  }

  /** The same bins with other counts. */
  public StripData withCounts(Values counts) {
    return new StripData(first, data.withCounts(counts));
  }

  /** The same without the first bins. */
  public StripData from(int bin) {
    if (bin == 0) {
      return this;
    }
    return new StripData(first + bin, data.from(bin));
  }
}
