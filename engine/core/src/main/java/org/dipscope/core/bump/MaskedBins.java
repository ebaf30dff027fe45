package org.dipscope.core.bump;

import java.util.BitSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The bins of a histogram that a search leaves out. Immutable. */
public final class MaskedBins {
  /** All bins are looked at. */
  public static final MaskedBins NONE = new MaskedBins(new BitSet());

  private final BitSet bins;

  private MaskedBins(BitSet bins) {
    this.bins = bins;
  }

  /**
   * Some of the bins of a histogram.
   *
   * @param count how many bins it has
   * @param isMasked which of them are left out
   */
  public static MaskedBins of(int count, IntPredicate isMasked) {
    BitSet bins = new BitSet(count);
    for (int i = 0; i < count; i++) {
      bins.set(i, isMasked.test(i));
    }
    return bins.isEmpty() ? NONE : new MaskedBins(bins);
  }

  /** Whether a bin is left out. */
  public boolean has(int bin) {
    return bins.get(bin);
  }

  /** Whether no bin is left out. */
  public boolean isEmpty() {
    return bins.isEmpty();
  }

  /** How many bins are left out. */
  public int count() {
    return bins.cardinality();
  }

  /** Whether any of the bins from first to last is left out. */
  boolean meets(int first, int last) {
    int next = bins.nextSetBit(Math.max(0, first));
    return next >= 0 && next <= last;
  }

  /** The same for a histogram without its first bins. */
  MaskedBins from(int bin) {
    return of(Math.max(0, bins.length() - bin), i -> bins.get(bin + i));
  }

  /** One flag per bin, true where it is left out. */
  boolean[] flags(int count) {
    boolean[] flags = new boolean[count];
    bins.stream().forEach(i -> flags[i] = true);
    return flags;
  }

  /** A copy in which bins that are left out hold another value. */
  public double[] replaced(double[] values, double value) {
    double[] copy = values.clone();
    bins.stream().forEach(i -> copy[i] = value);
    return copy;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MaskedBins masked && masked.bins.equals(bins);
  }

  @Override
  public int hashCode() {
    return bins.hashCode();
  }

  @Override
  public String toString() {
    return "masked bins " + bins;
  }
}
