package org.dipscope.core.format.parquet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.dipscope.core.problem.ProblemException;

/**
 * The plain bytes of a page, or a part of them, taken from the front. Nothing is read beyond their
 * end.
 */
final class PageBytes {
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  final byte[] bytes;
  final int limit;
  final Place place;
  private int at;

  /** The bytes {@code [from, limit)}. */
  PageBytes(byte[] bytes, int from, int limit, Place place) {
    this.bytes = bytes;
    this.at = from;
    this.limit = limit;
    this.place = place;
  }

  int left() {
    return limit - at;
  }

  /**
   * Takes some bytes.
   *
   * @return where they start in the array
   */
  int take(long count) {
    if (count < 0 || count > limit - at) {
      throw damaged("a page ends early");
    }
    int start = at;
    at += (int) count;
    return start;
  }

  /** Takes some bytes as a part of their own. */
  PageBytes part(long count) {
    int start = take(count);
    return new PageBytes(bytes, start, start + (int) count, place);
  }

  int unsignedByte() {
    return bytes[take(1)] & 0xFF;
  }

  int int32() {
    return (int) INTS.get(bytes, take(4));
  }

  /** Four bytes at a place that was taken. */
  static int int32(byte[] bytes, int at) {
    return (int) INTS.get(bytes, at);
  }

  /** Eight bytes at a place that was taken. */
  static long int64(byte[] bytes, int at) {
    return (long) LONGS.get(bytes, at);
  }

  /** A number of at most 64 bits in groups of seven. */
  long varint() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int next = unsignedByte();
      value |= (long) (next & 0x7F) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw damaged("a number in a page has more than 64 bits");
  }

  long zigzag() {
    long value = varint();
    return (value >>> 1) ^ -(value & 1);
  }

  ProblemException damaged(String finding) {
    return place.damaged(finding);
  }
}
