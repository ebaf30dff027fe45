package org.dipscope.core.format.yoda;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dipscope.core.format.AnnotatedHistogram;
import org.dipscope.core.format.ErrorSource;
import org.dipscope.core.format.tree.StrictNumber;
import org.dipscope.core.format.yoda.YodaContent.Bins;
import org.dipscope.core.format.yoda.YodaContent.Column;
import org.dipscope.core.format.yoda.YodaContent.Table;
import org.dipscope.core.format.yoda.YodaObject.Row;
import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Histogram;
import org.dipscope.core.histogram.Values;

/**
 * Version 3: edges stand once per axis, rows follow in the order of all bins with the first axis
 * running fastest, including those below and above each continuous axis and one for anything else
 * on each axis of categories.
 */
final class EdgedBins {
  private static final long MOST_ROWS = 4_000_000;

  private final YodaObject object;
  private final List<EdgedAxis> axes = new ArrayList<>();
  private final List<Row> rows;

  /** One axis: numbers as edges, or categories. */
  private record EdgedAxis(List<String> edges, boolean categories) {
    int rows() {
      return edges.size() + 1;
    }

    int bins() {
      return categories ? edges.size() : edges.size() - 1;
    }
  }

  private EdgedBins(YodaObject object, String kinds) {
    this.object = object;
    this.rows = object.rows();
    long expected = 1;
    for (int i = 0; i < kinds.length(); i++) {
      List<String> edges = object.list("Edges(A" + (i + 1) + ")");
      EdgedAxis axis = new EdgedAxis(edges, kinds.charAt(i) != 'D');
      if (axis.bins() < 1) {
        throw object.problem(
            object.line(), "axis " + (i + 1) + " has no bins.", "Add the line Edges(A1).");
      }
      axes.add(axis);
      expected *= axis.rows();
      if (expected > MOST_ROWS) {
        throw object.problem(
            object.line(), "the edges make more than four million bins.", "Use fewer bins.");
      }
    }
    if (rows.size() != expected) {
      throw object.problem(
          object.line(),
          "%d rows expected, %d found.".formatted(expected, rows.size()),
          "Rows for the bins and for what lies outside them must all be there; get the file"
              + " again.");
    }
  }

  static YodaContent moments(YodaObject object, String kinds, boolean profile) {
    EdgedBins bins = new EdgedBins(object, kinds);
    MomentColumns moments = MomentColumns.alone(object, kinds.length(), profile);
    double[] contents = bins.rows.stream().mapToDouble(moments::content).toArray();
    double[] errors = bins.rows.stream().mapToDouble(moments::error).toArray();
    bins.mask(contents, errors);
    if (bins.hasCategories()) {
      return bins.table(contents, List.of(Column.of("error", bins.inside(errors).toArray())));
    }
    Values inner = bins.inside(contents);
    Values innerErrors = bins.inside(errors);
    Histogram histogram =
        AnnotatedHistogram.plain(
            YodaContent.name(object), bins.namedAxes(), inner, innerErrors, innerErrors);
    return bins.finish(
        new AnnotatedHistogram(
            histogram,
            YodaContent.valueUnit(object, kinds.length()),
            List.of(),
            YodaContent.notes(object, kinds.length())),
        contents);
  }

  static YodaContent estimates(YodaObject object, String kinds) {
    EdgedBins bins = new EdgedBins(object, kinds);
    int value = object.column(0, "value", "val");
    double[] contents = object.numbers(bins.rows, value);
    int sources = bins.rows.isEmpty() ? 0 : (bins.rows.getFirst().cells().size() - value - 1) / 2;
    List<String> labels = object.list("ErrorLabels");
    List<ErrorSource> errors = new ArrayList<>();
    for (int i = 0; i < sources; i++) {
      double[] down = object.numbers(bins.rows, value + 1 + 2 * i);
      double[] up = object.numbers(bins.rows, value + 2 + 2 * i);
      bins.mask(down, up);
      String label = i < labels.size() ? labels.get(i) : "";
      errors.add(new ErrorSource(label, bins.inside(down), bins.inside(up)));
    }
    bins.mask(contents);
    if (bins.hasCategories()) {
      List<Column> columns = new ArrayList<>();
      for (ErrorSource error : errors) {
        columns.add(Column.of((error.label() + " -").strip(), error.down().toArray()));
        columns.add(Column.of((error.label() + " +").strip(), error.up().toArray()));
      }
      return bins.table(contents, columns);
    }
    return bins.finish(bins.estimate(contents, errors), contents);
  }

