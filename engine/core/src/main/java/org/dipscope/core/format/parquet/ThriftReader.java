package org.dipscope.core.format.parquet;

import java.nio.charset.StandardCharsets;
import org.dipscope.core.problem.ProblemException;

/**
 * Reads structures in the compact protocol of Apache Thrift, in which footers and page headers are
 * written. Counts are compared with the bytes that are left before anything is allocated.
 */
final class ThriftReader {
  private static final int TRUE = 1;
  private static final int FALSE = 2;
  private static final int BYTE = 3;
  private static final int INT64 = 6;
  private static final int DOUBLE = 7;
  private static final int BINARY = 8;
  private static final int LIST = 9;
  private static final int SET = 10;
  private static final int MAP = 11;
  private static final int STRUCT = 12;
  private static final int DEEPEST = 40;

  private final byte[] bytes;
  private final int limit;
  private final Place place;
  private final long offset;
  private int at;
  private int type;
  private int depth;

  /** Takes one field of a structure. */
  @FunctionalInterface
  interface Field {

    /** Reads the value of a field, or returns false to have it skipped. */
    boolean read(int id);
  }

  /**
   * Reads from {@code bytes[from, limit)}.
   *
   * @param offset where byte 0 lies in the file
   */
  ThriftReader(byte[] bytes, int from, int limit, Place place, long offset) {
    this.bytes = bytes;
    this.at = from;
    this.limit = limit;
    this.place = place;
    this.offset = offset;
  }

  /** How far it has read. */
  int position() {
    return at;
  }

  /** Reads a structure that is not itself a field. */
  void root(Field field) {
    type = STRUCT;
    struct(field);
  }

  /** Reads a structure field by field. */
  void struct(Field field) {
    expect(STRUCT);
    enter();
    int last = 0;
    while (true) {
      int head = next();
      if (head == 0) {
        break;
      }
      int delta = head >>> 4;
      int id = delta == 0 ? Math.toIntExact(zigzag() & 0x7FFF) : last + delta;
      last = id;
      type = head & 15;
      int own = type;
      if (!field.read(id)) {
        type = own;
        skip();
      }
    }
    depth--;
  }

  /** Reads a list; the element is called once for each. */
  void list(Runnable element) {
    expect(LIST);
    enter();
    int head = next();
    int count = head >>> 4 == 15 ? length() : head >>> 4;
    checkCount(count);
    for (int i = 0; i < count; i++) {
      type = head & 15;
      element.run();
    }
    depth--;
  }

  /** A whole number of any width. */
  long integer() {
    if (type == BYTE) {
      return (byte) next();
    }
    if (type < BYTE || type > INT64) {
      throw damaged("a number is of type " + type);
    }
    return zigzag();
  }

  /** A whole number that must fit 32 bits. */
  int smallInteger() {
    long value = integer();
    if (value != (int) value) {
      throw damaged("a number is " + value);
    }
    return (int) value;
  }

  boolean truth() {
    if (type != TRUE && type != FALSE) {
      throw damaged("a truth value is of type " + type);
    }
    return type == TRUE;
  }

  String text() {
    expect(BINARY);
    int length = length();
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return text;
  }

  private void skip() {
    switch (type) {
      case TRUE, FALSE -> {}
      case BYTE, 4, 5, INT64 -> integer();
      case DOUBLE -> advance(8);
      case BINARY -> advance(length());
      case LIST, SET -> {
        type = LIST;
        list(this::skipElement);
      }
      case MAP -> skipMap();
      case STRUCT -> struct(id -> false);
      default -> throw damaged("a field is of type " + type);
    }
  }

  /** In a list, unlike in a structure, a truth value takes a byte. */
  private void skipElement() {
    if (type == TRUE || type == FALSE) {
      advance(1);
    } else {
      skip();
    }
  }

  private void skipMap() {
    enter();
    int count = length();
    checkCount(count);
    int types = count == 0 ? 0 : next();
    for (int i = 0; i < count; i++) {
      type = types >>> 4;
      skipElement();
      type = types & 15;
      skipElement();
    }
    depth--;
  }

  private void enter() {
    depth++;
    if (depth > DEEPEST) {
      throw damaged("structures are nested more than " + DEEPEST + " deep");
    }
  }

  private void expect(int expected) {
    if (type != expected) {
      throw damaged("a field is of type " + type + " and should be of type " + expected);
    }
  }

  private void checkCount(int count) {
    if (count > limit - at) {
      throw damaged(count + " elements are announced and " + (limit - at) + " bytes are left");
    }
  }

  private void advance(int count) {
    if (count > limit - at) {
      throw damaged("it ends early");
    }
    at += count;
  }

  /** A length of at most what is left. */
  private int length() {
    long length = varint();
    if (length < 0 || length > limit - at) {
      throw damaged("a length is " + length + " and " + (limit - at) + " bytes are left");
    }
    return (int) length;
  }

  private int next() {
    if (at >= limit) {
      throw damaged("it ends early");
    }
    return bytes[at++] & 0xFF;
  }

  private long zigzag() {
    long value = varint();
    return (value >>> 1) ^ -(value & 1);
  }

  private long varint() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int next = next();
      value |= (long) (next & 0x7F) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw damaged("a number has more than 64 bits");
  }

  private ProblemException damaged(String finding) {
    return place.damaged(finding, offset + at);
  }
}
