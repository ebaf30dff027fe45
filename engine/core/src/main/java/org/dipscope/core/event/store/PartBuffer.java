package org.dipscope.core.event.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dipscope.core.event.EventBatch;
import org.jspecify.annotations.Nullable;

/** Some consecutive events in memory, on their way to the store. */
final class PartBuffer {
  private final List<Column> columns = new ArrayList<>();
  private int rows;

  PartBuffer(int columns) {
    for (int i = 0; i < columns; i++) {
      this.columns.add(new Column());
    }
  }

  /** The cells of one column. */
  static final class Column {
    private double[] cells = new double[EventBatch.LARGEST];
    private int[] offsets = new int[EventBatch.LARGEST + 1];
    private int size;
    private CellSummary summary = CellSummary.NONE;

    double[] cells() {
      return cells;
    }

    /** Where the list of each event begins; only of a column of lists. */
    int[] offsets() {
      return offsets;
    }

    int size() {
      return size;
    }

    CellSummary summary() {
      return summary;
    }

    private void add(double[] values, int @Nullable [] starts, int rows, int events) {
      int count = starts == null ? events : starts[events];
      cells = grown(cells, Math.addExact(size, count));
      System.arraycopy(values, 0, cells, size, count);
      if (starts != null) {
        if (offsets.length < rows + events + 1) {
          offsets = Arrays.copyOf(offsets, Math.max(rows + events + 1, 2 * offsets.length));
        }
        for (int i = 1; i <= events; i++) {
          offsets[rows + i] = size + starts[i];
        }
      }
      size += count;
    }

    private static double[] grown(double[] array, int needed) {
      return array.length >= needed
          ? array
          : Arrays.copyOf(array, Math.max(needed, (int) Math.min(2L * array.length, 1 << 28)));
    }
  }

  void add(EventBatch batch) {
    for (int i = 0; i < columns.size(); i++) {
      columns.get(i).add(batch.columns()[i], batch.offsets()[i], rows, batch.size());
    }
    rows += batch.size();
  }

  /** Looks at what was added, so that the writer need not. */
  void summarise() {
    for (Column column : columns) {
      column.summary = CellSummary.of(column.cells, column.size);
    }
  }

  int rows() {
    return rows;
  }

  Column column(int index) {
    return columns.get(index);
  }

  void clear() {
    rows = 0;
    columns.forEach(column -> column.size = 0);
  }
}
