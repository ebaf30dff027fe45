package org.dipscope.core.format.npy;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** The data of an array, in memory or mapped. */
record NpyCells(MemorySegment data) {

  /**
   * Copies cells of one column as numbers; text becomes NaN.
   *
   * @param first the first row
   * @param size how many rows
   */
  void read(NpyField column, long rowBytes, long first, int size, double[] target) {
    NpyType type = column.type();
    long at = column.offset() + first * rowBytes;
    for (int i = 0; i < size; i++, at += rowBytes) {
      target[i] = cell(type, at);
    }
  }

  private double cell(NpyType type, long at) {
    return switch (type.kind()) {
      case 'f' -> real(type, at);
      case 'i', 'M', 'm' -> (double) whole(type, at);
      case 'u' -> unsigned(type, at);
      case 'b' -> data.get(ValueLayout.JAVA_BYTE, at) == 0 ? 0 : 1;
      default -> Double.NaN;
    };
  }

  private double real(NpyType type, long at) {
    return switch (type.bytes()) {
      case 2 -> Float.float16ToFloat((short) whole(type, at));
      case 4 -> data.get(ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(type.order()), at);
      default -> data.get(ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(type.order()), at);
    };
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
    return switch (type.bytes()) {
      case 1 -> data.get(ValueLayout.JAVA_BYTE, at);
      case 2 -> data.get(ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(type.order()), at);
      case 4 -> data.get(ValueLayout.JAVA_INT_UNALIGNED.withOrder(type.order()), at);
      default -> data.get(ValueLayout.JAVA_LONG_UNALIGNED.withOrder(type.order()), at);
    };
  }
}
