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
 * @param counts entries of these bins
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
    int first,
    int end) {

  /** How many bins are kept. */
  public int bins() {
    return end - first;
  }

  /** Entries of the bins that are kept. */
  public long entries() {
    long entries = 0;
    for (int i = first; i < end; i++) {
      entries += (long) counts.get(i);
    }
    return entries;
  }

  /** Edges of the bins that are kept. */
  public Values keptEdges() {
    return part(edges, first, end + 1);
  }

  /** Entries of the bins that are kept. */
  public Values keptCounts() {
    return part(counts, first, end);
  }

  private static Values part(Values values, int from, int to) {
    double[] part = new double[to - from];
    for (int i = 0; i < part.length; i++) {
      part[i] = values.get(from + i);
    }
    return Values.of(part);
  }
}
