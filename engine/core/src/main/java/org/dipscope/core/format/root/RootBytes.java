package org.dipscope.core.format.root;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Reads big-endian values one after another from bytes in memory. Reading beyond the end, or a
 * count that the remaining bytes cannot hold, is a {@link
 * org.dipscope.core.problem.ProblemException} that names the place; nothing is allocated before
 * that check.
 */
final class RootBytes {
  private static final VarHandle SHORT = view(short[].class);
  private static final VarHandle INT = view(int[].class);
  private static final VarHandle LONG = view(long[].class);
  private static final VarHandle FLOAT = view(float[].class);
  private static final VarHandle DOUBLE = view(double[].class);

  private final byte[] bytes;
  private final int end;
  private final Place place;
  private int position;

  RootBytes(byte[] bytes, Place place) {
    this(bytes, 0, bytes.length, place);
  }

  RootBytes(byte[] bytes, int start, int end, Place place) {
    this.bytes = bytes;
    this.position = start;
    this.end = end;
    this.place = place;
  }

  private static VarHandle view(Class<?> array) {
    return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.BIG_ENDIAN)
        .withInvokeExactBehavior();
  }

  Place place() {
    return place;
  }

  int position() {
    return position;
  }

  int end() {
    return end;
  }

  int remaining() {
    return end - position;
  }

  void seek(int target) {
    if (target < 0 || target > end) {
      throw place.damaged("points to its byte " + target + ", but has only " + end + " bytes");
    }
    position = target;
  }

  void skip(int count) {
    take(count);
  }

  /** Moves on by {@code count} bytes and says where they began. */
  private int take(long count) {
    if (count < 0 || count > end - position) {
      throw place.damaged(
          "ends after "
              + end
              + " bytes, but "
              + count
              + " more are needed at its byte "
              + position);
    }
    int start = position;
    position += (int) count;
    return start;
  }

  /** A count of things of at least {@code smallest} bytes each, all of which must still follow. */
  int count(int smallest) {
    int at = position;
    int count = i32();
    if (count < 0 || (long) count * smallest > remaining()) {
      throw place.damaged(
          "announces " + count + " items at its byte " + at + ", more than its length can hold");
    }
    return count;
  }

  byte i8() {
    return bytes[take(1)];
  }

  int u8() {
    return bytes[take(1)] & 0xFF;
  }

  short i16() {
    return (short) SHORT.get(bytes, take(2));
  }

  int u16() {
    return (short) SHORT.get(bytes, take(2)) & 0xFFFF;
  }

  int i32() {
    return (int) INT.get(bytes, take(4));
  }

  long u32() {
    return (int) INT.get(bytes, take(4)) & 0xFFFFFFFFL;
  }

  long i64() {
    return (long) LONG.get(bytes, take(8));
  }

  float f32() {
    return (float) FLOAT.get(bytes, take(4));
  }

  double f64() {
    return (double) DOUBLE.get(bytes, take(8));
  }

  byte[] array(int count) {
    int start = take(count);
    byte[] copy = new byte[count];
    System.arraycopy(bytes, start, copy, 0, count);
    return copy;
  }

  /** Integers of a given width; unsigned ones are widened without a sign. */
  long[] integers(int count, int width, boolean unsigned) {
    require(count, width);
    long[] values = new long[count];
    for (int i = 0; i < count; i++) {
      values[i] = integer(width, unsigned);
    }
    return values;
  }

  long integer(int width, boolean unsigned) {
    return switch (width) {
      case 1 -> unsigned ? u8() : i8();
      case 2 -> unsigned ? u16() : i16();
      case 4 -> unsigned ? u32() : i32();
      default -> i64();
    };
  }

  double[] doubles(int count) {
    require(count, 8);
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = f64();
    }
    return values;
  }

  double[] floats(int count) {
    require(count, 4);
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = f32();
    }
    return values;
  }

  void require(int count, int width) {
    if (count < 0 || (long) count * width > remaining()) {
      throw place.damaged(
          "announces "
              + count
              + " values at its byte "
              + position
              + ", but only "
              + remaining()
              + " bytes are left");
    }
  }

  /** A string with its length in front: one byte, or 255 and four bytes. */
  String string() {
    int length = u8();
    if (length == 255) {
      length = i32();
    }
    int start = take(length);
    return new String(bytes, start, length, StandardCharsets.UTF_8);
  }

  /** A string that ends with a zero byte. */
  String terminated() {
    int start = position;
    while (u8() != 0) {
      // the loop condition moves on
    }
    return new String(bytes, start, position - 1 - start, StandardCharsets.UTF_8);
  }
}
