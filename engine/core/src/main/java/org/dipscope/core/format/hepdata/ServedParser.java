package org.dipscope.core.format.hepdata;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dipscope.core.format.hepdata.HepDataTable.Dependent;
import org.dipscope.core.format.hepdata.HepDataTable.Independent;
import org.dipscope.core.format.tree.Cursor;
import org.dipscope.core.format.tree.StrictNumber;

/**
 * Tables as hepdata.net serves them in JSON: {@code headers} and rows of {@code x} and {@code y}.
 */
final class ServedParser {
  private static final int MOST_COLUMNS = 10_000;

  private ServedParser() {}

  static boolean isTable(Cursor document) {
    return document.has("headers") && document.has("values");
  }

  static HepDataTable parse(Cursor document, String name, Map<String, String> notes) {
    List<Cursor> rows = document.items("values");
    List<String> headers = headers(document);
    int where = rows.isEmpty() ? 0 : rows.getFirst().items("x").size();
    int values = headers.size() - where;
    if (values < 1) {
      throw document.problem(
          "%d headers for %d columns of bins leave no column of values."
              .formatted(headers.size(), where),
          "Download the table again.");
    }
    List<List<Cursor>> columns = new ArrayList<>();
    for (int i = 0; i < headers.size(); i++) {
      columns.add(new ArrayList<>());
    }
    for (Cursor row : rows) {
      collect(row, "x", where, columns, 0, headers);
      collect(row, "y", values, columns, where, headers);
    }
    List<Independent> independents = new ArrayList<>();
    List<Dependent> dependents = new ArrayList<>();
    for (int i = 0; i < headers.size(); i++) {
      String header = headers.get(i);
      int open = header.endsWith("]") ? header.lastIndexOf(" [") : -1;
      String label = open < 0 ? header : header.substring(0, open).strip();
      String unit =
          open < 0 ? "" : HepDataUnit.usual(header.substring(open + 2, header.length() - 1));
      if (i < where) {
        independents.add(TableParser.independent(label, unit, columns.get(i)));
      } else {
        dependents.add(TableParser.dependent(label, unit, columns.get(i), Map.of()));
      }
    }
    return new HepDataTable(name, notes, independents, dependents);
  }

  private static void collect(
      Cursor row,
      String key,
      int expected,
      List<List<Cursor>> columns,
      int from,
      List<String> headers) {
    List<Cursor> cells = row.items(key);
    if (cells.size() != expected) {
      throw row.problem(
          "the row has %d cells in %s, but the headers (%s) expect %d."
              .formatted(cells.size(), key, shorten(String.join(", ", headers)), expected),
          "Download the table again.");
    }
    for (int i = 0; i < expected; i++) {
      columns.get(from + i).add(cells.get(i));
    }
  }

  private static String shorten(String text) {
    return text.length() > 120 ? text.substring(0, 120) + "…" : text;
  }

  /** One title per column; a header may span several. */
  private static List<String> headers(Cursor document) {
    List<String> headers = new ArrayList<>();
    for (Cursor header : document.items("headers")) {
      double span = StrictNumber.parse(header.text("colspan")).orElse(1);
      if (!(span >= 1) || headers.size() + span > MOST_COLUMNS) {
        throw header.problem("a header spans " + span + " columns.", "Download the table again.");
      }
      for (int i = 0; i < (int) span; i++) {
        headers.add(header.text("name"));
      }
    }
    return headers;
  }
}
