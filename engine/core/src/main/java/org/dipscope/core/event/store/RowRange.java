package org.dipscope.core.event.store;

import java.util.Arrays;
import java.util.function.Consumer;
import org.dipscope.core.event.EventBatch;
import org.jspecify.annotations.Nullable;

/**
 * Passes on some rows of a table that can only be read from its start: the last resort when a
 * column cannot be kept.
 */
final class RowRange implements Consumer<EventBatch> {
  private final long first;
  private final long end;
  private final Consumer<EventBatch> consumer;
  private long row;

  RowRange(long first, long end, Consumer<EventBatch> consumer) {
    this.first = first;
    this.end = end;
    this.consumer = consumer;
  }

  @Override
  public void accept(EventBatch batch) {
    int from = Math.clamp(first - row, 0, batch.size());
    int until = Math.clamp(end - row, 0, batch.size());
    row += batch.size();
    if (until - from == batch.size()) {
      consumer.accept(batch);
    } else if (from < until) {
      consumer.accept(slice(batch, from, until));
    }
  }

  private static EventBatch slice(EventBatch batch, int from, int until) {
    double[][] columns = new double[batch.columns().length][];
    int[] @Nullable [] offsets = new int[columns.length][];
    for (int i = 0; i < columns.length; i++) {
      int[] starts = batch.offsets()[i];
      int begin = starts == null ? from : starts[from];
      int stop = starts == null ? until : starts[until];
      columns[i] = Arrays.copyOfRange(batch.columns()[i], begin, stop);
      if (starts != null) {
        int[] own = Arrays.copyOfRange(starts, from, until + 1);
        for (int k = 0; k < own.length; k++) {
          own[k] -= begin;
        }
        offsets[i] = own;
      }
    }
    return new EventBatch(until - from, columns, offsets);
  }
}
