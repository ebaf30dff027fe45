package org.dipscope.core.selection;

import org.dipscope.core.histogram.Values;

/**
 * The masses of one combination of objects in the events of one category.
 *
 * @param id its name as BumpNet writes it: mass_e0j1_cat_1ex_0mx_…
 * @param category short name of the category
 * @param combination its objects, such as e0j1, the leading one of each species being 0
 * @param objects how many objects are combined
 * @param events events of the category
 * @param edges edges in GeV of all bins between the first and the last entry
 * @param counts entries of these bins, or the sums of their weights
 * @param squares sums of the squares of their weights, or empty if every event weighs 1
 * @param first the first bin that is kept: those before it are the hump
 * @param end one past the last bin that is kept
 */
public record MassHistogram(
    String id,
    String category,
    String combination,
    int objects,
    long events,
    Values edges,
    Values counts,
    Values squares,
    int first,
    int end) {

  /** A histogram of events without weights. */
  public MassHistogram(
      String id,
      String category,
      String combination,
      int objects,
      long events,
      Values edges,
      Values counts,
      int first,
      int end) {
    this(id, category, combination, objects, events, edges, counts, Values.EMPTY, first, end);
  }

  /** The same histogram with other bins kept. */
  public MassHistogram keeping(int newFirst, int newEnd) {
    return new MassHistogram(
        id, category, combination, objects, events, edges, counts, squares, newFirst, newEnd);
  }

  /** Whether its contents are sums of weights. */
  public boolean isWeighted() {
    return !squares.isEmpty();
  }

  /** How many bins are kept. */
  public int bins() {
    return end - first;
  }

  /**
   * Entries of the bins that are kept; of weights the effective number
   * (&Sigma;w)&sup2;/&Sigma;w&sup2;, rounded down.
   */
  public long entries() {
    double sum = keptCounts().sum();
    if (!isWeighted()) {
      return (long) sum;
    }
    double all = keptSquares().sum();
    return sum > 0 && all > 0 ? (long) (sum * sum / all) : 0;
  }

  /** Edges of the bins that are kept. */
  public Values keptEdges() {
    return part(edges, first, end + 1);
  }

  /** Entries of the bins that are kept. */
  public Values keptCounts() {
    return part(counts, first, end);
  }

  /** The sums of squared weights of the bins that are kept; their entries if events weigh 1. */
  public Values keptSquares() {
    return isWeighted() ? part(squares, first, end) : keptCounts();
  }

  private static Values part(Values values, int from, int to) {
    double[] part = new double[to - from];
    for (int i = 0; i < part.length; i++) {
      part[i] = values.get(from + i);
    }
    return Values.of(part);
  }
}
