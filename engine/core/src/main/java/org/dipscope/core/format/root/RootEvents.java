package org.dipscope.core.format.root;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.event.EventBatch;
import org.dipscope.core.event.EventColumn;
import org.dipscope.core.event.EventSource;

/**
 * A tree or ntuple as events. Columns with one value per entry keep their name; a fixed array
 * becomes one column per position, such as {@code x[0]}. Jagged columns have no place in a table
 * with one value per cell: read those from {@link RootTable}.
 */
public final class RootEvents implements EventSource {
  /** Entries that are decoded at once, at most. */
  private static final int LARGEST_BATCH = 1 << 16;

  private final Path file;
  private final String table;
  private final List<EventColumn> columns = new ArrayList<>();
  private final List<Cell> cells = new ArrayList<>();

  /** Where the values of an event column come from. */
  private record Cell(String column, int position, int length) {}

  private RootEvents(Path file, RootTable table) {
    this.file = file;
    this.table = table.path();
    for (RootColumn column : table.columns()) {
      for (int i = 0; i < column.length() && !column.isJagged(); i++) {
        boolean single = column.shape() == ColumnShape.SCALAR;
        String name = single ? column.name() : column.name() + "[" + i + "]";
        columns.add(new EventColumn(name, column.unit(), type(column.type())));
        cells.add(new Cell(column.name(), i, column.length()));
      }
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
  public void read(List<Integer> wanted, Consumer<EventBatch> consumer, CancelToken token) {
    try (RootFile open = RootFile.open(file)) {
      RootTable source = open.table(table);
      double[][] block = new double[wanted.size()][EventBatch.LARGEST];
      for (long first = 0; first < source.entries(); first += EventBatch.LARGEST) {
        token.throwIfCancelled();
        int size = (int) Math.min(EventBatch.LARGEST, source.entries() - first);
        for (int i = 0; i < block.length; i++) {
          fill(source, cells.get(wanted.get(i)), first, size, block[i]);
        }
        consumer.accept(new EventBatch(size, block));
      }
    }
  }

  private static void fill(RootTable source, Cell cell, long first, int size, double[] target) {
    RootValues values = source.read(cell.column(), first, size);
    for (int i = 0, at = cell.position(); i < size; i++, at += cell.length()) {
      target[i] = values.asDouble(at);
    }
  }

  /** A number of entries from {@code first} that ends with a record, but is not too large. */
  static int batch(RootTable table, String column, long first) {
    return (int) Math.min(LARGEST_BATCH, table.batch(column, first) - first);
  }
}
