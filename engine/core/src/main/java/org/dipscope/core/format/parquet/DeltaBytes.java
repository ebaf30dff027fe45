package org.dipscope.core.format.parquet;

import java.util.Arrays;

/**
 * Rows of bytes whose lengths come first (DELTA_LENGTH_BYTE_ARRAY), or that share their beginning
 * with the one before (DELTA_BYTE_ARRAY); decimals and half floats come that way.
 */
final class DeltaBytes implements ValueReader {
  private static final int MOST_VALUES = 1 << 24;

  private final CellReader cells;
  private final PageBytes in;
  private final int[] prefixes;
  private final int[] lengths;
  private byte[] last = {};
  private int given;

  DeltaBytes(ParquetColumn column, PageBytes in, boolean shared, int values) {
    if (values > MOST_VALUES) {
      throw in.damaged("a page of " + values + " rows of bytes");
    }
    this.cells = new CellReader(column);
    this.in = in;
    this.prefixes = shared ? new DeltaReader(in).lengths(values) : new int[values];
    this.lengths = new DeltaReader(in).lengths(values);
  }

  @Override
  public void read(double[] target, int at, int count) {
    if (count > Math.min(lengths.length, prefixes.length) - given) {
      throw in.damaged("a page ends early");
    }
    for (int i = 0; i < count; i++, given++) {
      int prefix = prefixes[given];
      if (prefix > last.length) {
        throw in.damaged("a value shares " + prefix + " of " + last.length + " bytes");
      }
      int start = in.take(lengths[given]);
      byte[] value = Arrays.copyOf(last, prefix + lengths[given]);
      System.arraycopy(in.bytes, start, value, prefix, lengths[given]);
      target[at + i] = cells.value(value);
      last = value;
    }
  }
}
