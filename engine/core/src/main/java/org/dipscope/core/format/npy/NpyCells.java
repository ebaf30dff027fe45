package org.dipscope.core.format.npy;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** The data of an array, in memory or mapped. */
record NpyCells(MemorySegment data) {
  /** Constant layouts, which are fast, unlike those whose byte order is chosen per cell. */
  private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;

  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;
  private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED;

  /**
   * Copies cells of one column as numbers; text becomes NaN.
   *
   * @param first the first row
   * @param size how many rows
   */
  void read(NpyField column, long rowBytes, long first, int size, double[] target) {
    NpyType type = column.type();
    long at = column.offset() + first * rowBytes;
    if (type.kind() == 'f' && type.bytes() == Double.BYTES) {
      boolean swapped = isSwapped(type);
      for (int i = 0; i < size; i++, at += rowBytes) {
        long bits = data.get(LONG, at);
        target[i] = Double.longBitsToDouble(swapped ? Long.reverseBytes(bits) : bits);
      }
    } else if (type.kind() == 'f' && type.bytes() == Float.BYTES) {
      boolean swapped = isSwapped(type);
      for (int i = 0; i < size; i++, at += rowBytes) {
        int bits = data.get(INT, at);
        target[i] = Float.intBitsToFloat(swapped ? Integer.reverseBytes(bits) : bits);
      }
    } else {
      for (int i = 0; i < size; i++, at += rowBytes) {
        target[i] = cell(type, at);
      }
    }
  }

  private static boolean isSwapped(NpyType type) {
    return type.order() != ByteOrder.nativeOrder();
  }

  private double cell(NpyType type, long at) {
    return switch (type.kind()) {
      case 'f' -> Float.float16ToFloat((short) whole(type, at));
      case 'i' -> (double) whole(type, at);
      case 'M', 'm' -> time(whole(type, at));
      case 'u' -> unsigned(type, at);
      case 'b' -> data.get(ValueLayout.JAVA_BYTE, at) == 0 ? 0 : 1;
      default -> Double.NaN;
    };
  }

  /** A point or span of time; NumPy's NaT is missing. */
  private static double time(long ticks) {
    return ticks == Long.MIN_VALUE ? Double.NaN : (double) ticks;
  }

  private double unsigned(NpyType type, long at) {
    long value = whole(type, at);
    return switch (type.bytes()) {
      case 1 -> value & 0xFF;
      case 2 -> value & 0xFFFF;
      case 4 -> value & 0xFFFFFFFFL;
      default -> value >= 0 ? value : 2.0 * ((value >>> 1) | (value & 1));
    };
  }

  private long whole(NpyType type, long at) {
    boolean swapped = isSwapped(type);
    return switch (type.bytes()) {
      case 1 -> data.get(ValueLayout.JAVA_BYTE, at);
      case 2 -> {
        short bits = data.get(SHORT, at);
        yield swapped ? Short.reverseBytes(bits) : bits;
      }
      case 4 -> {
        int bits = data.get(INT, at);
        yield swapped ? Integer.reverseBytes(bits) : bits;
      }
      default -> {
        long bits = data.get(LONG, at);
        yield swapped ? Long.reverseBytes(bits) : bits;
      }
    };
  }
}
