package org.dipscope.core.format.csv;

import java.util.List;
import org.dipscope.core.format.ColumnType;
import org.jspecify.annotations.Nullable;

/** Receives the tables of a text file row by row, so that files of any length can be read. */
public interface TableSink {

  /** Which columns hold percentages; told before {@link #end}. */
  default void percentages(boolean[] percent) {}

  /** A table begins. */
  void begin(TableHeader header);

  /**
   * One row. The arrays are reused for the next row.
   *
   * @param line one-based line in the file
   * @param numbers one entry per column: NaN where a number is missing or the cell is text
   * @param texts one entry per column: the cell where the column is text, else null
   */
  void row(int line, double[] numbers, @Nullable String[] texts);

  /** Whether to go on reading after this row; if not, the table ends here. */
  default boolean wantsMore() {
    return true;
  }

  /**
   * The table ends.
   *
   * @param types what the columns turned out to be
   */
  void end(List<ColumnType> types);
}
