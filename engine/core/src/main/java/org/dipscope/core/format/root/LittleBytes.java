package org.dipscope.core.format.root;

import java.nio.charset.StandardCharsets;

/** Reads the little-endian values, frames and locators of ntuple envelopes. */
final class LittleBytes {
  private static final int LARGE_LOCATOR = 1;

  private final RootBytes in;

  LittleBytes(RootBytes in) {
    this.in = in;
  }

  /**
   * A record or list with its length in front.
   *
   * @param end where it ends, whatever it holds
   * @param items number of items of a list; 0 for a record
   */
  record Frame(int end, int items) {}

  /** A byte range of the file. */
  record Locator(long offset, long length) {}

  Place place() {
    return in.place();
  }

  int position() {
    return in.position();
  }

  void seek(int position) {
    in.seek(position);
  }

  int u16() {
    return Short.reverseBytes(in.i16()) & 0xFFFF;
  }

  int i32() {
    return Integer.reverseBytes(in.i32());
  }

  long i64() {
    return Long.reverseBytes(in.i64());
  }

  double f64() {
    return Double.longBitsToDouble(i64());
  }

  /** A length or number that must not be negative. */
  long size() {
    long size = i64();
    if (size < 0) {
      throw in.place().damaged("has an impossible length at its byte " + (in.position() - 8));
    }
    return size;
  }

  String string() {
    int length = i32();
    return new String(in.array(length), StandardCharsets.UTF_8);
  }

  /** A frame that must be a record. */
  Frame record() {
    return frame(false);
  }

  /** A frame that must be a list; its items are counted against its length. */
  Frame list() {
    return frame(true);
  }

  private Frame frame(boolean list) {
    int start = in.position();
    long size = i64();
    long length = Math.abs(size);
    if (list != size < 0 || length > in.end() - (long) start || length < (list ? 12 : 8)) {
      throw in.place().damaged("has an impossible frame at its byte " + start);
    }
    int items = list ? i32() : 0;
    if (items < 0 || items > length) {
      throw in.place().damaged("announces " + items + " items at its byte " + start);
    }
    return new Frame((int) (start + length), items);
  }

  Locator locator() {
    int head = i32();
    if (head >= 0) {
      return new Locator(size(), head);
    }
    int absolute = -head;
    int end = in.position() - 4 + (absolute & 0xFFFF);
    if (absolute >>> 24 != LARGE_LOCATOR) {
      throw in.place()
          .problem(
              "refers to data outside the file",
              "Copy the data into one ROOT file first; other storage is not read.");
    }
    long length = size();
    Locator locator = new Locator(size(), length);
    in.seek(end);
    return locator;
  }
}
