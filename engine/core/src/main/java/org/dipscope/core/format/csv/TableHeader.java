package org.dipscope.core.format.csv;

import java.util.List;

/**
 * What is known of a text table before its first row.
 *
 * @param name the name given in the file, or the file name without extension
 * @param columns the column names as written, made unique; numbered if there is no header
 * @param named whether the names come from the file
 * @param comments the comment lines above the table, without their marks
 * @param hepData whether it is marked as HEPData exports are
 * @param line the one-based line of the header, or of the first row if there is no header
 */
public record TableHeader(
    String name,
    List<String> columns,
    boolean named,
    List<String> comments,
    boolean hepData,
    int line) {

  /** Copies the lists. */
  public TableHeader {
    columns = List.copyOf(columns);
    comments = List.copyOf(comments);
  }
}
