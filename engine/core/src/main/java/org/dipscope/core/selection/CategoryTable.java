package org.dipscope.core.selection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The categories of a sample, after all events have been counted. Immutable. */
final class CategoryTable {
  private final List<CategoryCount> all;
  private final Map<Category, Integer> full = new HashMap<>();

  /** From which number of light jets on categories are joined, by category without light jets. */
  private final Map<Category, Integer> openFrom = new HashMap<>();

  private CategoryTable(Map<Category, Long> counts, CategoryRule rule) {
    Map<Category, Long> joined = new HashMap<>();
    if (rule.byLightJets()) {
      findOpen(counts, rule.fewestEvents());
    }
    counts.forEach((category, events) -> joined.merge(joined(category), events, Long::sum));
    List<CategoryCount> sorted = new ArrayList<>();
    joined.forEach((category, events) -> sorted.add(new CategoryCount(category, events)));
    sorted.sort(
        Comparator.comparingLong(CategoryCount::events)
            .reversed()
            .thenComparing(count -> count.category().name()));
    all = List.copyOf(sorted);
    for (int i = 0; i < all.size() && all.get(i).events() >= rule.fewestEvents(); i++) {
      full.put(all.get(i).category(), i);
    }
  }

  /** Categories of events that were counted with their exact numbers of light jets. */
  static CategoryTable of(Map<Category, Long> counts, CategoryRule rule) {
    return new CategoryTable(counts, rule);
  }

  private void findOpen(Map<Category, Long> counts, int fewest) {
    Map<Category, TreeMap<Integer, Long>> byJets = new HashMap<>();
    counts.forEach(
        (category, events) ->
            byJets
                .computeIfAbsent(
                    category.withLightJets(Category.ANY, false),
                    key -> new TreeMap<>(Comparator.reverseOrder()))
                .merge(category.lightJets(), events, Long::sum));
    byJets.forEach(
        (category, jets) -> {
          long events = 0;
          int open = 0;
          for (Map.Entry<Integer, Long> entry : jets.entrySet()) {
            events += entry.getValue();
            if (events >= fewest) {
              open = entry.getKey();
              break;
            }
          }
          openFrom.put(category, open);
        });
  }

  private Category joined(Category exact) {
    if (exact.lightJets() == Category.ANY) {
      return exact;
    }
    int open = openFrom.getOrDefault(exact.withLightJets(Category.ANY, false), 0);
    return exact.lightJets() < open ? exact : exact.withLightJets(open, true);
  }

  /** All categories, those with most events first. */
  List<CategoryCount> all() {
    return all;
  }

  /** How many categories have enough events for histograms: the first ones. */
  int full() {
    return full.size();
  }

  /** The place of an event's category among those with enough events, or −1. */
  int indexOf(Category exact) {
    return full.getOrDefault(joined(exact), -1);
  }
}
