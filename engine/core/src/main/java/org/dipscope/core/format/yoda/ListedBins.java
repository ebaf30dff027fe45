package org.dipscope.core.format.yoda;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dipscope.core.format.AnnotatedHistogram;
import org.dipscope.core.format.BinGrid;
import org.dipscope.core.format.yoda.YodaContent.Bins;
import org.dipscope.core.format.yoda.YodaContent.Column;
import org.dipscope.core.format.yoda.YodaContent.Table;
import org.dipscope.core.format.yoda.YodaObject.Row;
import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.Histogram;
import org.dipscope.core.histogram.Values;

/** Histograms and profiles of versions 1 and 2, whose rows begin with their edges. */
final class ListedBins {

  private ListedBins() {}

  static YodaContent read(YodaObject object, int axes, boolean profile) {
    List<Row> rows = object.bins();
    MomentColumns moments = MomentColumns.afterEdges(object, axes, profile);
    double[] contents = rows.stream().mapToDouble(moments::content).toArray();
    double[] errors = rows.stream().mapToDouble(moments::error).toArray();
    List<BinGrid.Side> sides = new ArrayList<>();
    for (int axis = 0; axis < axes; axis++) {
      double[] low = object.numbers(rows, 2 * axis);
      double[] high = object.numbers(rows, 2 * axis + 1);
      requireIncreasing(object, rows, low, high);
      sides.add(new BinGrid.Side(low, high));
    }
    Optional<BinGrid> grid = BinGrid.of(sides);
    if (grid.isEmpty()) {
      return new Table(YodaContent.name(object), columns(sides, contents, errors));
    }
    Values placed = grid.get().place(contents);
    Values placedErrors = grid.get().place(errors);
    List<Axis> named = new ArrayList<>();
    for (int axis = 0; axis < axes; axis++) {
      named.add(YodaContent.axis(object, axis, grid.get().binnings().get(axis)));
    }
    Histogram histogram =
        AnnotatedHistogram.plain(
            YodaContent.name(object), named, placed, placedErrors, placedErrors);
    return new Bins(
        new AnnotatedHistogram(
                histogram,
                YodaContent.valueUnit(object, axes),
                List.of(),
                YodaContent.notes(object, axes))
            .withFlow(
                axes == 1 ? flow(object, "Underflow", moments) : 0,
                axes == 1 ? flow(object, "Overflow", moments) : 0));
  }

  private static void requireIncreasing(
      YodaObject object, List<Row> rows, double[] low, double[] high) {
    for (int i = 0; i < low.length; i++) {
      if (!(low[i] < high[i])) {
        throw object.problem(
            rows.get(i).line(),
            "edges must increase, but this bin goes from " + low[i] + " to " + high[i] + ".",
            "Correct the edges.");
      }
    }
  }

  private static double flow(YodaObject object, String name, MomentColumns moments) {
    List<Row> rows = object.flow(name);
    return rows.isEmpty() ? 0 : moments.content(rows.getFirst());
  }

  private static List<Column> columns(
      List<BinGrid.Side> sides, double[] contents, double[] errors) {
    List<Column> columns = new ArrayList<>();
    for (int axis = 0; axis < sides.size(); axis++) {
      columns.add(Column.of("xyz".charAt(axis) + "low", sides.get(axis).low()));
      columns.add(Column.of("xyz".charAt(axis) + "high", sides.get(axis).high()));
    }
    columns.add(Column.of("content", contents));
    columns.add(Column.of("error", errors));
    return columns;
  }
}
