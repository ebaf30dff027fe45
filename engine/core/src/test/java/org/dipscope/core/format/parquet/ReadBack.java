package org.dipscope.core.format.parquet;

import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.event.EventSource;
import org.dipscope.core.event.IndexedEvents;

/** All values of a column, for comparison. */
public final class ReadBack {
  private ReadBack() {}

  /** The column's position. */
  public static int position(EventSource source, String column) {
    for (int i = 0; i < source.columns().size(); i++) {
      if (source.columns().get(i).name().equals(column)) {
        return i;
      }
    }
    throw new IllegalArgumentException(column);
  }

  /** A column with one value per row. */
  public static List<Double> singles(EventSource source, String column) {
    List<Double> values = new ArrayList<>();
    source.read(
        List.of(position(source, column)),
        batch -> {
          for (int i = 0; i < batch.size(); i++) {
            values.add(batch.columns()[0][i]);
          }
        },
        new CancelToken());
    return values;
  }

  /** Some rows of a column of lists. */
  public static List<List<Double>> lists(
      IndexedEvents source, String column, long first, long end) {
    List<List<Double>> rows = new ArrayList<>();
    source.read(
        List.of(position(source, column)),
        first,
        end,
        batch -> {
          int[] offsets = batch.offsets()[0];
          for (int i = 0; offsets != null && i < batch.size(); i++) {
            List<Double> row = new ArrayList<>();
            for (int k = offsets[i]; k < offsets[i + 1]; k++) {
              row.add(batch.columns()[0][k]);
            }
            rows.add(row);
          }
        },
        new CancelToken());
    return rows;
  }
}
