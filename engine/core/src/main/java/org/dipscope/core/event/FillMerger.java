package org.dipscope.core.event;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds chunks in the order of the table, whichever is ready first, so that the sums never depend on
 * the threads. Thread-safe.
 */
final class FillMerger {
  private final FillPlan plan;
  private final List<FillTarget> total;
  private final Map<Integer, List<FillTarget>> waiting = new HashMap<>();
  private final Deque<List<FillTarget>> spare = new ArrayDeque<>();
  private final FillProgress progress;
  private final long rows;
  private long last;
  private int next;

  /**
   * @param rows how many rows there are, or −1
   */
  FillMerger(FillPlan plan, FillProgress progress, long rows) {
    this.plan = plan;
    this.total = plan.targets();
    this.progress = progress;
    this.rows = rows;
  }

  /** Empty targets for a chunk. */
  synchronized List<FillTarget> empty() {
    @Nullable List<FillTarget> known = spare.poll();
    return known == null ? plan.targets() : known;
  }

  /** Adds a chunk now or, if chunks before it are missing, later. */
  synchronized void add(int chunk, List<FillTarget> targets, long lastRow) {
    waiting.put(chunk, targets);
    last = Math.max(last, lastRow);
    @Nullable List<FillTarget> ready = waiting.remove(next);
    while (ready != null) {
      for (int h = 0; h < total.size(); h++) {
        total.get(h).add(ready.get(h));
        ready.get(h).clear();
      }
      spare.add(ready);
      next++;
      progress.filled(Math.min(next * HistogramFill.CHUNK_ROWS, last), rows, this::result);
      ready = waiting.remove(next);
    }
  }

  synchronized List<FilledHistogram> result() {
    List<FilledHistogram> results = new ArrayList<>();
    for (int h = 0; h < total.size(); h++) {
      results.add(plan.result(h, total.get(h)));
    }
    return results;
  }
}
