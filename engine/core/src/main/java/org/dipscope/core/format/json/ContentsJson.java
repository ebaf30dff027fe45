package org.dipscope.core.format.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dipscope.core.format.AnnotatedHistogram;
import org.dipscope.core.format.ColumnSummary;
import org.dipscope.core.format.ErrorSource;
import org.dipscope.core.format.FileContents;
import org.dipscope.core.format.Statistics;
import org.dipscope.core.format.TableSummary;
import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.Histogram;
import org.dipscope.core.problem.Problem;

/**
 * Histograms, tables and contents of files as maps, lists and arrays of numbers, with the keys that
 * the commands {@code inspect} and {@code histogram} promise.
 */
public final class ContentsJson {

  private ContentsJson() {}

  /** {@code format, histograms, tables}, and {@code problems} if there are any. */
  public static Map<String, Object> contents(FileContents contents) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("format", contents.format());
    json.put("histograms", contents.annotated().stream().map(ContentsJson::histogram).toList());
    json.put("tables", contents.tables().stream().map(ContentsJson::table).toList());
    if (!contents.problems().isEmpty()) {
      json.put("problems", contents.problems().stream().map(ContentsJson::problem).toList());
    }
    return json;
  }

  /**
   * {@code name, axes: [label, unit, edges], contents, errorsLow, errorsHigh, underflow, overflow,
   * sumOfWeights}; contents of several axes are nested lists, the first axis outermost.
   */
  public static Map<String, Object> histogram(Histogram histogram) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", histogram.name());
    json.put("axes", histogram.axes().stream().map(ContentsJson::axis).toList());
    json.put("contents", nested(histogram, histogram.contents().toArray()));
    json.put("errorsLow", nested(histogram, histogram.errorsLow().toArray()));
    json.put("errorsHigh", nested(histogram, histogram.errorsHigh().toArray()));
    json.put("underflow", histogram.underflow());
    json.put("overflow", histogram.overflow());
    json.put("sumOfWeights", histogram.sumOfWeights());
    return json;
  }

  /**
   * The same, and what else is known: {@code valueUnit, errorSources: [label, down, up], notes}.
   * Shifts of a source carry their sign.
   */
  public static Map<String, Object> histogram(AnnotatedHistogram annotated) {
    Map<String, Object> json = histogram(annotated.histogram());
    if (!annotated.valueUnit().isEmpty()) {
      json.put("valueUnit", annotated.valueUnit());
    }
    if (!annotated.sources().isEmpty()) {
      List<Map<String, Object>> sources = new ArrayList<>();
      for (ErrorSource source : annotated.sources()) {
        Map<String, Object> shifts = new LinkedHashMap<>();
        shifts.put("label", source.label());
        shifts.put("down", nested(annotated.histogram(), source.down().toArray()));
        shifts.put("up", nested(annotated.histogram(), source.up().toArray()));
        sources.add(shifts);
      }
      json.put("errorSources", sources);
    }
    if (!annotated.notes().isEmpty()) {
      json.put("notes", annotated.notes());
    }
    return json;
  }

  private static Map<String, Object> axis(Axis axis) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("label", axis.label());
    json.put("unit", axis.unit());
    json.put("edges", axis.binning().edges());
    return json;
  }

  private static Object nested(Histogram histogram, double[] values) {
    return nested(histogram.axes(), 0, values, 0, values.length);
  }

  private static Object nested(List<Axis> axes, int axis, double[] values, int from, int length) {
    if (axis == axes.size() - 1) {
      return Arrays.copyOfRange(values, from, from + length);
    }
    int bins = axes.get(axis).binning().count();
    Object[] rows = new Object[bins];
    for (int i = 0; i < bins; i++) {
      rows[i] = nested(axes, axis + 1, values, from + i * (length / bins), length / bins);
    }
    return List.of(rows);
  }

  private static Map<String, Object> table(TableSummary table) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", table.name());
    json.put("rows", table.rows());
    json.put("columns", table.columns().stream().map(ContentsJson::column).toList());
    return json;
  }

  private static Map<String, Object> column(ColumnSummary column) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", column.name());
    json.put("type", column.type().label());
    if (!column.unit().isEmpty()) {
      json.put("unit", column.unit());
    }
    Statistics statistics = column.statistics();
    if (statistics != null) {
      Map<String, Object> numbers = new LinkedHashMap<>();
      numbers.put("values", statistics.values());
      numbers.put("sum", statistics.sum());
      numbers.put("minimum", statistics.minimum());
      numbers.put("maximum", statistics.maximum());
      json.put("statistics", numbers);
    }
    return json;
  }

  /** {@code message, hint}, and {@code file} and {@code line} where known. */
  public static Map<String, Object> problem(Problem problem) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("message", problem.message());
    json.put("hint", problem.hint());
    String file = problem.file();
    if (file != null) {
      json.put("file", file);
    }
    if (problem.line() > 0) {
      json.put("line", problem.line());
    }
    return json;
  }
}
