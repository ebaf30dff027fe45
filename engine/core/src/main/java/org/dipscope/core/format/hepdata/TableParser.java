package org.dipscope.core.format.hepdata;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dipscope.core.format.MemoryBudget;
import org.dipscope.core.format.hepdata.HepDataTable.Dependent;
import org.dipscope.core.format.hepdata.HepDataTable.Independent;
import org.dipscope.core.format.tree.Cursor;
import org.dipscope.core.format.tree.StrictNumber;

/** Tables in the shape of the submission: {@code independent_variables, dependent_variables}. */
final class TableParser {

  private TableParser() {}

  static boolean isTable(Cursor document) {
    return document.has("independent_variables") || document.has("dependent_variables");
  }

  static HepDataTable parse(Cursor document, String name, Map<String, String> notes) {
    List<Cursor> independents = document.items("independent_variables");
    List<Cursor> dependents = document.items("dependent_variables");
    if (dependents.isEmpty()) {
      throw document.problem(
          "the table has no dependent_variables.", "Give at least one column of values.");
    }
    int rows =
        (independents.isEmpty() ? dependents : independents).getFirst().items("values").size();
    new MemoryBudget(document.file())
        .take(64L * rows * (independents.size() + (long) dependents.size()));
    List<Independent> where = new ArrayList<>();
    for (Cursor column : independents) {
      where.add(independent(column, cells(column, rows)));
    }
    List<Dependent> values = new ArrayList<>();
    for (Cursor column : dependents) {
      values.add(dependent(column, cells(column, rows)));
    }
    return new HepDataTable(name, notes, where, values);
  }

  private static List<Cursor> cells(Cursor column, int rows) {
    List<Cursor> cells = column.items("values");
    if (cells.size() != rows) {
      throw column.problem(
          "column %s: %d values, expected %d.".formatted(label(column), cells.size(), rows),
          "Every column must have a value for every row; write '-' where there is none.");
    }
    return cells;
  }

  private static String label(Cursor column) {
    return column.find("header").map(header -> header.text("name")).orElse("");
  }

  private static String unit(Cursor column) {
    return HepDataUnit.usual(column.find("header").map(header -> header.text("units")).orElse(""));
  }

  private static Independent independent(Cursor column, List<Cursor> cells) {
    return independent(label(column), unit(column), cells);
  }

  static Independent independent(String label, String unit, List<Cursor> cells) {
    int rows = cells.size();
    double[] points = new double[rows];
    double[] low = new double[rows];
    double[] high = new double[rows];
    List<String> texts = new ArrayList<>();
    boolean anyText = false;
    for (int i = 0; i < rows; i++) {
      Cursor cell = cells.get(i);
      Optional<Cursor> lower = cell.find("low");
      Optional<Cursor> upper = cell.find("high");
      boolean binned = lower.isPresent() && upper.isPresent();
      low[i] = binned ? lower.get().number() : Double.NaN;
      high[i] = binned ? upper.get().number() : Double.NaN;
      if (low[i] > high[i]) {
        throw cell.problem(
            "edges must increase, but this bin of %s goes from %s to %s."
                .formatted(label, low[i], high[i]),
            "Write the lower edge as low.");
      }
      String text = cell.text("value");
      texts.add(text);
      OptionalDouble point = StrictNumber.parse(text);
      points[i] = point.orElse(binned ? 0.5 * (low[i] + high[i]) : Double.NaN);
      anyText |= !binned && point.isEmpty();
    }
    return new Independent(label, unit, anyText ? texts : List.of(), points, low, high);
  }

  private static Dependent dependent(Cursor column, List<Cursor> cells) {
    Map<String, String> qualifiers = new LinkedHashMap<>();
    for (Cursor qualifier : column.items("qualifiers")) {
      String value = (qualifier.text("value") + " " + qualifier.text("units")).strip();
      qualifiers.merge(qualifier.text("name"), value, (one, other) -> one + "; " + other);
    }
    return dependent(label(column), unit(column), cells, qualifiers);
  }

  static Dependent dependent(
      String label, String unit, List<Cursor> cells, Map<String, String> qualifiers) {
    double[] values = new double[cells.size()];
    Arrays.fill(values, Double.NaN);
    ErrorColumns errors = new ErrorColumns(values.length);
    for (int i = 0; i < values.length; i++) {
      Cursor cell = cells.get(i);
      if (cell.isMap()) {
        values[i] = StrictNumber.parse(cell.text("value")).orElse(Double.NaN);
        errors.add(i, values[i], cell.items("errors"));
      }
    }
    return new Dependent(label, unit, values, errors.sources(), qualifiers);
  }
}
