package org.dipscope.core.format.root;

import java.util.Arrays;

/** A growing row of positions that starts with 0. */
final class Offsets {
  private int[] values = new int[1 << 10];
  private int size = 1;

  void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
  }

  int last() {
    return values[size - 1];
  }

  int[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
