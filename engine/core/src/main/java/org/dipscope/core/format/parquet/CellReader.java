package org.dipscope.core.format.parquet;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Turns the bytes of single values into numbers. */
final class CellReader {
  private static final long NANOSECONDS_PER_DAY = 86_400_000_000_000L;

  /** The Julian day on which 1970 began. */
  private static final long JULIAN_1970 = 2_440_588;

  private static final int LARGEST_DECIMAL = 64;

  private final ParquetColumn column;
  private final double perUnit;
  private final boolean decimal;
  private final boolean unsigned;

  CellReader(ParquetColumn column) {
    this.column = column;
    this.decimal = column.meaning() == Meaning.DECIMAL && column.scale() != 0;
    this.perUnit = Math.pow(10, column.scale());
    this.unsigned = column.meaning() == Meaning.UNSIGNED;
  }

  /** A whole number of the column as it is meant; the low 32 bits count in a column of them. */
  double whole(long stored) {
    if (unsigned) {
      long value = column.physical() == Physical.INT32 ? stored & 0xFFFF_FFFFL : stored;
      return value >= 0 ? value : 2.0 * ((value >>> 1) | (value & 1));
    }
    long value = column.physical() == Physical.INT32 ? (int) stored : stored;
    return decimal ? value / perUnit : value;
  }

  /** A value of fixed length. */
  double fixed(byte[] bytes, int at) {
    return switch (column.physical()) {
      case INT32 -> whole(PageBytes.int32(bytes, at));
      case INT64 -> whole(PageBytes.int64(bytes, at));
      case INT96 ->
          (PageBytes.int32(bytes, at + 8) - JULIAN_1970) * NANOSECONDS_PER_DAY
              + PageBytes.int64(bytes, at);
      case FLOAT -> Float.intBitsToFloat(PageBytes.int32(bytes, at));
      case DOUBLE -> Double.longBitsToDouble(PageBytes.int64(bytes, at));
      case FIXED -> bytes(bytes, at, column.bytes());
      case BOOLEAN, BYTE_ARRAY -> Double.NaN;
    };
  }

  /** A whole row of bytes, of whatever physical type. */
  double value(byte[] bytes) {
    int expected = column.bytes();
    if (expected > 0 && bytes.length != expected) {
      return Double.NaN;
    }
    return expected > 0 ? fixed(bytes, 0) : bytes(bytes, 0, bytes.length);
  }

  /** A value that is a row of bytes: a decimal, most significant byte first, or a half float. */
  double bytes(byte[] bytes, int at, int length) {
    if (column.isHalf()) {
      return Float.float16ToFloat((short) ((bytes[at] & 0xFF) | (bytes[at + 1] << 8)));
    }
    if (column.meaning() != Meaning.DECIMAL || length == 0 || length > LARGEST_DECIMAL) {
      return Double.NaN;
    }
    return new BigDecimal(new BigInteger(bytes, at, length), column.scale()).doubleValue();
  }
}
