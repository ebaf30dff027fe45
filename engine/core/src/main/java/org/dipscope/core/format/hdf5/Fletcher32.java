package org.dipscope.core.format.hdf5;

/** The checksum behind a chunk (J. G. Fletcher, 1982, over words of 16 bits). */
final class Fletcher32 {
  private static final int WORDS = 360;

  private Fletcher32() {}

  /** Copies all but the checksum, and compares it. */
  static boolean check(byte[] source, int length, byte[] target) {
    if (length != target.length + 4) {
      return false;
    }
    System.arraycopy(source, 0, target, 0, target.length);
    int found = 0;
    for (int i = 3; i >= 0; i--) {
      found = found << 8 | (source[target.length + i] & 0xFF);
    }
    int expected = of(target);
    // Files of version 1.6.2 and earlier have the bytes of each half in the order of the machine.
    return found == expected || Integer.rotateLeft(Integer.reverseBytes(found), 16) == expected;
  }

  static int of(byte[] bytes) {
    long first = 0;
    long second = 0;
    int words = bytes.length / 2;
    for (int at = 0; at < words; ) {
      int until = Math.min(words, at + WORDS);
      for (; at < until; at++) {
        first += (bytes[2 * at] & 0xFF) << 8 | (bytes[2 * at + 1] & 0xFF);
        second += first;
      }
      first = (first & 0xFFFF) + (first >>> 16);
      second = (second & 0xFFFF) + (second >>> 16);
    }
    if (bytes.length % 2 == 1) {
      first += (bytes[bytes.length - 1] & 0xFF) << 8;
      second += first;
      first = (first & 0xFFFF) + (first >>> 16);
      second = (second & 0xFFFF) + (second >>> 16);
    }
    first = (first & 0xFFFF) + (first >>> 16);
    second = (second & 0xFFFF) + (second >>> 16);
    return (int) (second << 16 | first);
  }
}
