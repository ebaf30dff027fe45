package org.dipscope.core.format.csv;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/** Lines of a text into one reused buffer; ends at LF, CRLF or CR; refuses endless lines. */
final class LineReader {
  /** Room for the widest tables (thousands of columns), small beside the memory. */
  static final int LONGEST_LINE = 1 << 22;

  private final String file;
  private final Reader reader;
  private final char[] block = new char[1 << 16];
  private int position;
  private int limit;
  private char[] line = new char[256];
  private int length;
  private int number;
  private boolean skipLineFeed;

  LineReader(String file, Reader reader) {
    this.file = file;
    this.reader = reader;
  }

  /** Reads the next line; false at the end of the text. */
  boolean next() throws IOException {
    length = 0;
    number++;
    boolean any = false;
    while (position < limit || fill()) {
      if (skipLineFeed && block[position] == '\n') {
        position++;
        skipLineFeed = false;
        continue;
      }
      skipLineFeed = false;
      any = true;
      int from = position;
      while (position < limit && block[position] > '\r') {
        position++;
      }
      append(from, position);
      if (position < limit) {
        char stop = block[position++];
        if (stop == '\n' || stop == '\r') {
          skipLineFeed = stop == '\r';
          return true;
        }
        control(stop);
      }
    }
    return any;
  }

  private void control(char found) {
    if (found == 0) {
      throw problem(
          "line " + number + " holds a zero byte, as in binary files.",
          "Choose the format that belongs to the file, or export it as text.");
    }
    append(position - 1, position);
  }

  private boolean fill() throws IOException {
    position = 0;
    limit = Math.max(0, reader.read(block, 0, block.length));
    return limit > 0;
  }

  private void append(int from, int to) {
    int added = to - from;
    if (length + added > LONGEST_LINE) {
      throw problem(
          "line " + number + " is longer than " + LONGEST_LINE + " characters.",
          "Check that the file is a text table with one row per line.");
    }
    if (length + added > line.length) {
      line = Arrays.copyOf(line, Math.max(length + added, 2 * line.length));
    }
    System.arraycopy(block, from, line, length, added);
    length += added;
  }

  private ProblemException problem(String message, String hint) {
    return new ProblemException(Problem.badInput(file + ", " + message, hint, file, number));
  }

  /** The one-based number of the current line. */
  int number() {
    return number;
  }

  /** The buffer that holds the current line; valid until the next call of {@link #next()}. */
  char[] characters() {
    return line;
  }

  int length() {
    return length;
  }

  /** The current line as text. */
  String text() {
    return new String(line, 0, length);
  }
}
