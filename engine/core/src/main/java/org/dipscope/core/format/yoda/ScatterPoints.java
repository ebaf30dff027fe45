package org.dipscope.core.format.yoda;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.format.AnnotatedHistogram;
import org.dipscope.core.format.BinGrid;
import org.dipscope.core.format.ErrorSource;
import org.dipscope.core.format.tree.Cursor;
import org.dipscope.core.format.tree.TreeReader;
import org.dipscope.core.format.yoda.YodaContent.Bins;
import org.dipscope.core.format.yoda.YodaContent.Column;
import org.dipscope.core.format.yoda.YodaContent.Table;
import org.dipscope.core.format.yoda.YodaObject.Row;
import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.Values;

/**
 * Scatters: points with asymmetric errors. Where the errors along all but the last coordinate make
 * bins, they are histograms; the errors split by source come from the annotation ErrorBreakdown.
 */
final class ScatterPoints {
  private final YodaObject object;
  private final List<Row> rows;
  private final int axes;

  private ScatterPoints(YodaObject object, int coordinates) {
    this.object = object;
    this.rows = object.bins();
    this.axes = coordinates - 1;
  }

  static YodaContent read(YodaObject object, int coordinates) {
    return new ScatterPoints(object, coordinates).read();
  }

  private YodaContent read() {
    List<BinGrid.Side> sides = new ArrayList<>();
    for (int axis = 0; axis < axes; axis++) {
      double[] centre = object.numbers(rows, 3 * axis);
      double[] minus = object.numbers(rows, 3 * axis + 1);
      double[] plus = object.numbers(rows, 3 * axis + 2);
      double[] low = new double[centre.length];
      double[] high = new double[centre.length];
      Arrays.setAll(low, i -> centre[i] - minus[i]);
      Arrays.setAll(high, i -> centre[i] + plus[i]);
      sides.add(new BinGrid.Side(low, high));
    }
    double[] values = object.numbers(rows, 3 * axes);
    double[] minus = object.numbers(rows, 3 * axes + 1);
    double[] plus = object.numbers(rows, 3 * axes + 2);
    Optional<BinGrid> grid = axes == 0 ? Optional.empty() : BinGrid.of(sides);
    if (grid.isEmpty()) {
      return new Table(YodaContent.name(object), columns());
    }
    List<Axis> named = new ArrayList<>();
    for (int axis = 0; axis < axes; axis++) {
      named.add(YodaContent.axis(object, axis, grid.get().binnings().get(axis)));
    }
    return new Bins(
        new AnnotatedHistogram(
            AnnotatedHistogram.plain(
                YodaContent.name(object),
                named,
                grid.get().place(values),
                grid.get().place(minus).map(Math::abs),
                grid.get().place(plus).map(Math::abs)),
            YodaContent.valueUnit(object, axes),
            breakdown(grid.get()),
            YodaContent.notes(object, axes)));
  }

  private List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    for (int coordinate = 0; coordinate <= axes; coordinate++) {
      String name = String.valueOf("xyz".charAt(coordinate));
      columns.add(Column.of(name, object.numbers(rows, 3 * coordinate)));
      columns.add(Column.of(name + " error -", object.numbers(rows, 3 * coordinate + 1)));
      columns.add(Column.of(name + " error +", object.numbers(rows, 3 * coordinate + 2)));
    }
    return columns;
  }

  /** The sources of {@code {0: {stat: {dn: -1, up: 1}, …}, 1: …}}; the empty label is the total. */
  private List<ErrorSource> breakdown(BinGrid grid) {
    String text = object.annotations().getOrDefault("ErrorBreakdown", "");
    if (text.isBlank()) {
      return List.of();
    }
    List<Cursor> documents =
        TreeReader.yamlText(object.file() + ", object " + object.path(), text, new CancelToken());
    List<String> labels = new ArrayList<>();
    List<double[]> down = new ArrayList<>();
    List<double[]> up = new ArrayList<>();
    for (Cursor document : documents) {
      document
          .entries()
          .forEach(
              (point, sources) -> {
                int row = row(point);
                sources
                    .entries()
                    .forEach(
                        (label, sides) -> {
                          int at = labels.indexOf(label);
                          if (at < 0 && !label.isBlank()) {
                            at = labels.size();
                            labels.add(label);
                            down.add(missing());
                            up.add(missing());
                          }
                          if (at >= 0) {
                            sides.find("dn").ifPresent(set(down.get(at), row));
                            sides.find("up").ifPresent(set(up.get(at), row));
                          }
                        });
              });
    }
    List<ErrorSource> sources = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      Values low = grid.place(down.get(i));
      sources.add(new ErrorSource(labels.get(i), low, grid.place(up.get(i))));
    }
    return sources;
  }

  private static java.util.function.Consumer<Cursor> set(double[] into, int row) {
    return value -> into[row] = value.number();
  }

  private double[] missing() {
    double[] missing = new double[rows.size()];
    Arrays.fill(missing, Double.NaN);
    return missing;
  }

  private int row(String point) {
    try {
      int row = Integer.parseInt(point.strip());
      if (row >= 0 && row < rows.size()) {
        return row;
      }
    } catch (NumberFormatException e) {
      throw outside(point);
    }
    throw outside(point);
  }

  private org.dipscope.core.problem.ProblemException outside(String point) {
    return object.problem(
        object.line(),
        "the error breakdown names point "
            + YodaObject.shorten(point)
            + ", but the points are 0 to "
            + (rows.size() - 1)
            + ".",
        "Remove the annotation ErrorBreakdown or correct it.");
  }
}
