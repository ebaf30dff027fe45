package org.dipscope.core.format.hdf5;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.event.EventBatch;

/** Reads columns of a table, a batch of rows at a time. For one thread. */
final class RowBatches {
  private static final int VALUES = 1 << 20;

  private final int largest;
  private final List<CellSink> sinks = new ArrayList<>();
  private final List<RowReader> readers = new ArrayList<>();

  /**
   * Prepares to read.
   *
   * @param largest rows of a batch
   */
  RowBatches(Hdf5Bytes file, List<Hdf5Column> columns, ChunkIndexes indexes, int largest) {
    this.largest = largest;
    Map<Hdf5Dataset, List<CellTarget>> datasets = new LinkedHashMap<>();
    for (Hdf5Column column : columns) {
      CellSink sink =
          column.type() instanceof Hdf5Type.Sequence list
              ? new CellLists(file, list, largest)
              : new CellNumbers(column.type(), largest);
      sinks.add(sink);
      datasets
          .computeIfAbsent(column.dataset(), dataset -> new ArrayList<>())
          .add(new CellTarget(column, sink));
    }
    datasets.forEach(
        (dataset, targets) -> readers.add(RowReader.of(file, dataset, indexes, targets)));
  }

  /** Rows of a batch that keep a wide table small in memory. */
  static int few(int columns) {
    return Math.clamp(VALUES / Math.max(1, columns), 16, EventBatch.LARGEST);
  }

  /** Reads rows in order; the arrays of a batch are used again for the next. */
  void read(long first, long end, Consumer<EventBatch> consumer, CancelToken token) {
    for (long row = first; row < end; row += largest) {
      token.throwIfCancelled();
      int size = (int) Math.min(largest, end - row);
      for (CellSink sink : sinks) {
        sink.clear();
      }
      for (RowReader reader : readers) {
        reader.read(row, size, token);
      }
      consumer.accept(batch(size));
    }
  }

  private EventBatch batch(int size) {
    double[][] columns = new double[sinks.size()][];
    int[][] offsets = new int[sinks.size()][];
    for (int i = 0; i < columns.length; i++) {
      switch (sinks.get(i)) {
        case CellNumbers numbers -> columns[i] = numbers.values();
        case CellLists lists -> {
          columns[i] = lists.values();
          offsets[i] = lists.offsets();
        }
        case CellTexts texts -> columns[i] = new double[size];
      }
    }
    return new EventBatch(size, columns, offsets);
  }
}
