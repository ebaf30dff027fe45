package org.dipscope.core.format.root;

import java.util.List;
import java.util.stream.Collectors;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/** Checks what is asked of a table. */
final class EntryRange {
  private static final int NAMED = 8;

  private EntryRange() {}

  static void check(String file, String table, long entries, long first, int count) {
    if (first < 0 || count < 0 || first > entries - count) {
      throw new ProblemException(
          Problem.usage(
              file
                  + ": entries "
                  + first
                  + " to "
                  + (first + count)
                  + " of \""
                  + table
                  + "\" do not exist; it has "
                  + entries
                  + ".",
              "Ask for entries from 0 to the number of entries."));
    }
  }

  static ProblemException noColumn(
      String file, String table, String column, List<RootColumn> columns) {
    return new ProblemException(
        Problem.usage(
            file + ": \"" + table + "\" has no column \"" + column + "\".",
            columns.isEmpty()
                ? "It has no column that can be read."
                : "Choose one of its columns, such as "
                    + columns.stream()
                        .limit(NAMED)
                        .map(RootColumn::name)
                        .collect(Collectors.joining(", "))
                    + "."));
  }
}
