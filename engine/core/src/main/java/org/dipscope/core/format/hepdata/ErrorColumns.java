package org.dipscope.core.format.hepdata;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dipscope.core.format.ErrorSource;
import org.dipscope.core.format.tree.Cursor;
import org.dipscope.core.format.tree.StrictNumber;
import org.dipscope.core.histogram.Values;

/**
 * Collects the errors of a column by label. Several errors of one label in a row are sources of
 * their own; percentages are of the size of the value; hidden zero errors mean that none is given.
 */
final class ErrorColumns {
  private final int rows;
  private final List<Source> sources = new ArrayList<>();
  private final Map<String, List<Source>> byLabel = new HashMap<>();

  private record Source(String label, double[] down, double[] up) {}

  ErrorColumns(int rows) {
    this.rows = rows;
  }

  /** Adds the errors of one row. */
  void add(int row, double value, List<Cursor> errors) {
    Map<String, Integer> seen = new HashMap<>();
    for (Cursor error : errors) {
      String label = error.text("label");
      Optional<Cursor> symmetric = error.find("symerror");
      Optional<Cursor> asymmetric = error.find("asymerror");
      double up;
      double down;
      if (symmetric.isPresent()) {
        up = Math.abs(size(symmetric.get(), value));
        down = -up;
      } else if (asymmetric.isPresent()) {
        up = asymmetric.get().find("plus").map(side -> size(side, value)).orElse(Double.NaN);
        down = asymmetric.get().find("minus").map(side -> size(side, value)).orElse(Double.NaN);
      } else {
        throw error.problem(
            "an error has neither symerror nor asymerror.",
            "Write symerror: 1.2, or asymerror: {plus: 1.2, minus: -1.0}.");
      }
      boolean hidden = error.isTrue("hide") && up == 0 && down == 0;
      if (!hidden) {
        Source source = source(label, seen.merge(label, 1, Integer::sum) - 1);
        source.down()[row] = down;
        source.up()[row] = up;
      }
    }
  }

  private Source source(String label, int occurrence) {
    List<Source> same = byLabel.computeIfAbsent(label, key -> new ArrayList<>());
    if (same.size() == occurrence) {
      double[] down = new double[rows];
      Arrays.fill(down, Double.NaN);
      Source added = new Source(label, down, down.clone());
      same.add(added);
      sources.add(added);
    }
    return same.get(occurrence);
  }

  /** The size of an error with its sign; NaN where the cell is empty or a dash. */
  private static double size(Cursor error, double value) {
    String text = error.text();
    if (text.isBlank() || text.strip().equals("-") || StrictNumber.isNaN(text)) {
      return Double.NaN;
    }
    Optional<Double> fraction = StrictNumber.percentage(text);
    if (fraction.isPresent()) {
      return fraction.get() * Math.abs(value);
    }
    OptionalDouble number = StrictNumber.parse(text);
    if (number.isEmpty() || Double.isInfinite(number.getAsDouble())) {
      throw error.problem(
          "the error \""
              + (text.length() > 40 ? text.substring(0, 40) + "…" : text)
              + "\" is no finite number.",
          "Write a number, a percentage such as 4.4%, or leave it out.");
    }
    return number.getAsDouble();
  }

  List<ErrorSource> sources() {
    return sources.stream()
        .map(
            source ->
                new ErrorSource(source.label(), Values.of(source.down()), Values.of(source.up())))
        .toList();
  }
}
