package org.dipscope.core.selection;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.event.EventSource;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * How many events candidates share. Windows of different categories share none; those of one
 * category often do, since an event enters each of its combinations.
 */
public final class SharedEvents {
  private static final int MOST_WINDOWS = 1000;

  private final List<MassWindow> windows;
  private final long[][] counts;

  private SharedEvents(List<MassWindow> windows, long[][] counts) {
    this.windows = windows;
    this.counts = counts;
  }

  /**
   * Goes through the events once more.
   *
   * @param found the selection in which the windows were found
   * @param windows at most 1000
   * @throws ProblemException if there are more windows, or the table cannot be read
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static SharedEvents count(
      EventSource source,
      SelectedHistograms found,
      List<MassWindow> windows,
      Workers workers,
      SelectionProgress progress,
      CancelToken token) {
    if (windows.size() > MOST_WINDOWS) {
      throw new ProblemException(
          Problem.usage(
              windows.size() + " candidates are too many to compare event by event.",
              "Choose at most " + MOST_WINDOWS + "."));
    }
    SelectionSettings settings = found.settings();
    EventLayout layout = EventLayout.of(source.columns(), settings.weights());
    Map<Integer, Watched> watched = watched(found, windows, layout.hasMissing());
    ConcurrentLinkedQueue<long[][]> parts = new ConcurrentLinkedQueue<>();
    long events = found.cutFlow().at(Stage.EVENTS);
    new EventPass(
            source,
            layout.wanted(),
            workers,
            done -> progress.at(SelectionProgress.Step.HISTOGRAMS, done, events),
            token)
        .run(
            () -> {
              EventSelector selector = new EventSelector(settings, layout, new Counter());
              Combinations combinations = new Combinations(settings.combinations());
              long[][] part = new long[windows.size()][windows.size()];
              parts.add(part);
              return (batch, event, number) -> {
                int place =
                    selector.select(batch, event, number)
                        ? found.table().indexOf(selector.category())
                        : -1;
                Watched here = watched.get(place);
                if (here != null) {
                  combinations.combine(selector, here.slots());
                  here.count(combinations, windows, part);
                }
              };
            });
    long[][] counts = new long[windows.size()][windows.size()];
    for (long[][] part : parts) {
      for (int i = 0; i < counts.length; i++) {
        for (int j = 0; j < counts.length; j++) {
          counts[i][j] += part[i][j];
        }
      }
    }
    return new SharedEvents(List.copyOf(windows), counts);
  }

  private static Map<Integer, Watched> watched(
      SelectedHistograms found, List<MassWindow> windows, boolean missing) {
    Map<String, List<Integer>> byName = new HashMap<>();
    for (int i = 0; i < windows.size(); i++) {
      byName.computeIfAbsent(windows.get(i).histogram(), key -> new ArrayList<>()).add(i);
    }
    Map<Integer, Watched> watched = new HashMap<>();
    for (int i = 0; i < found.table().full(); i++) {
      Category category = found.table().all().get(i).category();
      Slots slots = Slots.of(category, found.settings().combinations(), missing);
      Map<Integer, List<Integer>> wanted = new HashMap<>();
      for (int combination = 1; combination < 1 << slots.size(); combination++) {
        List<Integer> here = byName.get(slots.id(combination, category));
        if (here != null) {
          wanted.put(combination, here);
        }
      }
      if (!wanted.isEmpty()) {
        watched.put(i, new Watched(slots, wanted));
      }
    }
    return watched;
  }

  /** The windows on each combination of a category. */
  private record Watched(Slots slots, Map<Integer, List<Integer>> windows) {

    void count(Combinations event, List<MassWindow> all, long[][] counts) {
      BitSet inside = new BitSet();
      for (int i = 0; i < event.size(); i++) {
        for (int window : windows.getOrDefault(event.slots(i), List.of())) {
          inside.set(window, all.get(window).holds(event.mass(i)));
        }
      }
      for (int i = inside.nextSetBit(0); i >= 0; i = inside.nextSetBit(i + 1)) {
        for (int j = inside.nextSetBit(0); j >= 0; j = inside.nextSetBit(j + 1)) {
          counts[i][j]++;
        }
      }
    }
  }

  /** The windows in their order. */
  public List<MassWindow> windows() {
    return windows;
  }

  /** How many events two windows share; with itself, how many a window holds. */
  public long shared(int one, int other) {
    return counts[one][other];
  }

  /**
   * The correlation of the numbers of events of two windows, n_12/√(n_1 n_2): that of two Poisson
   * numbers with n_12 events in common.
   */
  public double correlation(int one, int other) {
    double product = Math.sqrt((double) counts[one][one] * counts[other][other]);
    return product == 0 ? 0 : counts[one][other] / product;
  }
}
