package org.dipscope.core.format.parquet;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
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
 * The table of a Parquet file as events: nulls and text are NaN, times are counts of their unit
 * since 1970, lists of numbers have a list per event. Values come from the data, never from the
 * statistics of the writer, in the order of the file. Thread-safe.
 */
public final class ParquetEvents implements IndexedEvents {
  private final ParquetFile file;
  private final List<EventColumn> columns;

  /** The table of a file whose footer has been read. */
  ParquetEvents(ParquetFile file) {
    this.file = file;
    this.columns = file.columns().stream().map(ParquetColumn::event).toList();
  }

  /**
   * Opens a file; only its footer is read.
   *
   * @param table its name, that of the file without extension, or null
   * @throws ProblemException if it cannot be read, or has no such table
   */
  public static ParquetEvents open(Path path, @Nullable String table) {
    ParquetFile file = ParquetFile.open(path);
    if (table != null && !table.equals(file.table())) {
      throw new ProblemException(
          Problem.usage(
              "%s holds no table \"%s\".".formatted(file.name(), table),
              "Its one table is called " + file.table() + "."));
    }
    return new ParquetEvents(file);
  }

  @Override
  public String name() {
    return file.table();
  }

  @Override
  public List<EventColumn> columns() {
    return columns;
  }

  @Override
  public long rows() {
    return file.footer().rows();
  }

  /** The rows at which row groups begin: reading from there decompresses nothing twice. */
  public List<Long> starts() {
    return file.footer().groups().stream()
        .filter(group -> group.rows() > 0)
        .map(Footer.RowGroup::first)
        .toList();
  }

  @Override
  public void read(
      List<Integer> wanted,
      long first,
      long end,
      Consumer<EventBatch> consumer,
      CancelToken token) {
    if (first >= end) {
      return;
    }
    try (FileChannel channel = file.channel()) {
      List<ColumnScan> scans = new ArrayList<>();
      for (int column : wanted) {
        scans.add(new ColumnScan(file, channel, file.columns().get(column), first));
      }
      for (long row = first; row < end; row += EventBatch.LARGEST) {
        token.throwIfCancelled();
        consumer.accept(batch(scans, (int) Math.min(EventBatch.LARGEST, end - row)));
      }
    } catch (IOException e) {
      throw new Place(file.name(), "the file").unreadable(e);
    }
  }

  private static EventBatch batch(List<ColumnScan> scans, int size) {
    double[][] values = new double[scans.size()][];
    int[] @Nullable [] offsets = new int[scans.size()][];
    for (int i = 0; i < values.length; i++) {
      ColumnScan scan = scans.get(i);
      scan.read(size);
      values[i] = scan.values();
      offsets[i] = scan.offsets();
    }
    return new EventBatch(size, values, offsets);
  }
}
