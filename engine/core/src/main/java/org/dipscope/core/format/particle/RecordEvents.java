package org.dipscope.core.format.particle;

import java.util.List;
import java.util.function.Consumer;
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
    return table.columns().stream().map(RecordColumn::toEventColumn).toList();
  }

  /** What the last {@link #read} had to leave out, such as an event that the file cuts. */
  public List<Problem> problems() {
    return problems;
  }

  @Override
  public void read(List<Integer> wanted, Consumer<EventBatch> consumer, CancelToken token) {
    List<RecordColumn<R>> columns = wanted.stream().map(table.columns()::get).toList();
    boolean extra = columns.stream().anyMatch(RecordColumn::extra);
    Rows<R> rows = new Rows<>(table, columns, consumer);
    problems = List.copyOf(source.scan(extra, rows::add, token));
    rows.flush();
  }

  /** Collects rows into batches. */
  private static final class Rows<R> {
    private final RecordTable<R> table;
    private final List<RecordColumn<R>> columns;
    private final Consumer<EventBatch> consumer;
    private final double[][] block;
    private int size;

    Rows(RecordTable<R> table, List<RecordColumn<R>> columns, Consumer<EventBatch> consumer) {
      this.table = table;
      this.columns = columns;
      this.consumer = consumer;
      this.block = new double[columns.size()][EventBatch.LARGEST];
    }

    boolean add(R event) {
      int rows = table.rows().applyAsInt(event);
      for (int row = 0; row < rows; row++) {
        for (int i = 0; i < block.length; i++) {
          block[i][size] = columns.get(i).value().of(event, row);
        }
        size++;
        if (size == EventBatch.LARGEST) {
          flush();
        }
      }
      return true;
    }

    void flush() {
      if (size > 0) {
        consumer.accept(new EventBatch(size, block));
        size = 0;
      }
    }
  }
}
