package org.dipscope.core.format.parquet;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** An independent program that writes Parquet files and answers questions about them. */
public final class DuckDb implements AutoCloseable {
  private final Connection connection;
  private final Statement statement;

  /** Opens an empty data base in memory that uses two threads. */
  public DuckDb() throws SQLException {
    connection = DriverManager.getConnection("jdbc:duckdb:");
    statement = connection.createStatement();
    statement.execute("SET threads=2");
  }

  /** Writes the rows of a query. */
  public Path write(String select, Path file, String options) throws SQLException {
    statement.execute("COPY (%s) TO '%s' (FORMAT PARQUET, %s)".formatted(select, file, options));
    return file;
  }

  /** The numbers of a query, row by row; NULL is NaN. */
  public List<double[]> rows(String select) throws SQLException {
    List<double[]> rows = new ArrayList<>();
    try (ResultSet result = statement.executeQuery(select)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        double[] row = new double[columns];
        for (int i = 0; i < columns; i++) {
          row[i] = result.getDouble(i + 1);
          row[i] = result.wasNull() ? Double.NaN : row[i];
        }
        rows.add(row);
      }
    }
    return rows;
  }

  @Override
  public void close() throws SQLException {
    statement.close();
    connection.close();
  }
}
