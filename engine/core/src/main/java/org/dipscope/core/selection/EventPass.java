package org.dipscope.core.selection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.event.EventBatch;
import org.dipscope.core.event.EventSource;
import org.dipscope.core.event.IndexedEvents;

/** Goes once through a table with all workers, in bounded memory. */
final class EventPass {
  private static final int CHUNK_ROWS = 1 << 16;
  private static final int MOST_BATCHES = 16;
  private static final long MOST_VALUES = 1 << 22;

  /** What a worker does with an event. */
  @FunctionalInterface
  interface Handler {

    /**
     * Handles one event.
     *
     * @param event its place in the batch
     * @param number its number in the table, from 0
     */
    void handle(EventBatch batch, int event, long number);
  }

  private final EventSource source;
  private final List<Integer> columns;
  private final Workers workers;
  private final LongConsumer progress;
  private final CancelToken token;
  private final AtomicLong done = new AtomicLong();

  /**
   * @param progress hears how many events are done, from several threads
   */
  EventPass(
      EventSource source,
      List<Integer> columns,
      Workers workers,
      LongConsumer progress,
      CancelToken token) {
    this.source = source;
    this.columns = columns;
    this.workers = workers;
    this.progress = progress;
    this.token = token;
  }

  /** Hands every event to one handler; returns how many there were. */
  long run(Supplier<Handler> handlers) {
    if (source instanceof IndexedEvents indexed) {
      indexed.whileOpen(() -> inParallel(indexed, handlers));
    } else {
      inGroups(handlers);
    }
    return done.get();
  }

  private void inParallel(IndexedEvents events, Supplier<Handler> handlers) {
    long rows = events.rows();
    int chunks = Math.toIntExact((rows + CHUNK_ROWS - 1) / CHUNK_ROWS);
    workers.forEachRow(
        chunks,
        token,
        () -> {
          Handler handler = handlers.get();
          return chunk -> {
            long first = (long) chunk * CHUNK_ROWS;
            long[] next = {first};
            events.read(
                columns,
                first,
                Math.min(rows, first + CHUNK_ROWS),
                batch -> {
                  handle(batch, next[0], handler);
                  next[0] += batch.size();
                },
                token);
          };
        });
  }

  /** A batch with the number of its first event. */
  private record Numbered(EventBatch batch, long first) {}

  private void inGroups(Supplier<Handler> handlers) {
    List<Numbered> group = new ArrayList<>();
    long[] counts = new long[2]; // events read, values held
    source.read(
        columns,
        batch -> {
          EventBatch copy = copy(batch);
          group.add(new Numbered(copy, counts[0]));
          counts[0] += batch.size();
          for (double[] column : copy.columns()) {
            counts[1] += column.length;
          }
          if (group.size() == MOST_BATCHES || counts[1] > MOST_VALUES) {
            work(group, handlers);
            counts[1] = 0;
          }
        },
        token);
    work(group, handlers);
  }

  private void work(List<Numbered> group, Supplier<Handler> handlers) {
    workers.forEachRow(
        group.size(),
        token,
        () -> {
          Handler handler = handlers.get();
          return i -> handle(group.get(i).batch(), group.get(i).first(), handler);
        });
    group.clear();
  }

  private void handle(EventBatch batch, long first, Handler handler) {
    for (int event = 0; event < batch.size(); event++) {
      handler.handle(batch, event, first + event);
    }
    progress.accept(done.addAndGet(batch.size()));
  }

  private static EventBatch copy(EventBatch batch) {
    double[][] columns = new double[batch.columns().length][];
    int[][] offsets = new int[columns.length][];
    for (int i = 0; i < columns.length; i++) {
      int[] starts = batch.offsets()[i];
      int length = starts == null ? batch.size() : starts[batch.size()];
      columns[i] = Arrays.copyOf(batch.columns()[i], length);
      if (starts != null) {
        offsets[i] = Arrays.copyOf(starts, batch.size() + 1);
      }
    }
    return new EventBatch(batch.size(), columns, offsets);
  }
}
