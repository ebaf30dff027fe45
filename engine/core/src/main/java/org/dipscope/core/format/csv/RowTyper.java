package org.dipscope.core.format.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dipscope.core.format.ColumnType;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Turns the cells of a table into numbers and texts. The first cell of a column that is not missing
 * decides whether the column is numeric; a numeric column that later meets text is an error, not a
 * silent NaN.
 */
final class RowTyper {
  /** Digits in groups of three, which some read as thousands and others as decimals. */
  private static final Pattern GROUPED =
      Pattern.compile("[-+]?\\d{1,3}([,.' \u00a0\u202f])\\d{3}(?:\\1\\d{3})*(?:[.,]\\d+)?");

  private final String file;
  private final List<String> columns;
  private final NumberCell number;
  private final @Nullable ColumnType[] types;
  private final boolean[] percent;
  private final double[] numbers;
  private final @Nullable String[] texts;

  RowTyper(String file, List<String> columns, NumberCell number) {
    this.file = file;
    this.columns = columns;
    this.number = number;
    this.types = new ColumnType[columns.size()];
    this.percent = new boolean[columns.size()];
    this.numbers = new double[columns.size()];
    this.texts = new String[columns.size()];
  }

  double[] numbers() {
    return numbers;
  }

  @Nullable String[] texts() {
    return texts;
  }

  /** Which columns hold percentages. */
  boolean[] percent() {
    return percent.clone();
  }

  List<ColumnType> types() {
    List<ColumnType> result = new ArrayList<>(types.length);
    for (ColumnType type : types) {
      result.add(type == null ? ColumnType.REAL : type);
    }
    return result;
  }

  boolean anyNumeric() {
    for (ColumnType type : types) {
      if (type != null && type.isNumeric()) {
        return true;
      }
    }
    return false;
  }

  void read(int line, Row row) {
    row.dropTailBeyond(columns.size());
    if (row.count() != columns.size()) {
      throw new ProblemException(
          Problem.badInput(
              "%s, line %d: %d %s, expected %d."
                  .formatted(
                      file, line, row.count(), row.count() == 1 ? "cell" : "cells", columns.size()),
              "Complete the row, or remove it.",
              file,
              line));
    }
    for (int i = 0; i < types.length; i++) {
      readCell(line, row, i);
    }
  }

  private void readCell(int line, Row row, int column) {
    ColumnType type = types[column];
    texts[column] = null;
    numbers[column] = Double.NaN;
    if (type == ColumnType.TEXT) {
      texts[column] = row.text(column);
    } else if (row.readNumber(column, number)) {
      numbers[column] = number.value();
      if (type == ColumnType.BOOLEAN && !number.missing()) {
        throw notA("true or false", line, column, row);
      }
      if (!number.missing()) {
        checkPercent(line, row, column, type == null);
      }
      if (type == null ? !number.missing() : type == ColumnType.INTEGER && !number.whole()) {
        types[column] = number.whole() ? ColumnType.INTEGER : ColumnType.REAL;
      }
    } else {
      readWord(line, row, column, type);
    }
  }

  private void checkPercent(int line, Row row, int column, boolean first) {
    if (first) {
      percent[column] = number.percent();
    } else if (percent[column] != number.percent()) {
      throw notA(
          percent[column] ? "a percentage, as those above are" : "a number, but a percentage",
          line,
          column,
          row);
    }
  }

  private void readWord(int line, Row row, int column, @Nullable ColumnType type) {
    String text = row.text(column);
    String lower = text.toLowerCase(Locale.ROOT);
    boolean truth = lower.equals("true") || lower.equals("false");
    if (type == null && GROUPED.matcher(text).matches()) {
      throw notA("a number", line, column, row);
    }
    if (type == null) {
      types[column] = truth ? ColumnType.BOOLEAN : ColumnType.TEXT;
    } else if (type == ColumnType.BOOLEAN ? !truth : true) {
      throw notA(type == ColumnType.BOOLEAN ? "true or false" : "a number", line, column, row);
    }
    if (types[column] == ColumnType.TEXT) {
      texts[column] = text;
    } else {
      numbers[column] = lower.equals("true") ? 1 : 0;
    }
  }

  private ProblemException notA(String what, int line, int column, Row row) {
    String cell = row.text(column);
    String shown = cell.length() <= 40 ? cell : cell.substring(0, 40) + "…";
    return new ProblemException(
        Problem.badInput(
            "%s, line %d, column %s: \"%s\" is not %s."
                .formatted(file, line, columns.get(column), shown, what),
            GROUPED.matcher(cell).matches()
                ? "Write numbers without separators between thousands, such as 12345.6."
                : "Correct the cell, or leave it empty if the value is missing.",
            file,
            line));
  }
}
