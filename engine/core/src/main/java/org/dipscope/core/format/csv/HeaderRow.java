package org.dipscope.core.format.csv;

/** Tells header rows from rows of data. */
final class HeaderRow {

  private HeaderRow() {}

  /** Whether no cell is a number and at least one looks like a name. */
  static boolean isHeader(Row row, NumberCell number) {
    boolean named = false;
    for (int i = 0; i < row.count(); i++) {
      if (row.readNumber(i, number) && !number.missing() && !row.isQuoted(i)) {
        return false;
      }
      named |= isName(row, i, number);
    }
    return named;
  }

  /** Whether at least one cell looks like a name, so that the next row must decide. */
  static boolean mayBeHeader(Row row, NumberCell number) {
    for (int i = 0; i < row.count(); i++) {
      if (isName(row, i, number)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a name in the upper row stands above a number in the lower. */
  static boolean isHeaderAbove(Row upper, Row lower, NumberCell number) {
    for (int i = 0; i < Math.min(upper.count(), lower.count()); i++) {
      if (isName(upper, i, number) && lower.readNumber(i, number) && !number.missing()) {
        return true;
      }
    }
    return false;
  }

  /** Whether the row below a header gives the units of its columns, in brackets. */
  static boolean isUnits(Row row) {
    boolean any = false;
    for (int i = 0; i < row.count(); i++) {
      String text = row.text(i);
      boolean bracketed =
          (text.startsWith("[") && text.endsWith("]"))
              || (text.startsWith("(") && text.endsWith(")"));
      if (!bracketed && !text.isEmpty()) {
        return false;
      }
      any |= bracketed;
    }
    return any;
  }

  /** Whether the upper row is a single title above a header. */
  static boolean isTitleAbove(Row upper, Row lower, NumberCell number) {
    return upper.count() == 1 && lower.count() > 1 && isHeader(lower, number);
  }

  private static boolean isName(Row row, int cell, NumberCell number) {
    if (row.readNumber(cell, number) && !row.isQuoted(cell)) {
      return false;
    }
    String text = row.text(cell);
    if (text.isEmpty() || text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
      return false;
    }
    return (text.chars().anyMatch(Character::isLetter) && !Character.isDigit(text.charAt(0)))
        || row.isQuoted(cell)
        || text.contains("**"); // HEPData headers such as 10**6 * 1/SIG
  }
}
