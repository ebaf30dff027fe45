package org.dipscope.core.format.npy;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.event.EventBatch;
import org.dipscope.core.event.EventColumn;
import org.dipscope.core.event.IndexedEvents;
import org.dipscope.core.format.SharedOpening;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** An array as events. */
public final class NpyEvents implements IndexedEvents {
  private final NpyTable table;
  private final SharedOpening<NpyFile.Opened> opening;

  private NpyEvents(NpyFile file, NpyTable table) {
    this.table = table;
    this.opening = new SharedOpening<>(() -> file.open(table), NpyFile.Opened::close);
  }

  /**
   * Opens an array; only its header is read.
   *
   * @param table its name in an archive, or null for the first
   * @throws ProblemException if the file holds no such array, or cannot be read
   */
  public static NpyEvents open(Path path, @Nullable String table) {
    NpyFile file = NpyFile.open(path);
    for (NpyTable candidate : file.tables()) {
      if (table == null || table.equals(candidate.name())) {
        return new NpyEvents(file, candidate);
      }
    }
    List<String> names = file.tables().stream().map(NpyTable::name).limit(20).toList();
    throw new ProblemException(
        Problem.usage(
            "%s holds no array \"%s\".".formatted(file.file(), table),
            "Arrays: " + String.join(", ", names) + "."));
  }

  @Override
  public String name() {
    return table.name();
  }

  @Override
  public List<EventColumn> columns() {
    return table.eventColumns();
  }

  @Override
  public long rows() {
    return table.rows();
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
    opening.use(opened -> read(opened.cells(), wanted, first, end, consumer, token));
  }

  private void read(
      NpyCells cells,
      List<Integer> wanted,
      long first,
      long end,
      Consumer<EventBatch> consumer,
      CancelToken token) {
    double[][] block = new double[wanted.size()][EventBatch.LARGEST];
    for (long at = first; at < end; at += EventBatch.LARGEST) {
      token.throwIfCancelled();
      int size = (int) Math.min(EventBatch.LARGEST, end - at);
      for (int i = 0; i < block.length; i++) {
        NpyField column = table.columns().get(wanted.get(i));
        cells.read(column, table.rowBytes(), at, size, block[i]);
      }
      consumer.accept(new EventBatch(size, block));
    }
  }
}
