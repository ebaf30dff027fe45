package org.dipscope.core.format.parquet;

import java.util.Arrays;
import org.dipscope.core.event.EventBatch;

/** The lists of a batch of events, one after the other. */
final class ListCells {
  private static final int MOST_VALUES = 1 << 24;

  private double[] values = new double[EventBatch.LARGEST];
  private final int[] offsets = new int[EventBatch.LARGEST + 1];
  private int size;
  private int rows;

  void clear() {
    size = 0;
    rows = 0;
  }

  void add(double value, Place place) {
    if (size == values.length) {
      if (size >= MOST_VALUES) {
        throw place.problem(
            "has more than %d values in %d rows".formatted(MOST_VALUES, EventBatch.LARGEST),
            "Use columns with shorter lists.");
      }
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
  }

  void endRow(Place place) {
    if (rows == EventBatch.LARGEST) {
      throw place.damaged("it has more rows than its row group");
    }
    offsets[++rows] = size;
  }

  double[] values() {
    return values;
  }

  int[] offsets() {
    return offsets;
  }
}