  /** Beside named sources the one without a name is their total, not one more. */
  private AnnotatedHistogram estimate(double[] contents, List<ErrorSource> errors) {
    List<ErrorSource> named = errors.stream().filter(error -> !error.label().isEmpty()).toList();
    boolean stated = named.size() == errors.size() - 1 && !named.isEmpty();
    AnnotatedHistogram histogram =
        AnnotatedHistogram.of(
            YodaContent.name(object),
            namedAxes(),
            inside(contents),
            YodaContent.valueUnit(object, axes.size()),
            stated ? named : errors,
            YodaContent.notes(object, axes.size()));
    if (!stated) {
      return histogram;
    }
    ErrorSource total =
        errors.stream().filter(error -> error.label().isEmpty()).findFirst().orElseThrow();
    return histogram.withErrors(total.down().map(Math::abs), total.up().map(Math::abs));
  }

  private Bins finish(AnnotatedHistogram histogram, double[] contents) {
    AnnotatedHistogram finished = histogram;
    if (axes.size() == 1) {
      finished = finished.withFlow(orZero(contents[0]), orZero(contents[contents.length - 1]));
    } else {
      boolean outside = filled(contents) != filled(finished.histogram().contents().toArray());
      finished = outside ? finished.withOutsideLeftOut() : finished;
    }
    String stated = object.annotations().getOrDefault("DipscopeSumOfWeights", "");
    if (StrictNumber.parse(stated).isPresent()) {
      finished = finished.withSumOfWeights(StrictNumber.parse(stated).getAsDouble());
    }
    return new Bins(finished);
  }

  private static long filled(double[] contents) {
    return Arrays.stream(contents)
        .filter(content -> content != 0 && !Double.isNaN(content))
        .count();
  }

  private static double orZero(double value) {
    return Double.isNaN(value) ? 0 : value;
  }

  private boolean hasCategories() {
    return axes.stream().anyMatch(EdgedAxis::categories);
  }

  private void mask(double[]... columns) {
    for (String key : object.annotations().keySet()) {
      if (key.toLowerCase(Locale.ROOT).startsWith("maskedbins")) {
        for (String item : object.list(key)) {
          double bin = StrictNumber.parse(item).orElse(-1);
          for (double[] column : columns) {
            if (bin >= 0 && bin < column.length) {
              column[(int) bin] = Double.NaN;
            }
          }
        }
      }
    }
  }

  /** Without the rows outside the axes, and with the last axis running fastest. */
  private Values inside(double[] all) {
    int[] counts = axes.stream().mapToInt(EdgedAxis::bins).toArray();
    double[] inside = new double[Arrays.stream(counts).reduce(1, (a, b) -> a * b)];
    int[] index = new int[counts.length];
    for (int bin = 0; bin < inside.length; bin++) {
      int row = 0;
      for (int axis = counts.length - 1; axis >= 0; axis--) {
        row = row * axes.get(axis).rows() + index[axis] + 1;
      }
      inside[bin] = all[row];
      for (int axis = counts.length - 1; axis >= 0 && ++index[axis] == counts[axis]; axis--) {
        index[axis] = 0;
      }
    }
    return Values.of(inside);
  }

  private List<Axis> namedAxes() {
    List<Axis> named = new ArrayList<>();
    for (int i = 0; i < axes.size(); i++) {
      named.add(YodaContent.axis(object, i, Binning.of(edges(axes.get(i)))));
    }
    return named;
  }

  private double[] edges(EdgedAxis axis) {
    double[] edges = new double[axis.edges().size()];
    for (int i = 0; i < edges.length; i++) {
      edges[i] = StrictNumber.parse(axis.edges().get(i)).orElse(Double.NaN);
      if (!Double.isFinite(edges[i]) || (i > 0 && !(edges[i - 1] < edges[i]))) {
        throw object.problem(
            object.line(),
            "the edge "
                + YodaObject.shorten(axis.edges().get(i))
                + " is no finite number above the one before it.",
            "Correct the line Edges.");
      }
    }
    return edges;
  }

  /** A row for each combination of categories that has a value. */
  private Table table(double[] contents, List<Column> errors) {
    double[] values = inside(contents).toArray();
    List<Column> columns = new ArrayList<>();
    int inner = values.length;
    for (int a = 0; a < axes.size(); a++) {
      EdgedAxis axis = axes.get(a);
      inner /= axis.bins();
      List<String> texts = new ArrayList<>();
      double[] numbers = new double[values.length];
      for (int bin = 0; bin < values.length; bin++) {
        String edge = axis.edges().get(bin / inner % axis.bins());
        texts.add(edge);
        numbers[bin] = StrictNumber.parse(edge).orElse(Double.NaN);
      }
      boolean numeric = Arrays.stream(numbers).noneMatch(Double::isNaN);
      Axis named = YodaContent.axis(object, a, Binning.uniform(1, 0, 1));
      columns.add(
          new Column(
              named.label().isEmpty() ? "A" + (a + 1) : named.label(),
              named.unit(),
              numeric ? List.of() : texts,
              numbers));
    }
    columns.add(new Column("value", YodaContent.valueUnit(object, axes.size()), List.of(), values));
    columns.addAll(errors);
    return new Table(YodaContent.name(object), columns);
  }
}
