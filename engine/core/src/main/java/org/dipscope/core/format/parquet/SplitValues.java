package org.dipscope.core.format.parquet;

/** Values of which all first bytes come first, then all second ones (BYTE_STREAM_SPLIT). */
final class SplitValues implements ValueReader {
  private static final int STEP = 1024;

  private final CellReader cells;
  private final byte[] bytes;
  private final int from;
  private final int width;
  private final int total;
  private final Place place;
  private final byte[] joined;
  private int given;

  SplitValues(ParquetColumn column, PageBytes in) {
    this.cells = new CellReader(column);
    this.width = column.bytes();
    this.place = in.place;
    if (width == 0) {
      throw place.damaged("values without a fixed length are split by bytes");
    }
    this.total = in.left() / width;
    this.bytes = in.bytes;
    this.from = in.take(in.left());
    this.joined = new byte[STEP * width];
  }

  @Override
  public void read(double[] target, int at, int count) {
    if (count > total - given) {
      throw place.damaged("a page ends early");
    }
    for (int done = 0; done < count; ) {
      int step = Math.min(STEP, count - done);
      for (int k = 0; k < width; k++) {
        int stream = from + k * total + given;
        for (int i = 0; i < step; i++) {
          joined[i * width + k] = bytes[stream + i];
        }
      }
      for (int i = 0; i < step; i++) {
        target[at + done + i] = cells.fixed(joined, i * width);
      }
      given += step;
      done += step;
    }
  }
}
