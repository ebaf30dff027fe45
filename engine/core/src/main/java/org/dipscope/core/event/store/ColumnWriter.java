package org.dipscope.core.event.store;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.dipscope.core.event.EventColumn;
import org.jspecify.annotations.Nullable;

/**
 * Writes a column in the narrowest format that is exact for all its numbers. If one does not fit,
 * what is already there is written again in a wider one.
 */
final class ColumnWriter {
  private static final int BLOCK = 1 << 15;

  private final Path folder;
  private final EventColumn column;
  private final @Nullable CellFile offsets;
  private CellFormat format = CellFormat.U8;
  private CellFile values;
  private CellSummary cells = CellSummary.NONE;
  private long rows;

  ColumnWriter(Path folder, EventColumn column) throws IOException {
    this.folder = folder;
    this.column = column;
    this.values = CellFile.create(folder, ".cells");
    if (column.shape() == EventColumn.Shape.LIST) {
      offsets = CellFile.create(folder, ".offsets");
      offsets.append(0);
    } else {
      offsets = null;
    }
  }

  /** Adds the next events. */
  void append(PartBuffer.Column part, int events) throws IOException {
    int count = part.size();
    long before = cells.values() + cells.notNumbers();
    cells = cells.and(part.summary());
    CellFormat needed = CellFormat.of(cells);
    if (needed != format) {
      widen(needed);
    }
    values.append(format, part.cells(), count);
    CellFile starts = offsets;
    if (starts != null) {
      for (int i = 1; i <= events; i++) {
        starts.append(before + part.offsets()[i]);
      }
    }
    rows += events;
  }

  private void widen(CellFormat wider) throws IOException {
    CellFile narrow = values;
    narrow.finish();
    CellFile next = CellFile.create(folder, ".cells");
    try (Arena arena = Arena.ofConfined();
        FileChannel channel = FileChannel.open(narrow.file())) {
      long bytes = channel.size();
      if (bytes > 0) {
        MemorySegment old = channel.map(FileChannel.MapMode.READ_ONLY, 0, bytes, arena);
        double[] block = new double[BLOCK];
        long count = bytes / format.bytes();
        for (long first = 0; first < count; first += BLOCK) {
          int size = (int) Math.min(BLOCK, count - first);
          format.decode(old, first, block, size);
          next.append(wider, block, size);
        }
      }
    } finally {
      values = next;
      narrow.discard();
    }
    format = wider;
  }

  /** Completes the column; only now it is there. */
  ColumnHeader finish(SourceFile source) throws IOException {
    ColumnHeader.Part written = values.finish();
    values.close();
    ColumnHeader.Part starts = ColumnHeader.Part.NONE;
    if (offsets != null) {
      starts = offsets.finish();
      offsets.close();
    }
    ColumnHeader header = new ColumnHeader(source, column, rows, cells, format, written, starts);
    header.write(folder);
    return header;
  }

  /** Removes what was written. */
  void discard() throws IOException {
    values.discard();
    if (offsets != null) {
      offsets.discard();
    }
  }
}
