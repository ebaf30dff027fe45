package org.dipscope.core.event.store;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.event.EventBatch;
import org.dipscope.core.event.EventColumn;
import org.dipscope.core.event.IndexedEvents;
import org.jspecify.annotations.Nullable;

/** A table of known length, whose columns are kept once they have been looked at. Thread-safe. */
public final class CachedEvents implements IndexedEvents {
  private static final int MOST_HELPERS = 64;

  private final CachedTable table;
  private final long rows;

  CachedEvents(CachedTable table, long rows) {
    this.table = table;
    this.rows = rows;
  }

  @Override
  public String name() {
    return table.source().name();
  }

  @Override
  public List<EventColumn> columns() {
    return table.source().columns();
  }

  @Override
  public long rows() {
    return rows;
  }

  /**
   * Keeps some columns now, with progress. Reading does so by itself; this is for those who want to
   * show how far it is.
   *
   * @param progress takes the share that is done, from several threads
   */
  public void prepare(
      List<Integer> wanted, Workers workers, DoubleConsumer progress, CancelToken token) {
    // Each helper stays until all is done, so those that come later have nothing left to do.
    workers.forEachRow(MOST_HELPERS, token, () -> helper -> table.columns(wanted, progress, token));
  }

  @Override
  public void read(
      List<Integer> wanted,
      long first,
      long end,
      Consumer<EventBatch> consumer,
      CancelToken token) {
    List<StoredColumn> stored = table.columns(wanted, share -> {}, token);
    if (stored != null) {
      readStored(stored, first, end, consumer, token);
    } else if (table.source() instanceof IndexedEvents events) {
      events.read(wanted, first, end, consumer, token);
    } else {
      table.source().read(wanted, new RowRange(first, end, consumer), token);
    }
  }

  static void readStored(
      List<StoredColumn> columns,
      long first,
      long end,
      Consumer<EventBatch> consumer,
      CancelToken token) {
    double[][] values = new double[columns.size()][EventBatch.LARGEST];
    int[] @Nullable [] offsets = new int[columns.size()][];
    for (int i = 0; i < values.length; i++) {
      offsets[i] = columns.get(i).isList() ? new int[EventBatch.LARGEST + 1] : null;
    }
    for (long row = first; row < end; row += EventBatch.LARGEST) {
      token.throwIfCancelled();
      int size = (int) Math.min(EventBatch.LARGEST, end - row);
      for (int i = 0; i < values.length; i++) {
        StoredColumn column = columns.get(i);
        int[] starts = offsets[i];
        if (starts == null) {
          column.read(row, size, values[i]);
        } else {
          int count = column.count(row, size);
          if (count > values[i].length) {
            values[i] = new double[count];
          }
          column.readLists(row, size, values[i], starts);
        }
      }
      consumer.accept(new EventBatch(size, values, offsets));
    }
  }
}
