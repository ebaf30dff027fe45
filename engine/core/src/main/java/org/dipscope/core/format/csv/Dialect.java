package org.dipscope.core.format.csv;

import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * How a text table separates its cells and writes its numbers.
 *
 * @param separator what stands between cells
 * @param decimalComma whether 1,5 means one and a half
 */
record Dialect(Separator separator, boolean decimalComma) {
  private static final int MOST_CELLS = 200_000;

  /** What stands between two cells. */
  enum Separator {
    TAB('\t'),
    SEMICOLON(';'),
    COMMA(','),
    /** Rows may also start and end with it. */
    PIPE('|'),
    /** Two blanks or more; single blanks belong to the cell. */
    WIDE_BLANKS(' '),
    /** Any run of blanks and tabs. */
    BLANKS(' ');

    private final char mark;

    Separator(char mark) {
      this.mark = mark;
    }
  }

  /** Splits characters 0 until length of the line into cells; unescapes quoted cells in place. */
  void split(String file, int lineNumber, char[] line, int length, Row row) {
    row.clear(line);
    boolean blanks = separator == Separator.BLANKS || separator == Separator.WIDE_BLANKS;
    int at = skipBlanks(line, 0, length);
    int end = length;
    while (blanks && end > at && isBlank(line[end - 1])) {
      end--;
    }
    if (separator == Separator.PIPE && at < end && line[at] == '|') {
      at++;
      end = withoutLastPipe(line, at, end);
    }
    while (true) {
      at = skipBlanks(line, at, end);
      boolean quotes = at < end && line[at] == '"';
      int stop = quotes ? quoted(file, lineNumber, line, at, end, row) : plain(line, at, end, row);
      if (row.count() > MOST_CELLS) {
        throw problem(file, lineNumber, "has more than " + MOST_CELLS + " cells.");
      }
      if (stop >= end) {
        return;
      }
      at = stop + 1;
    }
  }

  private static int withoutLastPipe(char[] line, int from, int end) {
    int last = end;
    while (last > from && isBlank(line[last - 1])) {
      last--;
    }
    return last > from && line[last - 1] == '|' ? last - 1 : end;
  }

  /** Adds the cell that starts here; returns where its separator stands, or the end. */
  private int plain(char[] line, int from, int end, Row row) {
    int stop = from;
    while (stop < end && !separates(line, stop, end)) {
      stop++;
    }
    int last = stop;
    while (last > from && isBlank(line[last - 1])) {
      last--;
    }
    row.add(from, last, false);
    return stop;
  }

  private int quoted(String file, int lineNumber, char[] line, int from, int end, Row row) {
    int write = from;
    int read = from + 1;
    while (true) {
      if (read >= end) {
        throw problem(
            file,
            lineNumber,
            "opens a quote in cell " + (row.count() + 1) + " and never closes it.");
      }
      if (line[read] != '"') {
        line[write++] = line[read++];
      } else if (read + 1 < end && line[read + 1] == '"') {
        line[write++] = '"';
        read += 2;
      } else {
        break;
      }
    }
    row.add(from, write, true);
    int stop = read + 1;
    while (stop < end && !separates(line, stop, end)) {
      if (!isBlank(line[stop])) {
        throw problem(
            file, lineNumber, "has text after the closing quote of cell " + row.count() + ".");
      }
      stop++;
    }
    return stop;
  }

  private boolean separates(char[] line, int at, int end) {
    return switch (separator) {
      case TAB, SEMICOLON, COMMA, PIPE -> line[at] == separator.mark;
      case BLANKS -> isBlank(line[at]);
      case WIDE_BLANKS ->
          line[at] == '\t' || (line[at] == ' ' && at + 1 < end && isBlank(line[at + 1]));
    };
  }

  private int skipBlanks(char[] line, int from, int end) {
    int at = from;
    while (at < end && (line[at] == ' ' || (line[at] == '\t' && separator != Separator.TAB))) {
      at++;
    }
    return at;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private static ProblemException problem(String file, int line, String what) {
    return new ProblemException(
        Problem.badInput(
            file + ", line " + line + " " + what,
            "Check the quotes and separators of this line.",
            file,
            line));
  }
}
