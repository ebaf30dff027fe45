package org.dipscope.core.format.hdf5;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.event.EventBatch;
import org.dipscope.core.event.EventColumn;
import org.dipscope.core.event.IndexedEvents;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A table of an HDF5 file as events. Text is NaN; elements of variable length are lists. Every call
 * of {@link #read} opens the file by itself, so several threads may read at a time; chunks that
 * reach over the border of two ranges are unpacked for both.
 */
public final class Hdf5Events implements IndexedEvents {
  private static final int LISTED = 20;

  private final Path path;
  private final Hdf5Table table;
  private final ChunkIndexes indexes = new ChunkIndexes();

  private Hdf5Events(Path path, Hdf5Table table) {
    this.path = path;
    this.table = table;
  }

  /**
   * Opens a table; only the index of the file is read.
   *
   * @param table its name as {@link Hdf5Inspection#inspect} gives it, or null for the first
   * @throws ProblemException if the file holds no such table, or cannot be read
   */
  public static Hdf5Events open(Path path, @Nullable String table) {
    try (Hdf5Bytes file = Hdf5Bytes.open(path)) {
      List<Hdf5Table> tables = Hdf5Contents.of(file, new CancelToken()).tables();
      for (Hdf5Table candidate : tables) {
        if (table == null || table.equals(candidate.name())) {
          return new Hdf5Events(path, candidate);
        }
      }
      List<String> names = tables.stream().map(Hdf5Table::name).limit(LISTED).toList();
      throw new ProblemException(
          table == null
              ? Problem.badInput(
                  file.file() + " holds no table.",
                  "Choose a file with datasets of numbers.",
                  file.file(),
                  0)
              : Problem.usage(
                  "%s holds no table \"%s\".".formatted(file.file(), table),
                  "Tables: " + String.join(", ", names) + "."));
    }
  }

  @Override
  public String name() {
    return table.name();
  }

  @Override
  public List<EventColumn> columns() {
    return table.columns().stream().map(Hdf5Column::event).toList();
  }

  @Override
  public long rows() {
    return table.rows();
  }

  @Override
  public void read(
      List<Integer> columns,
      long first,
      long end,
      Consumer<EventBatch> consumer,
      CancelToken token) {
    List<Hdf5Column> wanted = columns.stream().map(table.columns()::get).toList();
    try (Hdf5Bytes file = Hdf5Bytes.open(path)) {
      int largest = (int) Math.min(EventBatch.LARGEST, Math.max(1, end - first));
      new RowBatches(file, wanted, indexes, largest).read(first, end, consumer, token);
    }
  }
}
