package org.dipscope.core.format.root;

/**
 * A column of a tree or ntuple.
 *
 * @param name the name to read it by
 * @param type what each value is in the file
 * @param shape how many values an entry has
 * @param length values per entry of {@link ColumnShape#FIXED} columns; values per item of jagged
 *     columns whose items are arrays; 1 otherwise
 * @param unit the unit if the title ends with one in square brackets, else empty
 * @param title what the writer wrote beside the name
 */
public record RootColumn(
    String name, RootType type, ColumnShape shape, int length, String unit, String title) {

  /** Whether entries have different numbers of values. */
  public boolean isJagged() {
    return shape == ColumnShape.JAGGED;
  }
}
