package org.dipscope.core.format.npy;

import java.nio.ByteOrder;
import java.util.Optional;
import org.dipscope.core.format.ColumnType;

/**
 * The type of one cell.
 *
 * @param kind NumPy's letter: f, i, u, b, c, or S, U, V, M, m
 * @param bytes size of a cell
 * @param order byte order
 */
record NpyType(char kind, int bytes, ByteOrder order) {
  private static final int LARGEST = 1 << 20;

  /** Reads a description such as {@code <f8}; empty if it is none that can be read. */
  static Optional<NpyType> of(String text) {
    if (text.length() < 2) {
      return Optional.empty();
    }
    boolean marked = "<>|=".indexOf(text.charAt(0)) >= 0;
    String rest = marked ? text.substring(1) : text;
    char kind = rest.charAt(0);
    int bytes = size(rest.substring(1).replaceFirst("\\[.*", ""));
    boolean known =
        switch (kind) {
          case 'f' -> bytes == 2 || bytes == 4 || bytes == 8;
          case 'i', 'u' -> bytes == 1 || bytes == 2 || bytes == 4 || bytes == 8;
          case 'b' -> bytes == 1;
          case 'c' -> bytes == 8 || bytes == 16;
          case 'M', 'm' -> bytes == 8;
          case 'S', 'a', 'V' -> bytes >= 0;
          case 'U' -> bytes >= 0 && bytes <= LARGEST / 4;
          default -> false;
        };
    if (!known) {
      return Optional.empty();
    }
    ByteOrder order = text.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    return Optional.of(new NpyType(kind, kind == 'U' ? 4 * bytes : bytes, order));
  }

  private static int size(String digits) {
    if (digits.isEmpty() || digits.length() > 7) {
      return -1;
    }
    int size = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      size = 10 * size + (c - '0');
    }
    return size <= LARGEST ? size : -1;
  }

  /** Real and imaginary part make two columns. */
  boolean isComplex() {
    return kind == 'c';
  }

  /** One half of a complex number. */
  NpyType half() {
    return new NpyType('f', bytes / 2, order);
  }

  ColumnType columnType() {
    return switch (kind) {
      case 'f' -> ColumnType.REAL;
      case 'b' -> ColumnType.BOOLEAN;
      case 'i', 'u', 'M', 'm' -> ColumnType.INTEGER;
      default -> ColumnType.TEXT;
    };
  }
}
