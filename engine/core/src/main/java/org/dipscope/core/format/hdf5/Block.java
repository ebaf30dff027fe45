package org.dipscope.core.format.hdf5;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.dipscope.core.problem.ProblemException;

/** Some bytes of an index, read from front to back; numbers are little-endian. */
final class Block {
  /** The address of what is not there. */
  static final long UNDEFINED = -1;

  private final Hdf5Bytes file;
  private final String what;
  private final long address;
  private final byte[] bytes;
  private final int end;
  private int at;

  Block(Hdf5Bytes file, String what, long address, byte[] bytes, int from, int end) {
    this.file = file;
    this.what = what;
    this.address = address;
    this.bytes = bytes;
    this.at = from;
    this.end = end;
  }

  /** The file that the bytes are from. */
  Hdf5Bytes file() {
    return file;
  }

  int remaining() {
    return end - at;
  }

  private int take(long count) {
    if (count < 0 || count > end - at) {
      throw damaged("is too short: " + count + " bytes are needed, " + (end - at) + " are left");
    }
    int from = at;
    at += (int) count;
    return from;
  }

  void skip(long count) {
    take(count);
  }

  /** A part of this block as a block. */
  Block part(int length) {
    int from = take(length);
    return new Block(file, what, address, bytes, from, from + length);
  }

  /** What is left of this block, to be read on its own. */
  Block again() {
    return new Block(file, what, address, bytes, at, end);
  }

  byte[] array(int length) {
    int from = take(length);
    return Arrays.copyOfRange(bytes, from, from + length);
  }

  /** An unsigned number of up to eight bytes, least significant first. */
  long number(int width) {
    int from = take(width);
    long value = 0;
    for (int i = width - 1; i >= 0; i--) {
      value = value << 8 | (bytes[from + i] & 0xFF);
    }
    return value;
  }

  int u8() {
    return (int) number(1);
  }

  int u16() {
    return (int) number(2);
  }

  long u32() {
    return number(4);
  }

  /** A number that an int holds. */
  int count() {
    long value = u32();
    if (value > Integer.MAX_VALUE) {
      throw damaged("holds the impossible number " + value);
    }
    return (int) value;
  }

  /** An address, or {@link #UNDEFINED}. */
  long offset() {
    int width = file.superblock().offsetBytes();
    long value = number(width);
    return width == 4 && value == 0xFFFFFFFFL ? UNDEFINED : value;
  }

  long length() {
    return number(file.superblock().lengthBytes());
  }

  /** A length, or a negative number if there is no limit. */
  long limit() {
    long value = length();
    return file.superblock().lengthBytes() == 4 && value == 0xFFFFFFFFL ? -1 : value;
  }

  /** Text that ends with a zero byte. */
  String text() {
    int zero = at;
    while (zero < end && bytes[zero] != 0) {
      zero++;
    }
    if (zero == end) {
      throw damaged("holds a name without an end");
    }
    String text = new String(bytes, at, zero - at, StandardCharsets.UTF_8);
    at = zero + 1;
    return text;
  }

  /** Text of a known length, up to a zero byte. */
  String text(int length) {
    int from = take(length);
    int zero = from;
    while (zero < from + length && bytes[zero] != 0) {
      zero++;
    }
    return new String(bytes, from, zero - from, StandardCharsets.UTF_8);
  }

  /** Checks four letters that say what the block is. */
  void signature(String expected) {
    String found = new String(array(4), StandardCharsets.ISO_8859_1);
    if (!found.equals(expected)) {
      throw damaged("does not start with " + expected);
    }
  }

  ProblemException damaged(String finding) {
    return file.damaged(what, address, finding);
  }
}
