package org.dipscope.core.format.particle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.event.EventBatch;
import org.dipscope.core.event.EventColumn;
import org.dipscope.core.event.EventSource;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A table made from event records, read record by record each time.
 *
 * @param <R> what holds one event
 */
public final class RecordEvents<R> implements EventSource {
  /** A list with more values ends its batch. */
  private static final int MANY_VALUES = 1 << 20;

  private final RecordSource<R> source;
  private final RecordTable<R> table;
  private volatile List<Problem> problems = List.of();

  private RecordEvents(RecordSource<R> source, RecordTable<R> table) {
    this.source = source;
    this.table = table;
  }

  /**
   * One table of a file.
   *
   * @param table its name, or null for the first
   * @throws ProblemException if there is none of this name
   */
  public static <R> RecordEvents<R> of(RecordSource<R> source, @Nullable String table) {
    List<RecordTable<R>> tables = source.tables();
    for (RecordTable<R> candidate : tables) {
      if (table == null || table.equals(candidate.name())) {
        return new RecordEvents<>(source, candidate);
      }
    }
    throw new ProblemException(
        Problem.usage(
            "%s holds no table \"%s\".".formatted(source.file(), table),
            "Tables: " + String.join(", ", tables.stream().map(RecordTable::name).toList()) + "."));
  }

  @Override
  public String name() {
    return table.name();
  }

  @Override
  public List<EventColumn> columns() {
    List<EventColumn> columns = new ArrayList<>();
    table.columns().forEach(column -> columns.add(column.toEventColumn(EventColumn.Shape.SINGLE)));
    for (RecordList<R> list : table.lists()) {
      list.columns().forEach(column -> columns.add(column.toEventColumn(EventColumn.Shape.LIST)));
    }
    return columns;
  }

  @Override
  public List<Problem> problems() {
    return problems;
  }

  @Override
  public void read(List<Integer> wanted, Consumer<EventBatch> consumer, CancelToken token) {
    List<Filled<R>> columns = new ArrayList<>();
    wanted.forEach(column -> columns.add(filled(column)));
    boolean extra = columns.stream().anyMatch(column -> column.column.extra());
    Rows<R> rows = new Rows<>(table, columns, consumer);
    problems = List.copyOf(source.scan(extra, rows::add, token));
    rows.flush();
  }

  private Filled<R> filled(int wanted) {
    int index = wanted;
    if (index < table.columns().size()) {
      return new Filled<>(table.columns().get(index), null);
    }
    index -= table.columns().size();
    for (RecordList<R> list : table.lists()) {
      if (index < list.columns().size()) {
        return new Filled<>(list.columns().get(index), list.size());
      }
      index -= list.columns().size();
    }
    throw new IndexOutOfBoundsException(wanted);
  }

  /** One column of the batch that is being collected. */
  private static final class Filled<R> {
    private final RecordColumn<R> column;
    private final @Nullable ToIntFunction<? super R> length;
    private final int @Nullable [] offsets;
    private double[] values = new double[EventBatch.LARGEST];

    Filled(RecordColumn<R> column, @Nullable ToIntFunction<? super R> length) {
      this.column = column;
      this.length = length;
      this.offsets = length == null ? null : new int[EventBatch.LARGEST + 1];
    }

    void add(R event, int row, int place) {
      int[] starts = offsets;
      if (length == null || starts == null) {
        values[place] = column.value().of(event, row);
        return;
      }
      int from = starts[place];
      int end = Math.addExact(from, length.applyAsInt(event));
      if (end > values.length) {
        values = Arrays.copyOf(values, Math.max(end, 2 * values.length));
      }
      for (int i = from; i < end; i++) {
        values[i] = column.value().of(event, i - from);
      }
      starts[place + 1] = end;
    }
  }

  /** Collects rows into batches. */
  private static final class Rows<R> {
    private final RecordTable<R> table;
    private final List<Filled<R>> columns;
    private final Consumer<EventBatch> consumer;
    private int size;

    Rows(RecordTable<R> table, List<Filled<R>> columns, Consumer<EventBatch> consumer) {
      this.table = table;
      this.columns = columns;
      this.consumer = consumer;
    }

    boolean add(R event) {
      int rows = table.rows().applyAsInt(event);
      for (int row = 0; row < rows; row++) {
        for (Filled<R> column : columns) {
          column.add(event, row, size);
        }
        size++;
        if (size == EventBatch.LARGEST || isLarge()) {
          flush();
        }
      }
      return true;
    }

    private boolean isLarge() {
      for (Filled<R> column : columns) {
        int[] starts = column.offsets;
        if (starts != null && starts[size] > MANY_VALUES) {
          return true;
        }
      }
      return false;
    }

    void flush() {
      if (size > 0) {
        double[][] values = new double[columns.size()][];
        int[] @Nullable [] offsets = new int[columns.size()][];
        for (int i = 0; i < values.length; i++) {
          values[i] = columns.get(i).values;
          offsets[i] = columns.get(i).offsets;
        }
        consumer.accept(new EventBatch(size, values, offsets));
        size = 0;
      }
    }
  }
}
