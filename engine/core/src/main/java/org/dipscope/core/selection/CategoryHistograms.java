package org.dipscope.core.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Values;
import org.jspecify.annotations.Nullable;

/** The histograms of one category while they are filled. Thread-safe. */
final class CategoryHistograms {
  /** Histograms that are begun in all; each takes about a kilobyte. */
  private static final int MOST_HISTOGRAMS = 2_000_000;

  /** The same with weights, which take eight times as much. */
  private static final int MOST_WEIGHTED = 250_000;

  private final CategoryCount category;
  private final Slots slots;
  private final MassAxes axes;
  private final AtomicInteger begun;
  private final Predicate<String> wanted;
  private final boolean weighted;
  private final @Nullable Entries[] counts;
  private final boolean[] unwanted;

  /**
   * @param begun how many histograms there are already, in all categories
   * @param wanted which names of histograms are filled
   * @param weighted whether events count with their weights
   */
  CategoryHistograms(
      CategoryCount category,
      Slots slots,
      MassAxes axes,
      AtomicInteger begun,
      Predicate<String> wanted,
      boolean weighted) {
    this.category = category;
    this.slots = slots;
    this.axes = axes;
    this.begun = begun;
    this.wanted = wanted;
    this.weighted = weighted;
    counts = new Entries[1 << slots.size()];
    unwanted = new boolean[counts.length];
  }

  Slots slots() {
    return slots;
  }

  /** Fills the masses of an event. */
  synchronized void fill(Combinations event, double weight, Counter counter) {
    for (int i = 0; i < event.size(); i++) {
      Entries histogram = histogram(event.slots(i));
      if (histogram == null) {
        counter.add(Stage.REFUSED, unwanted[event.slots(i)] ? 0 : 1);
      } else if (!histogram.add(event.mass(i), weight)) {
        counter.add(Stage.OUTSIDE, 1);
      }
    }
  }

  private @Nullable Entries histogram(int combination) {
    Entries known = counts[combination];
    int most = weighted ? MOST_WEIGHTED : MOST_HISTOGRAMS;
    if (known != null || unwanted[combination] || begun.get() >= most) {
      return known;
    }
    if (!wanted.test(id(combination))) {
      unwanted[combination] = true;
      return null;
    }
    begun.incrementAndGet();
    Binning axis = axes.of(slots.species(combination));
    Entries fresh = weighted ? new WeightSums(axis) : new MassCounts(axis);
    counts[combination] = fresh;
    return fresh;
  }

  private String id(int combination) {
    return slots.id(combination, category.category());
  }

  /** All histograms with an entry; what is kept of them is left to whoever looks at them. */
  synchronized List<MassHistogram> all() {
    List<MassHistogram> all = new ArrayList<>();
    for (int combination = 0; combination < counts.length; combination++) {
      Entries histogram = counts[combination];
      if (histogram != null) {
        add(combination, histogram, all);
      }
    }
    return all;
  }

  private void add(int combination, Entries histogram, List<MassHistogram> into) {
    Binning axis = histogram.axis();
    int from = 0;
    int to = axis.count();
    while (from < to && histogram.squares(from) == 0) {
      from++;
    }
    while (to > from && histogram.squares(to - 1) == 0) {
      to--;
    }
    if (to == from) {
      return;
    }
    double[] contents = new double[to - from];
    double[] squares = new double[weighted ? to - from : 0];
    double[] edges = new double[to - from + 1];
    for (int bin = from; bin < to; bin++) {
      contents[bin - from] = histogram.get(bin);
      if (weighted) {
        squares[bin - from] = histogram.squares(bin);
      }
      edges[bin - from] = axis.low(bin);
    }
    edges[to - from] = axis.high(to - 1);
    into.add(
        new MassHistogram(
            id(combination),
            category.category().name(),
            slots.name(combination),
            Integer.bitCount(combination),
            category.events(),
            Values.of(edges),
            Values.of(contents),
            Values.of(squares),
            0,
            to - from));
  }
}
