package org.dipscope.core.selection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.event.EventSource;
import org.dipscope.core.event.IndexedEvents;

/**
 * Goes from events to histograms in two passes: the first counts the events of each category, the
 * second fills the histograms of those with enough events. Memory does not grow with the number of
 * events, and the result does not depend on the number of workers.
 */
public final class Selection {
  private final EventSource source;
  private final SelectionSettings settings;
  private final Workers workers;
  private final SelectionProgress progress;
  private final CancelToken token;
  private final EventLayout layout;
  private final ConcurrentLinkedQueue<Counter> counters = new ConcurrentLinkedQueue<>();

  private Selection(
      EventSource source,
      SelectionSettings settings,
      Workers workers,
      SelectionProgress progress,
      CancelToken token) {
    this.source = source;
    this.settings = settings;
    this.workers = workers;
    this.progress = progress;
    this.token = token;
    layout = EventLayout.of(source.columns(), settings.weights());
  }

  /**
   * Selects.
   *
   * @param source events with lists of jets, electrons, muons or photons
   * @throws org.dipscope.core.problem.ProblemException if the table has none, or cannot be read, or
   *     the resolutions give more than 100,000 bins
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static SelectedHistograms of(
      EventSource source,
      SelectionSettings settings,
      Workers workers,
      SelectionProgress progress,
      CancelToken token) {
    Selection selection = new Selection(source, settings, workers, progress, token);
    MassAxes axes = new MassAxes(settings.bins());
    List<Map<Category, Long>> counted = new ArrayList<>();
    long events = selection.survey(counted);
    Map<Category, Long> counts = new HashMap<>();
    counted.forEach(part -> part.forEach((key, count) -> counts.merge(key, count, Long::sum)));
    CategoryTable table = CategoryTable.of(counts, settings.categories());
    Counter total = new Counter();
    selection.counters.forEach(total::add);
    selection.counters.clear();
    List<MassHistogram> filled = selection.fill(table, axes, events, id -> true, total);
    List<MassHistogram> kept = selection.kept(filled, total);
    return new SelectedHistograms(settings, total.toCutFlow(), table, kept);
  }

  /**
   * Fills chosen histograms again, from another part of the events: the categories stay those that
   * were found, and all bins with an entry are kept.
   *
   * @param found the result of a selection of the same table
   * @param part which events are used
   * @param ids names of histograms
   * @throws org.dipscope.core.problem.ProblemException if the table cannot be read
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static List<MassHistogram> again(
      EventSource source,
      SelectedHistograms found,
      Split.Part part,
      Set<String> ids,
      Workers workers,
      SelectionProgress progress,
      CancelToken token) {
    SelectionSettings settings = found.settings().with(part);
    Selection selection = new Selection(source, settings, workers, progress, token);
    long events = found.cutFlow().at(Stage.EVENTS);
    return selection.fill(
        found.table(), new MassAxes(settings.bins()), events, ids::contains, new Counter());
  }

  private Counter newCounter() {
    Counter counter = new Counter();
    counters.add(counter);
    return counter;
  }

  private long survey(List<Map<Category, Long>> counted) {
    ConcurrentLinkedQueue<Map<Category, Long>> parts = new ConcurrentLinkedQueue<>();
    long rows = source instanceof IndexedEvents indexed ? indexed.rows() : -1;
    EventPass pass =
        new EventPass(
            source,
            layout.wanted(),
            workers,
            done -> progress.at(SelectionProgress.Step.CATEGORIES, done, rows),
            token);
    long events =
        pass.run(
            () -> {
              Counter counter = newCounter();
              EventSelector selector = new EventSelector(settings, layout, counter);
              Map<Category, Long> counts = new HashMap<>();
              parts.add(counts);
              return (batch, event, number) -> {
                if (selector.select(batch, event, number)) {
                  counts.merge(selector.category(), 1L, Long::sum);
                  countCombinations(selector, counter);
                }
              };
            });
    counted.addAll(parts);
    return events;
  }

  private void countCombinations(EventSelector selector, Counter counter) {
    CombinationRule rule = settings.combinations();
    int objects = 0;
    for (Species species : Species.values()) {
      int available = selector.objects(species).size();
      objects +=
          switch (species) {
            case LIGHT_JET -> Math.min(available, rule.leadingLightJets());
            case MISSING -> rule.missing() ? available : 0;
            default -> available;
          };
    }
    counter.add(Stage.CROWDED, objects > rule.mostObjects() ? 1 : 0);
    counter.add(
        Stage.COMBINATIONS, Combinations.count(Math.min(objects, rule.mostObjects()), rule));
  }

  private List<MassHistogram> fill(
      CategoryTable table, MassAxes axes, long events, Predicate<String> wanted, Counter total) {
    List<CategoryHistograms> categories = new ArrayList<>();
    AtomicInteger begun = new AtomicInteger();
    long categorised = 0;
    for (CategoryCount category : table.all().subList(0, table.full())) {
      Slots slots = Slots.of(category.category(), settings.combinations(), layout.hasMissing());
      categories.add(
          new CategoryHistograms(category, slots, axes, begun, wanted, settings.weights()));
      categorised += category.events();
    }
    total.add(Stage.CATEGORIES, table.all().size());
    total.add(Stage.FULL_CATEGORIES, table.full());
    total.add(Stage.CATEGORISED, categorised);
    if (!categories.isEmpty()) {
      EventPass pass =
          new EventPass(
              source,
              layout.wanted(),
              workers,
              done -> progress.at(SelectionProgress.Step.HISTOGRAMS, done, events),
              token);
      pass.run(
          () -> {
            Counter filling = newCounter();
            EventSelector selector = new EventSelector(settings, layout, new Counter());
            Combinations combinations = new Combinations(settings.combinations());
            return (batch, event, number) -> {
              int place =
                  selector.select(batch, event, number) ? table.indexOf(selector.category()) : -1;
              if (place >= 0) {
                combinations.combine(selector, categories.get(place).slots());
                categories.get(place).fill(combinations, selector.weight(), filling);
              }
            };
          });
    }
    counters.forEach(total::add);
    List<MassHistogram> filled = new ArrayList<>();
    categories.forEach(category -> filled.addAll(category.all()));
    total.add(Stage.HISTOGRAMS, filled.size());
    return filled;
  }

  private List<MassHistogram> kept(List<MassHistogram> filled, Counter total) {
    List<MassHistogram> kept = new ArrayList<>();
    for (MassHistogram whole : filled) {
      MassHistogram histogram = HumpCut.apply(whole, settings.keep());
      if (histogram.entries() >= settings.keep().fewestEntries()) {
        total.add(Stage.ENOUGH_ENTRIES, 1);
        if (histogram.bins() >= settings.keep().fewestBins()) {
          total.add(Stage.KEPT, 1);
          kept.add(histogram);
        }
      }
    }
    return kept;
  }
}
