package org.dipscope.app.inference;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A table of words and numbers: on the screen with few digits, copied and exported with all.
 *
 * @param columns what stands above them
 * @param rows one cell per column, each a {@link Double} or a {@link String}
 */
record Sheet(List<String> columns, List<List<Object>> rows) {
  static final Sheet EMPTY = new Sheet(List.of(), List.of());

  Sheet {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** A cell as it is read. */
  static String shown(Object cell) {
    return cell instanceof Double number ? Digits.of(number) : cell.toString();
  }

  boolean isNumeric(int column) {
    return rows.stream().anyMatch(row -> row.get(column) instanceof Double);
  }

  /** With commas and a line of names; NaN is an empty cell. */
  String csv() {
    return text(",", Sheet::quoted);
  }

  /** With tabs, as spreadsheets take it from the clipboard. */
  String tabbed() {
    return text("\t", cell -> cell.replace('\t', ' '));
  }

  private String text(String separator, UnaryOperator<String> written) {
    StringBuilder text = new StringBuilder();
    text.append(columns.stream().map(written).collect(Collectors.joining(separator))).append('\n');
    for (List<Object> row : rows) {
      text.append(
              row.stream()
                  .map(cell -> cell instanceof Double d ? exact(d) : written.apply(cell.toString()))
                  .collect(Collectors.joining(separator)))
          .append('\n');
    }
    return text.toString();
  }

  private static String exact(double number) {
    return Double.isNaN(number) ? "" : Double.toString(number);
  }

  private static String quoted(String cell) {
    return cell.matches(".*[\",\\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }
}
