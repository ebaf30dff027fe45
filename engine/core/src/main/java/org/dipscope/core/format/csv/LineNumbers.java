package org.dipscope.core.format.csv;

import java.util.AbstractList;
import java.util.RandomAccess;

/** Line numbers of many rows without an object for each. */
final class LineNumbers extends AbstractList<Integer> implements RandomAccess {
  private final int[] lines;

  LineNumbers(int[] lines) {
    this.lines = lines;
  }

  @Override
  public Integer get(int row) {
    return lines[row];
  }

  @Override
  public int size() {
    return lines.length;
  }
}
