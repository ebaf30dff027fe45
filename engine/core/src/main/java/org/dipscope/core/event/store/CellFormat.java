package org.dipscope.core.event.store;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How the numbers of a stored column lie on disk, least significant byte first; all are exact. */
enum CellFormat {
  U8(1),
  I16(2),
  I32(4),
  F32(4),
  F64(8);

  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfDouble DOUBLE =
      ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final int bytes;

  CellFormat(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes per number. */
  int bytes() {
    return bytes;
  }

  /** The narrowest format that holds all of some numbers exactly. */
  static CellFormat of(CellSummary cells) {
    double low = cells.minimum();
    double high = cells.maximum();
    if (cells.values() == 0) {
      return cells.notNumbers() == 0 ? U8 : F32;
    }
    if (cells.areIntegers() && cells.notNumbers() == 0) {
      if (low >= 0 && high <= 255) {
        return U8;
      }
      if (low >= Short.MIN_VALUE && high <= Short.MAX_VALUE) {
        return I16;
      }
      if (low >= Integer.MIN_VALUE && high <= Integer.MAX_VALUE) {
        return I32;
      }
    }
    return cells.areFloats() ? F32 : F64;
  }

  /** Appends numbers to a buffer with room for them. */
  void encode(double[] cells, int from, int count, ByteBuffer target) {
    int until = from + count;
    switch (this) {
      case U8 -> {
        for (int i = from; i < until; i++) {
          target.put((byte) (int) cells[i]);
        }
      }
      case I16 -> {
        for (int i = from; i < until; i++) {
          target.putShort((short) cells[i]);
        }
      }
      case I32 -> {
        for (int i = from; i < until; i++) {
          target.putInt((int) cells[i]);
        }
      }
      case F32 -> {
        for (int i = from; i < until; i++) {
          target.putFloat((float) cells[i]);
        }
      }
      case F64 -> {
        target.asDoubleBuffer().put(cells, from, count);
        target.position(target.position() + 8 * count);
      }
    }
  }

  /** Reads {@code count} numbers from number {@code first} on. */
  void decode(MemorySegment source, long first, double[] target, int count) {
    long at = first * bytes;
    switch (this) {
      case U8 -> {
        for (int i = 0; i < count; i++) {
          target[i] = source.get(ValueLayout.JAVA_BYTE, at + i) & 0xFF;
        }
      }
      case I16 -> {
        for (int i = 0; i < count; i++) {
          target[i] = source.get(SHORT, at + 2L * i);
        }
      }
      case I32 -> {
        for (int i = 0; i < count; i++) {
          target[i] = source.get(INT, at + 4L * i);
        }
      }
      case F32 -> {
        for (int i = 0; i < count; i++) {
          target[i] = source.get(FLOAT, at + 4L * i);
        }
      }
      case F64 -> MemorySegment.copy(source, DOUBLE, at, target, 0, count);
    }
  }
}
