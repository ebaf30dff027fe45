package org.dipscope.app.inference;

import java.util.ArrayList;
import java.util.List;

/**
 * A small table of words and numbers.
 *
 * @param columns their names
 * @param rows with as many texts
 */
record Table(List<String> columns, List<List<String>> rows) {
  static final Table EMPTY = new Table(List.of(), List.of());

  Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** With tabulators between columns, as spreadsheets read it. */
  String text() {
    List<String> lines = new ArrayList<>();
    lines.add(String.join("\t", columns));
    rows.forEach(row -> lines.add(String.join("\t", row).replace('−', '-')));
    return String.join("\n", lines) + "\n";
  }
}
