package org.dipscope.core.format.root;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.event.EventBatch;
import org.dipscope.core.event.EventColumn;
import org.dipscope.core.event.IndexedEvents;
import org.dipscope.core.format.SharedOpening;

/**
 * A tree or ntuple as events. Columns with one value per entry keep their name; a fixed array
 * becomes one column per position, such as {@code x[0]}, which expressions join to the list {@code
 * x}; jagged columns are lists.
 */
public final class RootEvents implements IndexedEvents {
  /** Entries that are decoded at once, at most. */
  private static final int LARGEST_BATCH = 1 << 16;

  private final String table;
  private final long rows;
  private final List<EventColumn> columns = new ArrayList<>();
  private final List<Cell> cells = new ArrayList<>();
  private final SharedOpening<Opened> opening;

  private record Opened(RootFile file, RootTable table) {}

  /** Where the values of an event column come from; the position is −1 for lists. */
  private record Cell(String column, int position, int length) {}

  private RootEvents(Path file, RootTable table) {
    this.table = table.path();
    this.rows = table.entries();
    this.opening = new SharedOpening<>(() -> open(file), opened -> opened.file().close());
    for (RootColumn column : table.columns()) {
      EventColumn.Type type = type(column.type());
      if (column.isJagged()) {
        columns.add(new EventColumn(column.name(), column.unit(), type, EventColumn.Shape.LIST));
        cells.add(new Cell(column.name(), -1, 0));
        continue;
      }
      boolean single = column.shape() == ColumnShape.SCALAR;
      for (int i = 0; i < column.length(); i++) {
        String name = single ? column.name() : column.name() + "[" + i + "]";
        columns.add(new EventColumn(name, column.unit(), type));
        cells.add(new Cell(column.name(), i, column.length()));
      }
    }
  }

  private Opened open(Path path) {
    RootFile file = RootFile.open(path);
    try {
      return new Opened(file, file.table(table));
    } catch (RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /**
   * Opens a tree or ntuple of a file; the file is open only while it is read.
   *
   * @throws org.dipscope.core.problem.ProblemException if there is none of that path, or it is
   *     damaged
   */
  public static RootEvents open(Path path, String table) {
    try (RootFile file = RootFile.open(path)) {
      return new RootEvents(path, file.table(table));
    }
  }

  private static EventColumn.Type type(RootType type) {
    return switch (type) {
      case BOOL -> EventColumn.Type.TRUTH;
      case TEXT -> EventColumn.Type.TEXT;
      default -> EventColumn.Type.NUMBER;
    };
  }

  @Override
  public String name() {
    return table;
  }

  @Override
  public List<EventColumn> columns() {
    return List.copyOf(columns);
  }

  @Override
  public long rows() {
    return rows;
  }

  @Override
  public void whileOpen(Runnable reads) {
    opening.use(opened -> reads.run());
  }

  @Override
  public void read(
      List<Integer> wanted,
      long first,
      long end,
      Consumer<EventBatch> consumer,
      CancelToken token) {
    opening.use(opened -> read(opened.table(), wanted, first, end, consumer, token));
  }

  private void read(
      RootTable source,
      List<Integer> wanted,
      long first,
      long end,
      Consumer<EventBatch> consumer,
      CancelToken token) {
    Map<String, RootRun> runs = new HashMap<>();
    double[][] block = new double[wanted.size()][EventBatch.LARGEST];
    int[][] offsets = new int[wanted.size()][];
    for (long at = first; at < end; at += EventBatch.LARGEST) {
      token.throwIfCancelled();
      int size = (int) Math.min(EventBatch.LARGEST, end - at);
      for (int i = 0; i < block.length; i++) {
        Cell cell = cells.get(wanted.get(i));
        RootRun run =
            runs.computeIfAbsent(cell.column(), column -> new RootRun(source, column, end));
        if (cell.position() < 0) {
          int[] starts = new int[size + 1];
          block[i] = run.lists(at, size, block[i], starts);
          offsets[i] = starts;
        } else {
          run.singles(at, size, cell.position(), cell.length(), block[i]);
        }
      }
      consumer.accept(new EventBatch(size, block, offsets));
    }
  }

  /** A number of entries from {@code first} that ends with a record, but is not too large. */
  static int batch(RootTable table, String column, long first) {
    return (int) Math.min(LARGEST_BATCH, table.batch(column, first) - first);
  }
}
