package org.dipscope.core.format.parquet;

/**
 * Decodes blocks in the Snappy format, <a
 * href="https://github.com/google/snappy/blob/main/format_description.txt">as its authors describe
 * it</a>: the plain length, then literals and copies of what is already decoded.
 */
final class Snappy {
  private final byte[] source;
  private final int until;
  private final byte[] target;
  private int in;
  private int out;

  private Snappy(byte[] source, int from, int until, byte[] target) {
    this.source = source;
    this.in = from;
    this.until = until;
    this.target = target;
  }

  /**
   * Decodes {@code source[from, until)}.
   *
   * @return false if it is not valid or does not fill the target exactly
   */
  static boolean decode(byte[] source, int from, int until, byte[] target) {
    return new Snappy(source, from, until, target).decode();
  }

  private boolean decode() {
    if (!announcesTheLength()) {
      return false;
    }
    while (in < until) {
      int tag = source[in++] & 0xFF;
      if (!((tag & 3) == 0 ? literal(tag >>> 2) : copy(tag))) {
        return false;
      }
    }
    return out == target.length;
  }

  private boolean announcesTheLength() {
    long length = 0;
    for (int shift = 0; shift < 35 && in < until; shift += 7) {
      int next = source[in++] & 0xFF;
      length |= (long) (next & 0x7F) << shift;
      if (next < 0x80) {
        return length == target.length;
      }
    }
    return false;
  }

  private boolean literal(int code) {
    int more = Math.max(0, code - 59);
    if (more > until - in) {
      return false;
    }
    long length = 1L + (more == 0 ? code : littleEndian(more));
    if (length > until - in || length > target.length - out) {
      return false;
    }
    System.arraycopy(source, in, target, out, (int) length);
    in += (int) length;
    out += (int) length;
    return true;
  }

  private boolean copy(int tag) {
    int bytes =
        switch (tag & 3) {
          case 1 -> 1;
          case 2 -> 2;
          default -> 4;
        };
    if (bytes > until - in) {
      return false;
    }
    int length = bytes == 1 ? 4 + (tag >>> 2 & 7) : 1 + (tag >>> 2);
    long distance = littleEndian(bytes) | (bytes == 1 ? (tag >>> 5) << 8 : 0);
    if (distance == 0 || distance > out || length > target.length - out) {
      return false;
    }
    int from = out - (int) distance;
    if (distance >= length) {
      System.arraycopy(target, from, target, out, length);
    } else {
      for (int i = 0; i < length; i++) {
        target[out + i] = target[from + i];
      }
    }
    out += length;
    return true;
  }

  private long littleEndian(int bytes) {
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      value |= (source[in++] & 0xFFL) << (8 * i);
    }
    return value;
  }
}
