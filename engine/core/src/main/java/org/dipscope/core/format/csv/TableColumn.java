package org.dipscope.core.format.csv;

import java.util.List;
import org.dipscope.core.format.ColumnType;
import org.dipscope.core.histogram.Values;

/**
 * One column of a text table.
 *
 * @param name as written in the file
 * @param unit the unit found in the name, or empty
 * @param type what the cells are
 * @param numbers one per row for numeric columns, NaN where missing; empty for text
 * @param texts one per row for text columns; empty for numbers
 */
public record TableColumn(
    String name, String unit, ColumnType type, Values numbers, List<String> texts) {

  /** Copies the list. */
  public TableColumn {
    texts = List.copyOf(texts);
  }
}
