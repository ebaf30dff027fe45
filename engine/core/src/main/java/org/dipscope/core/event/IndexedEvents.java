package org.dipscope.core.event;

import java.util.List;
import java.util.function.Consumer;
import org.dipscope.core.compute.CancelToken;

/**
 * A table of events of known length that can be read from any row, by several threads at a time.
 */
public interface IndexedEvents extends EventSource {

  /** How many events there are. */
  long rows();

  /**
   * Reads some events in order, as {@link EventSource#read} does. Batches start at multiples of
   * {@link EventBatch#LARGEST} rows after {@code first} and all but the last are full.
   *
   * @param first the first row
   * @param end one past the last row, at most {@link #rows()}
   */
  void read(
      List<Integer> columns,
      long first,
      long end,
      Consumer<EventBatch> consumer,
      CancelToken token);

  /**
   * Keeps the file open while something is done, so that each {@link #read(List, long, long,
   * Consumer, CancelToken)} inside need not open it anew. Reading works without, too.
   */
  default void whileOpen(Runnable reads) {
    reads.run();
  }

  @Override
  default void read(List<Integer> columns, Consumer<EventBatch> consumer, CancelToken token) {
    read(columns, 0, rows(), consumer, token);
  }
}
