package org.dipscope.core.event.store;

import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.event.EventSource;
import org.dipscope.core.event.IndexedEvents;
import org.dipscope.core.format.parquet.ParquetEvents;

/**
 * Where the parts of a table begin that are read at a time: at row groups where there are some,
 * small enough that several threads hold a part of many columns in memory.
 *
 * @param starts the first row of each, and after the last the number of rows
 */
record PartPlan(List<Long> starts) {
  private static final int SMALL = 1 << 16;
  private static final int LARGE = 1 << 18;

  /** A table that cannot be read from any row is one part. */
  static PartPlan of(EventSource source) {
    if (!(source instanceof IndexedEvents events)) {
      return new PartPlan(List.of(0L, Long.MAX_VALUE));
    }
    List<Long> natural = new ArrayList<>();
    if (events instanceof ParquetEvents parquet) {
      natural.addAll(parquet.starts());
    }
    natural.add(events.rows());
    List<Long> starts = new ArrayList<>(List.of(0L));
    for (long border : natural) {
      long last = starts.getLast();
      if (border - last < SMALL && border < events.rows()) {
        continue;
      }
      for (long row = last + LARGE; row < border; row += LARGE) {
        starts.add(row);
      }
      if (border > starts.getLast() || starts.size() == 1) {
        starts.add(border);
      }
    }
    return new PartPlan(List.copyOf(starts));
  }

  int count() {
    return starts.size() - 1;
  }

  long start(int part) {
    return starts.get(part);
  }
}
