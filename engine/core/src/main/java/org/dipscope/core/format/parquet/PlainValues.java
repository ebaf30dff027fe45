package org.dipscope.core.format.parquet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Values one after the other, as they are in memory. */
final class PlainValues implements ValueReader {
  private final ParquetColumn column;
  private final CellReader cells;
  private final PageBytes in;
  private int bit;

  PlainValues(ParquetColumn column, PageBytes in) {
    this.column = column;
    this.cells = new CellReader(column);
    this.in = in;
  }

  @Override
  public void read(double[] target, int at, int count) {
    switch (column.physical()) {
      case BOOLEAN -> bits(target, at, count);
      case BYTE_ARRAY -> arrays(target, at, count);
      case DOUBLE ->
          ByteBuffer.wrap(in.bytes, in.take(8L * count), 8 * count)
              .order(ByteOrder.LITTLE_ENDIAN)
              .asDoubleBuffer()
              .get(target, at, count);
      case FLOAT -> floats(target, at, count);
      default -> {
        int from = in.take((long) column.bytes() * count);
        for (int i = 0; i < count; i++, from += column.bytes()) {
          target[at + i] = cells.fixed(in.bytes, from);
        }
      }
    }
  }

  private void floats(double[] target, int at, int count) {
    int from = in.take(4L * count);
    byte[] bytes = in.bytes;
    for (int i = 0; i < count; i++) {
      target[at + i] = Float.intBitsToFloat(PageBytes.int32(bytes, from + 4 * i));
    }
  }

  private void bits(double[] target, int at, int count) {
    int start = in.take((bit + (long) count + 7) / 8 - (bit > 0 ? 1 : 0)) - (bit > 0 ? 1 : 0);
    for (int i = 0; i < count; i++) {
      int position = bit + i;
      target[at + i] = in.bytes[start + (position >>> 3)] >>> (position & 7) & 1;
    }
    bit = (bit + count) & 7;
  }

  private void arrays(double[] target, int at, int count) {
    for (int i = 0; i < count; i++) {
      int length = in.int32();
      int from = in.take(length);
      target[at + i] = cells.bytes(in.bytes, from, length);
    }
  }
}
