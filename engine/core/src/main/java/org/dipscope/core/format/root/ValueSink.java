package org.dipscope.core.format.root;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Collects decoded values. It grows with the bytes that really arrive, so a wrong count in a file
 * costs no memory.
 */
final class ValueSink {
  private static final int FIRST = 1 << 12;

  private final RootType type;
  private final @Nullable PackedReal packed;
  private final ValueLayout.OfLong longLayout;
  private final ValueLayout.OfInt intLayout;
  private final ValueLayout.OfShort shortLayout;
  private final ValueLayout.OfDouble doubleLayout;
  private final ValueLayout.OfFloat floatLayout;
  private final int expected;
  private double[] doubles = {};
  private float[] floats = {};
  private long[] longs = {};
  private int size;

  /**
   * @param type what the bytes are
   * @param packed how packed reals lie
   * @param order byte order of the values
   * @param expected how many values are believed to come, at most
   */
  ValueSink(RootType type, @Nullable PackedReal packed, ByteOrder order, long expected) {
    this.type = type;
    this.packed = packed;
    this.expected = (int) Math.min(expected, Integer.MAX_VALUE - 16);
    this.longLayout = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(order);
    this.intLayout = ValueLayout.JAVA_INT_UNALIGNED.withOrder(order);
    this.shortLayout = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(order);
    this.doubleLayout = ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(order);
    this.floatLayout = ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(order);
  }

  int size() {
    return size;
  }

  /** Bytes of one value in the file. */
  int width() {
    return packed == null ? type.width() : packed.width();
  }

  /** Decodes {@code count} values from {@code at}; the caller has checked that they are there. */
  void append(byte[] bytes, int at, int count, Place place) {
    grow(count, place);
    switch (type) {
      case FLOAT64 ->
          MemorySegment.copy(MemorySegment.ofArray(bytes), doubleLayout, at, doubles, size, count);
      case FLOAT32 ->
          MemorySegment.copy(MemorySegment.ofArray(bytes), floatLayout, at, floats, size, count);
      case INT64, UINT64 ->
          MemorySegment.copy(MemorySegment.ofArray(bytes), longLayout, at, longs, size, count);
      case PACKED -> packed(bytes, at, count, place);
      default -> small(bytes, at, count);
    }
    size += count;
  }

  private void packed(byte[] bytes, int at, int count, Place place) {
    PackedReal form = java.util.Objects.requireNonNull(packed);
    RootBytes in = new RootBytes(bytes, at, bytes.length, place);
    for (int i = 0; i < count; i++) {
      doubles[size + i] = form.read(in);
    }
  }

  private void small(byte[] bytes, int at, int count) {
    MemorySegment in = MemorySegment.ofArray(bytes);
    long[] out = longs;
    int to = size;
    switch (type) {
      case INT32 -> {
        for (int i = 0; i < count; i++) {
          out[to + i] = in.get(intLayout, at + 4L * i);
        }
      }
      case UINT32 -> {
        for (int i = 0; i < count; i++) {
          out[to + i] = in.get(intLayout, at + 4L * i) & 0xFFFFFFFFL;
        }
      }
      case INT16, UINT16 -> {
        int mask = type == RootType.INT16 ? -1 : 0xFFFF;
        for (int i = 0; i < count; i++) {
          out[to + i] = in.get(shortLayout, at + 2L * i) & mask;
        }
      }
      default -> {
        int mask = type == RootType.INT8 ? -1 : 0xFF;
        for (int i = 0; i < count; i++) {
          out[to + i] = bytes[at + i] & mask;
        }
        if (type == RootType.BOOL) {
          for (int i = to; i < to + count; i++) {
            out[i] = out[i] == 0 ? 0 : 1;
          }
        }
      }
    }
  }

  private void grow(int more, Place place) {
    long needed = (long) size + more;
    if (needed > Integer.MAX_VALUE - 16) {
      throw place.problem(
          "holds more values than fit into one array", "Read fewer entries at a time.");
    }
    int length = length();
    if (needed > length) {
      long doubled = Math.max(needed, Math.max(FIRST, 2L * length));
      long wanted = doubled > expected && needed <= expected ? expected : doubled;
      resize((int) Math.min(wanted, Integer.MAX_VALUE - 16));
    }
  }

  private int length() {
    return type.isInteger()
        ? longs.length
        : type == RootType.FLOAT32 ? floats.length : doubles.length;
  }

  private void resize(int length) {
    if (type.isInteger()) {
      longs = Arrays.copyOf(longs, length);
    } else if (type == RootType.FLOAT32) {
      floats = Arrays.copyOf(floats, length);
    } else {
      doubles = Arrays.copyOf(doubles, length);
    }
  }

  /** All values. */
  RootValues values(int @Nullable [] offsets, int entries) {
    if (length() != size) {
      resize(size);
    }
    if (type.isInteger()) {
      return new RootValues.Longs(longs, offsets, entries, type == RootType.UINT64);
    }
    return type == RootType.FLOAT32
        ? new RootValues.Floats(floats, offsets, entries)
        : new RootValues.Doubles(doubles, offsets, entries);
  }
}
