package org.dipscope.core.format.parquet;

import java.nio.channels.FileChannel;
import org.dipscope.core.event.EventBatch;
import org.jspecify.annotations.Nullable;

/** Reads a column from some row on, across row groups, batch by batch. */
final class ColumnScan {
  private final ParquetFile file;
  private final FileChannel channel;
  private final ParquetColumn column;
  private final @Nullable ListCells lists;
  private final double[] singles;
  private @Nullable ColumnCursor cursor;
  private int group;
  private long row;

  ColumnScan(ParquetFile file, FileChannel channel, ParquetColumn column, long first) {
    this.file = file;
    this.channel = channel;
    this.column = column;
    this.lists = column.repeated() ? new ListCells() : null;
    this.singles = new double[column.repeated() ? 0 : EventBatch.LARGEST];
    this.row = first;
    while (file.footer().groups().get(group).end() <= first) {
      group++;
    }
  }

  /** Reads the next rows. */
  void read(int rows) {
    if (lists != null) {
      lists.clear();
    }
    int done = 0;
    while (done < rows) {
      Footer.RowGroup current = file.footer().groups().get(group);
      if (current.end() <= row) {
        group++;
        cursor = null;
        continue;
      }
      int step = (int) Math.min(rows - done, current.end() - row);
      ColumnCursor reader = cursor(current);
      if (lists == null) {
        reader.read(singles, done, step);
      } else if (!reader.readLists(lists, step)) {
        throw new Place(
                file.name(), "column \"%s\" in row group %d".formatted(column.name(), group))
            .damaged("it has fewer rows than its row group");
      }
      done += step;
      row += step;
    }
  }

  private ColumnCursor cursor(Footer.RowGroup current) {
    ColumnCursor open = cursor;
    if (open == null) {
      open = file.cursor(channel, group, column);
      cursor = open;
      if (row > current.first()) {
        open.skip(row - current.first());
      }
    }
    return open;
  }

  double[] values() {
    return lists == null ? singles : lists.values();
  }

  int @Nullable [] offsets() {
    return lists == null ? null : lists.offsets();
  }
}
