package org.dipscope.core.format;

/** What the cells of a table column are. */
public enum ColumnType {
  /** Whole numbers. */
  INTEGER("int64"),
  /** Numbers; a missing cell is NaN. */
  REAL("float64"),
  /** True or false, held as 1 or 0. */
  BOOLEAN("bool"),
  /** Text. */
  TEXT("string");

  private final String label;

  ColumnType(String label) {
    this.label = label;
  }

  /** The name in JSON output. */
  public String label() {
    return label;
  }

  /** Whether expressions and statistics can use the column. */
  public boolean isNumeric() {
    return this != TEXT;
  }
}
