package org.dipscope.core.physics.amplitude;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A golden CSV file beside the test class: header, then rows; comment lines are skipped. */
public final class GoldenTable {
  private final List<String> header;
  private final List<Row> rows;

  private GoldenTable(List<List<String>> lines) {
    this.header = lines.getFirst();
    this.rows = lines.subList(1, lines.size()).stream().map(Row::new).toList();
  }

  /** Reads the file from the package of the test. */
  public static GoldenTable read(Class<?> test, String name) {
    try (var reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(test.getResourceAsStream(name), name),
                StandardCharsets.UTF_8))) {
      return new GoldenTable(
          reader
              .lines()
              .filter(line -> !line.startsWith("#") && !line.startsWith("\"#"))
              .map(line -> Arrays.asList(line.split(",", -1)))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All rows. */
  public List<Row> rows() {
    return rows;
  }

  /** One row. */
  public final class Row {
    private final List<String> cells;

    private Row(List<String> cells) {
      this.cells = cells;
    }

    /** The cell of a column. */
    public String text(String column) {
      return cells.get(header.indexOf(column));
    }

    /** The number of a column. */
    public double number(String column) {
      return Double.parseDouble(text(column));
    }

    @Override
    public String toString() {
      return String.join(",", cells);
    }
  }
}
