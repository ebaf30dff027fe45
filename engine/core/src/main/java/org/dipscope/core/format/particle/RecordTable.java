package org.dipscope.core.format.particle;

import java.util.List;
import java.util.function.ToIntFunction;

/**
 * A table made from event records.
 *
 * @param <R> what holds one event
 * @param name such as events or particles
 * @param columns its columns
 * @param rows how many rows an event makes
 */
public record RecordTable<R>(
    String name, List<RecordColumn<R>> columns, ToIntFunction<? super R> rows) {

  /** Copies the list. */
  public RecordTable {
    columns = List.copyOf(columns);
  }
}
