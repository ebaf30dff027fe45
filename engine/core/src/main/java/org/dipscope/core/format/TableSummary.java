package org.dipscope.core.format;

import java.util.List;

/**
 * One table in a file.
 *
 * @param name full path inside the file, or its title
 * @param rows how many rows it has
 * @param columns its columns in the order of the file
 */
public record TableSummary(String name, long rows, List<ColumnSummary> columns) {

  /** Copies the list. */
  public TableSummary {
    columns = List.copyOf(columns);
  }
}
