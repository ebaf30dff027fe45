package org.dipscope.core.format.yoda;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.dipscope.core.format.tree.StrictNumber;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * One object between BEGIN and END, taken apart into lines but not yet understood.
 *
 * @param file name of the file
 * @param line where BEGIN stands
 * @param type the word after {@code YODA_}, without version, in capitals
 * @param version 1, 2 or 3
 * @param path the path of the object
 * @param annotations keys and values of the head, and of the statements before the rows
 * @param columns names of the columns from the last comment before the rows; may be empty
 * @param rows the rows
 */
record YodaObject(
    String file,
    int line,
    String type,
    int version,
    String path,
    Map<String, String> annotations,
    List<String> columns,
    List<Row> rows) {

  /** One row of blank-separated cells. */
  record Row(int line, List<String> cells) {
    boolean isFlow() {
      return switch (cells.getFirst()) {
        case "Total", "Underflow", "Overflow" -> true;
        default -> false;
      };
    }
  }

  /** Rows that are bins or points. */
  List<Row> bins() {
    return rows.stream().filter(row -> !row.isFlow()).toList();
  }

  /** The row of this name, if there is one. */
  List<Row> flow(String name) {
    return rows.stream().filter(row -> row.cells().getFirst().equals(name)).toList();
  }

  /** The position of the first column of one of these names, or a default. */
  int column(int otherwise, String... names) {
    for (String name : names) {
      int at = columns.indexOf(name.toLowerCase(Locale.ROOT));
      if (at >= 0) {
        return at;
      }
    }
    return otherwise;
  }

  /** The numbers of a column of some rows. */
  double[] numbers(List<Row> from, int column) {
    return from.stream().mapToDouble(row -> number(row, column)).toArray();
  }

  /** A cell as a number; NaN where it says nan or has only dashes. */
  double number(Row row, int column) {
    if (column >= row.cells().size()) {
      throw problem(
          row.line(),
          "this row has %d cells, at least %d expected.".formatted(row.cells().size(), column + 1),
          "The file may be cut off or edited; get it again.");
    }
    String cell = row.cells().get(column);
    if (StrictNumber.isNaN(cell) || cell.equals("---")) {
      return Double.NaN;
    }
    OptionalDouble number = StrictNumber.parse(cell);
    if (number.isEmpty()) {
      throw problem(row.line(), "\"" + shorten(cell) + "\" is no number.", "Correct the cell.");
    }
    return number.getAsDouble();
  }

  /**
   * The items of an annotation such as {@code [1.0, 2.0]} or {@code ["stat", "sys,lumi"]}, without
   * their quotes.
   */
  List<String> list(String key) {
    String text = annotations.getOrDefault(key, "[]").strip();
    if (!text.startsWith("[") || !text.endsWith("]")) {
      throw problem(line, key + " is no list between [ and ].", "Get the file again.");
    }
    List<String> items = new ArrayList<>();
    StringBuilder item = new StringBuilder();
    char quote = 0;
    boolean quoted = false;
    for (int i = 1; i < text.length() - 1; i++) {
      char c = text.charAt(i);
      if (quote != 0 && c == '\\' && i + 1 < text.length() - 1) {
        item.append(text.charAt(++i));
      } else if (c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
        quoted = true;
      } else if (quote == 0 && c == ',') {
        items.add(quoted ? item.toString() : item.toString().strip());
        item.setLength(0);
        quoted = false;
      } else if (quote != 0 || (!quoted && !(c == ' ' && item.isEmpty()))) {
        item.append(c);
      }
    }
    if (quoted || !item.isEmpty()) {
      items.add(quoted ? item.toString() : item.toString().strip());
    }
    return items;
  }

  /** A problem in this object; {@code what} ends the sentence. */
  ProblemException problem(int where, String what, String hint) {
    return new ProblemException(
        Problem.badInput(
            "%s, line %d, object %s: %s".formatted(file, where, path, what), hint, file, where));
  }

  static String shorten(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }
}
