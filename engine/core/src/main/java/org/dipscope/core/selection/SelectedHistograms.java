package org.dipscope.core.selection;

import java.util.List;

/** What a selection gives. */
public final class SelectedHistograms {
  private final SelectionSettings settings;
  private final CutFlow cutFlow;
  private final CategoryTable table;
  private final List<MassHistogram> histograms;

  SelectedHistograms(
      SelectionSettings settings,
      CutFlow cutFlow,
      CategoryTable table,
      List<MassHistogram> histograms) {
    this.settings = settings;
    this.cutFlow = cutFlow;
    this.table = table;
    this.histograms = List.copyOf(histograms);
  }

  /** The cuts that were made. */
  public SelectionSettings settings() {
    return settings;
  }

  /** How much each stage let pass. */
  public CutFlow cutFlow() {
    return cutFlow;
  }

  /** All categories, also those with too few events, the fullest first. */
  public List<CategoryCount> categories() {
    return table.all();
  }

  /** The histograms that are kept, by category as in {@link #categories()}. */
  public List<MassHistogram> histograms() {
    return histograms;
  }

  CategoryTable table() {
    return table;
  }
}
