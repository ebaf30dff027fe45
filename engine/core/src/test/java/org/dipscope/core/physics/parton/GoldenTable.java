package org.dipscope.core.physics.parton;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Rows of a golden table by column name; PROVENANCE.md beside the files says where they are from.
 */
final class GoldenTable {
  private GoldenTable() {}

  static List<Map<String, String>> read(String name) {
    try (InputStream in =
        Objects.requireNonNull(GoldenTable.class.getResourceAsStream(name), name)) {
      List<String> lines =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(l -> !l.startsWith("\"#") && !l.isBlank())
              .toList();
      String[] header = lines.getFirst().split(",", -1);
      List<Map<String, String>> rows = new ArrayList<>();
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split(",", -1);
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < header.length; i++) {
          row.put(header[i], cells[i]);
        }
        rows.add(row);
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Map<String, String> row, String column) {
    return Objects.requireNonNull(row.get(column), column);
  }

  static double number(Map<String, String> row, String column) {
    return Double.parseDouble(text(row, column));
  }
}
