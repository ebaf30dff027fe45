package org.dipscope.core.format.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The cells of one line as ranges of a character buffer that is reused for the next line. */
final class Row {
  private char[] text = new char[0];
  private int[] starts = new int[16];
  private int[] ends = new int[16];
  private boolean[] quoted = new boolean[16];
  private int count;

  void clear(char[] line) {
    text = line;
    count = 0;
  }

  void add(int start, int end, boolean inQuotes) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
      quoted = Arrays.copyOf(quoted, 2 * count);
    }
    starts[count] = start;
    ends[count] = end;
    quoted[count] = inQuotes;
    count++;
  }

  int count() {
    return count;
  }

  /** Forgets the last cell if it is empty, as a separator at the end of the line leaves it. */
  void dropEmptyTail() {
    if (count > 1 && starts[count - 1] == ends[count - 1] && !quoted[count - 1]) {
      count--;
    }
  }

  /** Forgets one empty cell beyond the expected width. */
  void dropTailBeyond(int width) {
    if (count == width + 1) {
      dropEmptyTail();
    }
  }

  boolean readNumber(int cell, NumberCell number) {
    return number.read(text, starts[cell], ends[cell]);
  }

  boolean isQuoted(int cell) {
    return quoted[cell];
  }

  /** The cell as text, without its quotes. */
  String text(int cell) {
    return new String(text, starts[cell], ends[cell] - starts[cell]);
  }

  List<String> texts() {
    List<String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      texts.add(text(i));
    }
    return texts;
  }

  /** A row that keeps its own characters. */
  Row copy() {
    Row copy = new Row();
    copy.text = text.clone();
    copy.starts = Arrays.copyOf(starts, starts.length);
    copy.ends = Arrays.copyOf(ends, ends.length);
    copy.quoted = Arrays.copyOf(quoted, quoted.length);
    copy.count = count;
    return copy;
  }
}
