package org.dipscope.core.format.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dipscope.core.problem.ProblemException;

/**
 * Finds the dialect of a text table from its first lines: the separator that gives most lines the
 * same number of cells, and most of these cells numbers.
 */
final class DialectFinder {
  private static final int LINES = 100;
  private static final double WIDE_BLANKS_TRUST = 0.9;
  private static final double BLANKS_TRUST = 0.85;

  private final String file;
  private final List<char[]> lines = new ArrayList<>();

  private DialectFinder(String file) {
    this.file = file;
  }

  static Dialect find(TextInput input) throws IOException {
    DialectFinder finder = new DialectFinder(input.file());
    LineReader reader = new LineReader(input.file(), input.sample());
    while (finder.lines.size() < LINES && reader.next()) {
      String text = reader.text();
      if (LineKind.of(text) == LineKind.CELLS) {
        finder.lines.add(text.toCharArray());
      }
    }
    if (finder.lines.size() > 1 && finder.lines.size() < LINES && !input.sampleIsAll()) {
      finder.lines.removeLast(); // the sample may end within it
    }
    return finder.best();
  }

  private Dialect best() {
    Dialect best = new Dialect(Dialect.Separator.COMMA, false);
    double bestScore = 0;
    for (Dialect.Separator separator : Dialect.Separator.values()) {
      for (boolean decimalComma : new boolean[] {false, true}) {
        if (separator != Dialect.Separator.COMMA || !decimalComma) {
          Dialect dialect = new Dialect(separator, decimalComma);
          double score = score(dialect);
          if (score > bestScore) {
            bestScore = score;
            best = dialect;
          }
        }
      }
    }
    return best;
  }

  private double score(Dialect dialect) {
    Map<Integer, int[]> linesAndNumbersByWidth = new HashMap<>();
    Row row = new Row();
    NumberCell number = new NumberCell(dialect.decimalComma());
    for (char[] line : lines) {
      char[] copy = line.clone();
      try {
        dialect.split(file, 0, copy, copy.length, row);
      } catch (ProblemException e) {
        continue; // this separator does not suit the quotes of this line
      }
      row.dropEmptyTail();
      int[] tally = linesAndNumbersByWidth.computeIfAbsent(row.count(), width -> new int[] {0, 0});
      tally[0]++;
      for (int i = 0; i < row.count(); i++) {
        tally[1] += row.readNumber(i, number) ? 1 : 0;
      }
    }
    double best = 0;
    for (Map.Entry<Integer, int[]> entry : linesAndNumbersByWidth.entrySet()) {
      int width = entry.getKey();
      int count = entry.getValue()[0];
      if (width > 1) {
        double share = (double) count / lines.size();
        double numeric = (double) entry.getValue()[1] / ((double) count * width);
        best = Math.max(best, share * (0.3 + 0.7 * numeric));
      }
    }
    return best * trust(dialect.separator());
  }

  private static double trust(Dialect.Separator separator) {
    return switch (separator) {
      case TAB, SEMICOLON, COMMA, PIPE -> 1;
      case WIDE_BLANKS -> WIDE_BLANKS_TRUST;
      case BLANKS -> BLANKS_TRUST;
    };
  }
}
