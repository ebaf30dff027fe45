package org.dipscope.core.event;

import java.util.List;
import java.util.function.Consumer;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.problem.Problem;

/** A table of events that can be read from its start as often as needed. */
public interface EventSource {

  /** The name of the table. */
  String name();

  /** All columns. */
  List<EventColumn> columns();

  /** What the last reading had to leave out, such as an event that the file cuts. */
  default List<Problem> problems() {
    return List.of();
  }

  /**
   * Reads all events in order.
   *
   * @param columns positions in {@link #columns()} of the columns wanted; the batches hold them in
   *     this order
   * @param consumer takes each batch, of at most {@link EventBatch#LARGEST} events
   * @param token stops the reading
   * @throws org.dipscope.core.problem.ProblemException if the file cannot be read
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  void read(List<Integer> columns, Consumer<EventBatch> consumer, CancelToken token);
}
