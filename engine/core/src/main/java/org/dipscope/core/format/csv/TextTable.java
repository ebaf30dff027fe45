package org.dipscope.core.format.csv;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dipscope.core.compute.CancelToken;

/**
 * A text table held in memory.
 *
 * @param header name, comments and place
 * @param columns all of the same length
 * @param lines the one-based line of each row in the file
 */
public record TextTable(TableHeader header, List<TableColumn> columns, List<Integer> lines) {

  /** Copies the list of columns. */
  public TextTable {
    columns = List.copyOf(columns);
  }

  /**
   * Reads all tables of a file.
   *
   * @throws org.dipscope.core.problem.ProblemException as {@link TableScan#scan}, or if the tables
   *     do not fit in memory
   */
  public static List<TextTable> readAll(Path file) {
    TableCollector collector = new TableCollector(String.valueOf(file.getFileName()));
    TableScan.scan(file, collector, new CancelToken());
    return collector.tables();
  }

  /** Reads all tables of a stream; {@code name} stands for it in messages. */
  public static List<TextTable> readAll(String name, InputStream stream) {
    TableCollector collector = new TableCollector(name);
    TableScan.scan(name, stream, collector, new CancelToken());
    return collector.tables();
  }

  /** The name given in the file, or the file name without extension. */
  public String name() {
    return header.name();
  }

  /** How many rows there are. */
  public int rows() {
    return lines.size();
  }

  /** The column of this exact name. */
  public Optional<TableColumn> column(String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }
}
