package org.dipscope.core.format.csv;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.event.EventBatch;
import org.dipscope.core.event.EventColumn;
import org.dipscope.core.event.EventSource;
import org.dipscope.core.format.ColumnType;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** A table of a text file as events, read row by row each time. */
public final class CsvEvents implements EventSource {
  private final Path file;
  private final String name;
  private final List<EventColumn> columns;

  private CsvEvents(Path file, String name, List<EventColumn> columns) {
    this.file = file;
    this.name = name;
    this.columns = List.copyOf(columns);
  }

  /**
   * Opens a table.
   *
   * @param table its name as {@code inspect} shows it, or null for the first
   * @throws ProblemException if the file is no text table, or holds no table of this name
   */
  public static CsvEvents open(Path file, @Nullable String table) {
    Glance glance = new Glance(table);
    TableScan.scan(file, glance, new CancelToken());
    if (glance.found == null) {
      throw new ProblemException(
          Problem.usage(
              "%s holds no table \"%s\".".formatted(file.getFileName(), table),
              "Tables: " + String.join(", ", glance.names) + "."));
    }
    return new CsvEvents(file, glance.found, glance.columns);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<EventColumn> columns() {
    return columns;
  }

  @Override
  public void read(List<Integer> wanted, Consumer<EventBatch> consumer, CancelToken token) {
    Batches batches = new Batches(name, wanted, consumer);
    TableScan.scan(file, batches, token);
  }

  /** Looks at the first rows of one table. */
  private static final class Glance implements TableSink {
    private static final int ROWS = 100;

    private final @Nullable String wanted;
    private final List<String> names = new ArrayList<>();
    private final List<EventColumn> columns = new ArrayList<>();
    private @Nullable TableHeader header;
    private @Nullable String found;
    private boolean[] text = new boolean[0];
    private int rows;
    private boolean complete;

    Glance(@Nullable String wanted) {
      this.wanted = wanted;
    }

    @Override
    public void begin(TableHeader next) {
      names.add(next.name());
      if (found == null && (wanted == null || wanted.equals(next.name()))) {
        found = next.name();
        header = next;
        text = new boolean[next.columns().size()];
        for (String column : next.columns()) {
          columns.add(
              new EventColumn(column, ColumnName.of(column).unit(), EventColumn.Type.NUMBER));
        }
      }
    }

    @Override
    public void row(int line, double[] numbers, @Nullable String[] texts) {
      if (header != null) {
        rows++;
        for (int i = 0; i < text.length; i++) {
          text[i] |= texts[i] != null;
        }
      }
    }

    @Override
    public boolean wantsMore() {
      return !complete && (header == null || rows < ROWS);
    }

    @Override
    public void end(List<ColumnType> types) {
      if (header == null) {
        return;
      }
      for (int i = 0; i < text.length; i++) {
        EventColumn column = columns.get(i);
        EventColumn.Type type =
            text[i]
                ? EventColumn.Type.TEXT
                : types.get(i) == ColumnType.BOOLEAN
                    ? EventColumn.Type.TRUTH
                    : EventColumn.Type.NUMBER;
        columns.set(i, new EventColumn(column.name(), column.unit(), type));
      }
      header = null;
      complete = true;
    }
  }

  /** Hands the wanted columns of one table on in batches. */
  private static final class Batches implements TableSink {
    private final String name;
    private final List<Integer> wanted;
    private final Consumer<EventBatch> consumer;
    private final double[][] block;
    private boolean active;
    private boolean done;
    private int size;

    Batches(String name, List<Integer> wanted, Consumer<EventBatch> consumer) {
      this.name = name;
      this.wanted = List.copyOf(wanted);
      this.consumer = consumer;
      this.block = new double[wanted.size()][EventBatch.LARGEST];
    }

    @Override
    public void begin(TableHeader header) {
      active = header.name().equals(name);
    }

    @Override
    public void row(int line, double[] numbers, @Nullable String[] texts) {
      if (active) {
        for (int i = 0; i < block.length; i++) {
          block[i][size] = numbers[wanted.get(i)];
        }
        size++;
        if (size == EventBatch.LARGEST) {
          flush();
        }
      }
    }

    @Override
    public void end(List<ColumnType> types) {
      if (active) {
        flush();
        active = false;
        done = true;
      }
    }

    @Override
    public boolean wantsMore() {
      return !done;
    }

    private void flush() {
      if (size > 0) {
        consumer.accept(new EventBatch(size, block));
        size = 0;
      }
    }
  }
}
