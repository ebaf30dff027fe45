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
 * @param lists what each row has any number of, if an event makes one row
 */
public record RecordTable<R>(
    String name,
    List<RecordColumn<R>> columns,
    ToIntFunction<? super R> rows,
    List<RecordList<R>> lists) {

  /** Copies the lists. */
  public RecordTable {
    columns = List.copyOf(columns);
    lists = List.copyOf(lists);
  }

  /** A table without lists. */
  public RecordTable(String name, List<RecordColumn<R>> columns, ToIntFunction<? super R> rows) {
    this(name, columns, rows, List.of());
  }
}
