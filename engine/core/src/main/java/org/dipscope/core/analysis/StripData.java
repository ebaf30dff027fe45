package org.dipscope.core.analysis;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.dipscope.core.bump.BackgroundOnlyEstimator;
import org.dipscope.core.bump.BumpData;
import org.dipscope.core.bump.SignalWidths;
import org.dipscope.core.bump.SignificanceEstimator;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.CountSpectrum;
import org.dipscope.core.histogram.Values;
import org.jspecify.annotations.Nullable;

/**
 * The drawn bins of a spectrum in which significances are looked for: those that take part in the
 * comparison with the prediction, or all of them if there is none. Masked bins hold what the
 * background gives there, so that they say nothing.
 */
public final class StripData {
  private static final int FEWEST_BINS = 5;
  private static final int FILLS = 20;
  private static final double FILLED = 1e-4;

  private final int first;
  private final BitSet masked;
  private final BumpData data;

  private StripData(int first, BitSet masked, BumpData data) {
    this.first = first;
    this.masked = masked;
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
   * The bins with their masks filled in. A fitted background fills them over and over until it no
   * longer changes, which is the fit to the other bins alone (A. P. Dempster et al., J. R. Stat.
   * Soc. B 39 (1977) 1).
   *
   * @param expected the prediction or null
   * @param known whether the prediction is the background
   * @throws org.dipscope.core.problem.ProblemException if there are too few bins for a fit
   */
  public static StripData of(DrawnSpectrum drawn, @Nullable Expectation expected, boolean known) {
    int[] used = used(drawn, expected);
    int first = used[0];
    int end = used[used.length - 1] + 1;
    double[] edges = Arrays.copyOfRange(drawn.bins().edges(), first, end + 1);
    double[] counts = new double[end - first];
    BitSet masked = new BitSet();
    for (int i = first; i < end; i++) {
      counts[i - first] = drawn.isMasked(i) ? 0 : drawn.value(i);
      masked.set(i - first, drawn.isMasked(i));
    }
    Values background = known && expected != null ? prediction(drawn, expected, first, end) : null;
    BumpData data =
        BumpData.of(
            drawn.data().spectrum().name(), Binning.of(edges), Values.of(counts), background);
    return new StripData(first, masked, filled(data, masked));
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

  private static BumpData filled(BumpData data, BitSet masked) {
    if (masked.isEmpty()) {
      return data;
    }
    Values known = data.background();
    if (known != null) {
      return data.withCounts(with(data.counts(), masked, known));
    }
    SignificanceEstimator.Worker fit =
        new BackgroundOnlyEstimator(SignalWidths.ONE_BIN, null).worker();
    Values counts = between(data.counts(), masked);
    for (int fill = 0; fill < FILLS; fill++) {
      Values next = with(counts, masked, fit.scan(data.withCounts(counts)).background());
      boolean isSettled = true;
      for (int i = 0; i < next.size(); i++) {
        isSettled &= Math.abs(next.get(i) - counts.get(i)) <= FILLED * (1 + next.get(i));
      }
      counts = next;
      if (isSettled) {
        break;
      }
    }
    return data.withCounts(counts);
  }

  private static Values with(Values counts, BitSet masked, Values fill) {
    double[] filled = counts.toArray();
    masked.stream().forEach(i -> filled[i] = fill.get(i));
    return Values.of(filled);
  }

  /** On a straight line of the logarithm across each mask, to begin with. */
  private static Values between(Values counts, BitSet masked) {
    double[] filled = counts.toArray();
    for (int i = masked.nextSetBit(0); i >= 0; i = masked.nextSetBit(i)) {
      int after = masked.nextClearBit(i);
      double low = Math.log1p(filled[i - 1]);
      double high = Math.log1p(filled[after]);
      for (int k = i; k < after; k++) {
        double share = (k - i + 1.0) / (after - i + 1.0);
        filled[k] = Math.expm1(low + share * (high - low));
      }
      i = after;
    }
    return Values.of(filled);
  }

  /** The drawn bin with which the data begin. */
  public int first() {
    return first;
  }

  /** Whether a bin of the data is masked. */
  public boolean isMasked(int bin) {
    return masked.get(bin);
  }

  /** The bins. */
  public BumpData data() {
    return data;
  }

  /** The same bins with other counts, those of the masked ones included. */
  public StripData withCounts(Values counts) {
    return new StripData(first, masked, data.withCounts(counts));
  }

  /** The same without the first bins. */
  public StripData from(int bin) {
    if (bin == 0) {
      return this;
    }
    return new StripData(first + bin, masked.get(bin, data.bins()), data.from(bin));
  }

  /**
   * How well a background describes the bins that are not masked: 2 &Sigma; [b &minus; n + n
   * ln(n/b)] divided by their number.
   */
  public double deviance(Values background) {
    double sum = 0;
    for (int i = 0; i < data.bins(); i++) {
      double n = data.counts().get(i);
      double b = background.get(i);
      sum += b > 0 ? 2 * (b - n + (n > 0 ? n * Math.log(n / b) : 0)) : 0;
    }
    return sum / Math.max(1, data.bins() - masked.cardinality());
  }
}
