package org.dipscope.core.format.root;

/** How many values an entry of a column has. */
public enum ColumnShape {
  /** One value. */
  SCALAR,
  /** The same number of values in every entry. */
  FIXED,
  /** A number of values that differs from entry to entry. */
  JAGGED
}
