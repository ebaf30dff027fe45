package org.dipscope.core.event.store;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32C;

/** A stored column, mapped into memory. Thread-safe. */
final class StoredColumn {
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final int CHECKED_AT_ONCE = 1 << 24;

  private final ColumnHeader header;
  private final MemorySegment values;
  private final MemorySegment offsets;

  private StoredColumn(ColumnHeader header, MemorySegment values, MemorySegment offsets) {
    this.header = header;
    this.values = values;
    this.offsets = offsets;
  }

  /**
   * Maps the files of a column.
   *
   * @param verify whether to compare checksums, which reads everything
   * @return empty if they are not what the header says
   */
  static Optional<StoredColumn> open(Path folder, ColumnHeader header, boolean verify) {
    try {
      boolean lists = !header.offsets().file().isEmpty();
      MemorySegment values =
          map(folder, header.values(), header.cellCount() * header.format().bytes(), verify);
      MemorySegment offsets =
          lists
              ? map(folder, header.offsets(), (header.rows() + 1) * Long.BYTES, verify)
              : MemorySegment.NULL;
      boolean complete = lists || header.rows() == header.cellCount();
      return complete ? Optional.of(new StoredColumn(header, values, offsets)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static MemorySegment map(Path folder, ColumnHeader.Part part, long bytes, boolean verify)
      throws IOException {
    Path file = folder.resolve(part.file());
    if (!folder.equals(file.getParent())) {
      throw new IOException(part.file() + " is not a file name");
    }
    try (FileChannel channel = FileChannel.open(file)) {
      if (channel.size() != bytes) {
        throw new IOException(file + " has " + channel.size() + " bytes, not " + bytes);
      }
      if (bytes == 0) {
        return MemorySegment.NULL;
      }
      MemorySegment mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, bytes, Arena.ofAuto());
      if (verify && checksum(mapped) != part.checksum()) {
        throw new IOException(file + " is damaged");
      }
      return mapped;
    }
  }

  private static long checksum(MemorySegment bytes) {
    CRC32C checksum = new CRC32C();
    for (long at = 0; at < bytes.byteSize(); at += CHECKED_AT_ONCE) {
      long length = Math.min(CHECKED_AT_ONCE, bytes.byteSize() - at);
      checksum.update(bytes.asSlice(at, length).asByteBuffer());
    }
    return checksum.getValue();
  }

  ColumnHeader header() {
    return header;
  }

  boolean isList() {
    return !header.offsets().file().isEmpty();
  }

  /** Reads one value for each of some events. */
  void read(long first, int size, double[] target) {
    header.format().decode(values, first, target, size);
  }

  /** How many values some events have together. */
  int count(long first, int size) {
    return Math.toIntExact(offset(first + size) - offset(first));
  }

  /** Reads the lists of some events; the target has room for their {@link #count}. */
  void readLists(long first, int size, double[] target, int[] starts) {
    long begin = offset(first);
    for (int i = 0; i <= size; i++) {
      starts[i] = (int) (offset(first + i) - begin);
    }
    header.format().decode(values, begin, target, starts[size]);
  }

  private long offset(long row) {
    return offsets.get(LONG, row * Long.BYTES);
  }
}
