package org.dipscope.core.format.root;

import org.jspecify.annotations.Nullable;

/** Turns the stored pages of ntuple columns into plain little-endian values. */
final class PageDecoder {
  private static final int BIT = 0x00;
  private static final int REAL16 = 0x0B;
  private static final int SPLIT_REAL16 = 0x17;
  private static final int TRUNCATED = 0x1C;
  private static final int QUANTISED = 0x1D;

  /** How a column type lies in its pages. */
  private enum Coding {
    PLAIN,
    SPLIT,
    ZIGZAG,
    DELTA
  }

  private final NtupleSchema.Column column;
  private final RootType type;
  private final Coding coding;

  private PageDecoder(NtupleSchema.Column column, RootType type, Coding coding) {
    this.column = column;
    this.type = type;
    this.coding = coding;
  }

  /** The decoder of a column, or null if its type is unknown. */
  static @Nullable PageDecoder of(NtupleSchema.Column column) {
    RootType type =
        switch (column.type()) {
          case BIT -> RootType.BOOL;
          case 0x01, 0x04 -> RootType.UINT8;
          case 0x02, 0x03 -> RootType.INT8;
          case 0x05, 0x11 -> RootType.INT16;
          case 0x06, 0x12 -> RootType.UINT16;
          case 0x07, 0x13 -> RootType.INT32;
          case 0x08, 0x14, 0x0E, 0x1A -> RootType.UINT32;
          case 0x09, 0x15 -> RootType.INT64;
          case 0x0A, 0x16, 0x0F, 0x1B -> RootType.UINT64;
          case REAL16, SPLIT_REAL16, 0x0C, 0x18, TRUNCATED, QUANTISED -> RootType.FLOAT32;
          case 0x0D, 0x19 -> RootType.FLOAT64;
          default -> null;
        };
    Coding coding =
        switch (column.type()) {
          case 0x11, 0x13, 0x15 -> Coding.ZIGZAG;
          case 0x12, 0x14, 0x16, 0x17, 0x18, 0x19 -> Coding.SPLIT;
          case 0x1A, 0x1B -> Coding.DELTA;
          default -> Coding.PLAIN;
        };
    boolean sane =
        switch (column.type()) {
          case BIT -> column.bits() == 1;
          case TRUNCATED -> column.bits() >= 10 && column.bits() <= 31;
          case QUANTISED -> column.bits() >= 1 && column.bits() <= 32;
          case REAL16, SPLIT_REAL16 -> column.bits() == 16;
          default -> type != null && column.bits() == 8 * type.width();
        };
    return type != null && sane ? new PageDecoder(column, type, coding) : null;
  }

  RootType type() {
    return type;
  }

  boolean isIndex() {
    return column.type() == 0x0E
        || column.type() == 0x0F
        || column.type() == 0x1A
        || column.type() == 0x1B;
  }

  /** Bytes of a page of some elements before compression. */
  long storedBytes(long elements) {
    return (elements * column.bits() + 7) / 8;
  }

  /** Plain little-endian values of {@link #type} from the decompressed bytes of a page. */
  byte[] decode(byte[] page, int elements) {
    return switch (column.type()) {
      case BIT -> bits(page, elements);
      case REAL16 -> halves(page, elements);
      case SPLIT_REAL16 -> halves(joined(page, elements, 2), elements);
      case TRUNCATED, QUANTISED -> packed(page, elements);
      default -> integers(page, elements);
    };
  }

  private byte[] integers(byte[] page, int elements) {
    if (coding == Coding.PLAIN) {
      return page;
    }
    int width = type.width();
    byte[] values = joined(page, elements, width);
    if (coding == Coding.ZIGZAG) {
      for (int i = 0; i < elements; i++) {
        long value = get(values, i * width, width);
        put(values, i * width, width, value >>> 1 ^ -(value & 1));
      }
    } else if (coding == Coding.DELTA) {
      long sum = 0;
      for (int i = 0; i < elements; i++) {
        sum += get(values, i * width, width);
        put(values, i * width, width, sum);
      }
    }
    return values;
  }

  /** Undoes the split: all first bytes come first, then all second bytes, and so on. */
  private static byte[] joined(byte[] page, int elements, int width) {
    byte[] values = new byte[page.length];
    for (int part = 0; part < width; part++) {
      int from = part * elements;
      for (int i = 0, to = part; i < elements; i++, to += width) {
        values[to] = page[from + i];
      }
    }
    return values;
  }

  private static byte[] bits(byte[] page, int elements) {
    byte[] values = new byte[elements];
    for (int i = 0; i < elements; i++) {
      values[i] = (byte) (page[i >> 3] >> (i & 7) & 1);
    }
    return values;
  }

  private static byte[] halves(byte[] page, int elements) {
    byte[] values = new byte[4 * elements];
    for (int i = 0; i < elements; i++) {
      float value = Float.float16ToFloat((short) get(page, 2 * i, 2));
      put(values, 4 * i, 4, Float.floatToRawIntBits(value));
    }
    return values;
  }

  private byte[] packed(byte[] page, int elements) {
    int bits = column.bits();
    double step = (column.maximum() - column.minimum()) / ((1L << bits) - 1);
    byte[] values = new byte[4 * elements];
    for (int i = 0; i < elements; i++) {
      long raw = bitField(page, (long) i * bits, bits);
      float value =
          column.type() == TRUNCATED
              ? Float.intBitsToFloat((int) (raw << (32 - bits)))
              : (float) (column.minimum() + raw * step);
      put(values, 4 * i, 4, Float.floatToRawIntBits(value));
    }
    return values;
  }

  private static long bitField(byte[] page, long start, int bits) {
    long value = 0;
    int first = (int) (start >>> 3);
    for (int i = 0; i < 5 && first + i < page.length; i++) {
      value |= (page[first + i] & 0xFFL) << (8 * i);
    }
    return value >>> (start & 7) & (1L << bits) - 1;
  }

  private static long get(byte[] bytes, int at, int width) {
    long value = 0;
    for (int i = width - 1; i >= 0; i--) {
      value = value << 8 | (bytes[at + i] & 0xFF);
    }
    return value;
  }

  private static void put(byte[] bytes, int at, int width, long value) {
    for (int i = 0; i < width; i++) {
      bytes[at + i] = (byte) (value >>> (8 * i));
    }
  }
}
