package org.dipscope.core.format.particle;

import java.util.List;
import java.util.function.Predicate;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.problem.Problem;

/**
 * A file of event records that can be read from its start as often as needed.
 *
 * @param <R> what holds one event; the same object serves for all events
 */
public interface RecordSource<R> {

  /** The format, as {@code inspect} names it. */
  String format();

  /** The name of the file, for messages. */
  String file();

  /** The tables that its events make. */
  List<RecordTable<R>> tables();

  /**
   * Reads all complete events in order.
   *
   * @param extra whether columns marked as extra are needed
   * @param sink takes each event; false stops the reading
   * @return what could not be read
   * @throws org.dipscope.core.problem.ProblemException if the file cannot be read as a whole
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  List<Problem> scan(boolean extra, Predicate<? super R> sink, CancelToken token);
}
