package org.dipscope.core.format.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dipscope.core.format.ErrorSource;
import org.dipscope.core.format.csv.ColumnRole.Kind;
import org.dipscope.core.format.csv.ColumnRole.Side;
import org.dipscope.core.format.csv.TableLayout.ErrorColumn;
import org.dipscope.core.format.csv.TableLayout.ValueGroup;
import org.dipscope.core.histogram.MeasurementErrors;
import org.dipscope.core.histogram.SplitErrors;
import org.dipscope.core.histogram.TotalErrors;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * The errors of one value column. Sources of one kind add in quadrature. Signs of one-sided columns
 * are dropped (HEPData writes the lower side negative, some tables do not); a negative two-sided
 * error is refused.
 */
final class ErrorReader {
  private final String file;
  private final TextTable table;
  private final int bins;

  ErrorReader(String file, TextTable table, int bins) {
    this.file = file;
    this.table = table;
    this.bins = bins;
  }

  /**
   * Split errors if any source is named (a total given beside them is redundant), total errors
   * otherwise; empty if there is no error column.
   */
  Optional<MeasurementErrors> read(ValueGroup group) {
    if (has(group, Kind.STATISTICAL_ERROR)
        || has(group, Kind.SYSTEMATIC_ERROR)
        || has(group, Kind.LUMINOSITY_ERROR)) {
      Values statLow = sum(group, Kind.STATISTICAL_ERROR, Side.LOW);
      Values statHigh = sum(group, Kind.STATISTICAL_ERROR, Side.HIGH);
      Values lumiLow = sum(group, Kind.LUMINOSITY_ERROR, Side.LOW);
      Values lumiHigh = sum(group, Kind.LUMINOSITY_ERROR, Side.HIGH);
      return Optional.of(
          new SplitErrors(
              mean(statLow, statHigh),
              sum(group, Kind.SYSTEMATIC_ERROR, Side.LOW),
              sum(group, Kind.SYSTEMATIC_ERROR, Side.HIGH),
              mean(lumiLow, lumiHigh)));
    }
    if (has(group, Kind.TOTAL_ERROR) || has(group, Kind.VARIANCE)) {
      return Optional.of(
          new TotalErrors(
              sum(group, Kind.TOTAL_ERROR, Side.LOW), sum(group, Kind.TOTAL_ERROR, Side.HIGH)));
    }
    return Optional.empty();
  }

  /**
   * The named errors, each column or pair of columns for both sides a source of its own; a source
   * given on one side only serves for both.
   */
  List<ErrorSource> sources(ValueGroup group) {
    Map<String, double[][]> sides = new LinkedHashMap<>();
    for (ErrorColumn error : group.errors()) {
      if (error.role().kind() != Kind.TOTAL_ERROR && error.role().kind() != Kind.VARIANCE) {
        String label = ColumnRole.sourceLabel(error.column().name());
        double[] sizes = new double[bins];
        Arrays.setAll(sizes, row -> value(error, group.value(), row));
        double[][] both = sides.computeIfAbsent(label, key -> new double[][] {sizes, sizes});
        if (error.role().side() != Side.HIGH) {
          both[0] = sizes;
        }
        if (error.role().side() != Side.LOW) {
          both[1] = sizes;
        }
      }
    }
    List<ErrorSource> sources = new ArrayList<>();
    sides.forEach(
        (label, both) ->
            sources.add(
                new ErrorSource(label, Values.of(both[0]).map(size -> -size), Values.of(both[1]))));
    return sources;
  }

  private static boolean has(ValueGroup group, Kind kind) {
    return group.errors().stream().anyMatch(error -> error.role().kind() == kind);
  }

  private Values mean(Values low, Values high) {
    double[] mean = new double[bins];
    for (int i = 0; i < bins; i++) {
      mean[i] = low.get(i) == high.get(i) ? low.get(i) : 0.5 * (low.get(i) + high.get(i));
    }
    return Values.of(mean);
  }

  /** A sum of squared weights gives a total error as well. */
  private static boolean isOf(ErrorColumn error, Kind kind) {
    return error.role().kind() == kind
        || (kind == Kind.TOTAL_ERROR && error.role().kind() == Kind.VARIANCE);
  }

  /** One side of all sources of a kind; a source given on one side only serves for both. */
  private Values sum(ValueGroup group, Kind kind, Side side) {
    double[] total = new double[bins];
    boolean sidePresent =
        group.errors().stream().anyMatch(e -> e.role().kind() == kind && e.role().side() == side);
    int sources = 0;
    for (ErrorColumn error : group.errors()) {
      boolean counts =
          isOf(error, kind)
              && (error.role().side() == side || error.role().side() == Side.BOTH || !sidePresent);
      if (counts) {
        sources++;
        for (int i = 0; i < bins; i++) {
          double value = value(error, group.value(), i);
          total[i] = sources == 1 ? value : Math.hypot(total[i], value);
        }
      }
    }
    return Values.of(total);
  }

  private double value(ErrorColumn error, TableColumn of, int row) {
    double value = error.column().numbers().get(row);
    boolean twoSided = error.role().side() == Side.BOTH;
    if (!Double.isFinite(value) || (twoSided && value < 0)) {
      int line = table.lines().get(row);
      throw new ProblemException(
          Problem.badInput(
              "%s, line %d, column %s: the error is %s."
                  .formatted(
                      file,
                      line,
                      error.column().name(),
                      Double.isNaN(value) ? "missing or not a number" : BinReader.show(value)),
              "Errors must be finite and not negative; write 0 where there is none.",
              file,
              line));
    }
    if (error.role().kind() == Kind.VARIANCE) {
      return Math.sqrt(value);
    }
    return error.column().unit().equals("%")
        ? Math.abs(value / 100 * of.numbers().get(row))
        : Math.abs(value);
  }
}
