package org.dipscope.core.format.hepdata;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.dipscope.core.format.AnnotatedHistogram;
import org.dipscope.core.format.BinGrid;
import org.dipscope.core.format.ColumnSummary;
import org.dipscope.core.format.ColumnType;
import org.dipscope.core.format.ErrorSource;
import org.dipscope.core.format.Statistics;
import org.dipscope.core.format.TableSummary;
import org.dipscope.core.format.tree.StrictNumber;
import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.Values;

/**
 * A table as published.
 *
 * @param name its title
 * @param notes what is said of the whole table
 * @param independents the columns that say where
 * @param dependents the columns that say how much
 */
record HepDataTable(
    String name,
    Map<String, String> notes,
    List<Independent> independents,
    List<Dependent> dependents) {

  /**
   * Points or bins.
   *
   * @param label the quantity
   * @param unit its unit, or empty
   * @param texts the points where they are no numbers; empty otherwise
   * @param points the points, or NaN
   * @param low lower edges, or NaN where a row is a point
   * @param high upper edges
   */
  record Independent(
      String label, String unit, List<String> texts, double[] points, double[] low, double[] high) {
    boolean isBinned() {
      return Arrays.stream(low).noneMatch(Double::isNaN);
    }
  }

  /** Values, NaN where missing, with the errors by source and what qualifies them. */
  record Dependent(
      String label,
      String unit,
      double[] values,
      List<ErrorSource> errors,
      Map<String, String> qualifiers) {}

  int rows() {
    if (!independents.isEmpty()) {
      return independents.getFirst().points().length;
    }
    return dependents.isEmpty() ? 0 : dependents.getFirst().values().length;
  }

  /** One histogram per dependent column if all independent columns are bins; none otherwise. */
  List<AnnotatedHistogram> histograms() {
    if (independents.isEmpty() || !independents.stream().allMatch(Independent::isBinned)) {
      return List.of();
    }
    int[] inner = finiteRows();
    List<BinGrid.Side> sides = new ArrayList<>();
    for (Independent independent : independents) {
      sides.add(new BinGrid.Side(of(independent.low(), inner), of(independent.high(), inner)));
    }
    Optional<BinGrid> grid = BinGrid.of(sides);
    List<AnnotatedHistogram> histograms = new ArrayList<>();
    if (grid.isPresent()) {
      TreeSet<String> taken = new TreeSet<>();
      for (Dependent dependent : dependents) {
        histograms.add(histogram(dependent, grid.get(), inner, taken));
      }
    }
    return histograms;
  }

  /** Rows whose edges are all finite; those of a single axis that reach infinity lie outside. */
  private int[] finiteRows() {
    List<Integer> rows = new ArrayList<>();
    for (int row = 0; row < rows(); row++) {
      Independent first = independents.getFirst();
      boolean outside = Double.isInfinite(first.low()[row]) || Double.isInfinite(first.high()[row]);
      if (independents.size() > 1 || !outside) {
        rows.add(row);
      }
    }
    return rows.stream().mapToInt(Integer::intValue).toArray();
  }

  private static double[] of(double[] all, int[] rows) {
    return Arrays.stream(rows).mapToDouble(row -> all[row]).toArray();
  }

  private AnnotatedHistogram histogram(
      Dependent dependent, BinGrid grid, int[] inner, TreeSet<String> taken) {
    List<Axis> axes = new ArrayList<>();
    for (int i = 0; i < independents.size(); i++) {
      Independent independent = independents.get(i);
      axes.add(new Axis(independent.label(), independent.unit(), grid.binnings().get(i)));
    }
    List<ErrorSource> errors = new ArrayList<>();
    for (ErrorSource error : dependent.errors()) {
      Values down = grid.place(of(error.down().toArray(), inner));
      errors.add(new ErrorSource(error.label(), down, grid.place(of(error.up().toArray(), inner))));
    }
    Map<String, String> all = new LinkedHashMap<>(notes);
    all.putAll(dependent.qualifiers());
    String stated = Optional.ofNullable(all.remove(HepDataWriter.SUM_OF_WEIGHTS)).orElse("");
    String full = unique(dependent, taken);
    if (!dependent.label().isEmpty() && !dependent.label().equals(full)) {
      all.putIfAbsent(AnnotatedHistogram.VALUE, dependent.label());
    }
    AnnotatedHistogram histogram =
        AnnotatedHistogram.of(
                full,
                axes,
                grid.place(of(dependent.values(), inner)),
                dependent.unit(),
                errors,
                all)
            .withFlow(outside(dependent, false), outside(dependent, true));
    OptionalDouble sum = StrictNumber.parse(stated);
    return sum.isPresent() ? histogram.withSumOfWeights(sum.getAsDouble()) : histogram;
  }

  private double outside(Dependent dependent, boolean above) {
    Independent axis = independents.getFirst();
    double sum = 0;
    for (int row = 0; row < rows() && independents.size() == 1; row++) {
      boolean counts =
          above
              ? axis.high()[row] == Double.POSITIVE_INFINITY && Double.isFinite(axis.low()[row])
              : axis.low()[row] == Double.NEGATIVE_INFINITY && Double.isFinite(axis.high()[row]);
      if (counts && !Double.isNaN(dependent.values()[row])) {
        sum += dependent.values()[row];
      }
    }
    return sum;
  }

  /** The title, with the column where there are several, and a number where those agree. */
  private String unique(Dependent dependent, TreeSet<String> taken) {
    String full = dependents.size() == 1 ? name : name + "/" + dependent.label();
    String candidate = full;
    for (int i = 2; !taken.add(candidate); i++) {
      candidate = full + " (" + i + ")";
    }
    return candidate;
  }

  TableSummary summary(boolean statistics) {
    List<ColumnSummary> columns = new ArrayList<>();
    for (Independent independent : independents) {
      String unit = independent.unit();
      if (!independent.texts().isEmpty()) {
        columns.add(new ColumnSummary(independent.label(), ColumnType.TEXT, unit, null));
      } else if (independent.isBinned()) {
        columns.add(column(independent.label() + " low", unit, independent.low(), statistics));
        columns.add(column(independent.label() + " high", unit, independent.high(), statistics));
      } else {
        columns.add(column(independent.label(), unit, independent.points(), statistics));
      }
    }
    for (Dependent dependent : dependents) {
      columns.add(column(dependent.label(), dependent.unit(), dependent.values(), statistics));
      String prefix = dependents.size() == 1 ? "" : dependent.label() + " ";
      for (ErrorSource error : dependent.errors()) {
        String label = prefix + (error.label().isEmpty() ? "error" : error.label());
        columns.add(column(label + " -", dependent.unit(), error.down().toArray(), statistics));
        columns.add(column(label + " +", dependent.unit(), error.up().toArray(), statistics));
      }
    }
    return new TableSummary(name, rows(), columns);
  }

  private static ColumnSummary column(
      String name, String unit, double[] numbers, boolean statistics) {
    return new ColumnSummary(
        name, ColumnType.REAL, unit, statistics ? Statistics.of(Values.of(numbers)) : null);
  }
}
