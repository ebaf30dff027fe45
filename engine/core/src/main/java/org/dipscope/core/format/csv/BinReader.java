package org.dipscope.core.format.csv;

import java.util.Arrays;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The bins of a table, with line-exact complaints where rows are no contiguous bins. */
final class BinReader {
  /** Published edges differ by rounding; this share of the bin width counts as equal. */
  private static final double ROUNDING = 1e-3;

  private static final String ADD_EDGES =
      "Add two columns with the lower and upper edge of each bin, named low and high.";
  private static final String SORT = "Sort the rows by their edges, low below high.";

  private final String file;
  private final TextTable table;

  BinReader(String file, TextTable table) {
    this.file = file;
    this.table = table;
  }

  Binning read(TableLayout layout) {
    if (table.rows() == 0) {
      throw problem(table.header().line(), "no bins.", "Add at least one row below the header.");
    }
    TableColumn second = layout.second();
    return switch (layout.form()) {
      case LOW_HIGH -> lowHigh(layout.first(), second);
      case EDGES -> edges(layout.first());
      case CENTRE_WIDTH -> centreWidth(layout.first(), second);
      case CENTRES -> centres(layout.first());
    };
  }

  private Binning lowHigh(TableColumn lows, @Nullable TableColumn highs) {
    if (highs == null) {
      return edges(lows);
    }
    int rows = table.rows();
    double[] edges = new double[rows + 1];
    for (int i = 0; i < rows; i++) {
      double low = finite(lows, i);
      double high = finite(highs, i);
      if (!(low < high)) {
        throw problem(
            line(i),
            "edges must increase, but this bin goes from " + show(low) + " to " + show(high) + ".",
            SORT);
      }
      if (i > 0) {
        join(i, edges[i], low, high - low);
      }
      edges[i] = low;
      edges[i + 1] = high;
    }
    return Binning.of(edges);
  }

  private void join(int row, double end, double low, double width) {
    if (low < end - ROUNDING * width) {
      throw problem(
          line(row),
          "edges must increase, but this bin starts at "
              + show(low)
              + " and overlaps the one above, which ends at "
              + show(end)
              + ".",
          SORT);
    }
    if (low > end + ROUNDING * width) {
      throw problem(
          line(row),
          "there is a gap between "
              + show(end)
              + ", the end of the bin above, and "
              + show(low)
              + ".",
          "Add the missing bin, or extend a neighbour.");
    }
  }

  /** One edge per row; the row of the last edge has no value. */
  private Binning edges(TableColumn column) {
    int rows = table.rows();
    if (rows < 2) {
      throw problem(line(0), "one edge makes no bin.", "Add a last row with the upper edge.");
    }
    double[] edges = new double[rows];
    for (int i = 0; i < rows; i++) {
      edges[i] = finite(column, i);
      if (i > 0 && !(edges[i - 1] < edges[i])) {
        throw problem(
            line(i),
            "edges must increase, but " + show(edges[i]) + " follows " + show(edges[i - 1]) + ".",
            SORT);
      }
    }
    return Binning.of(edges);
  }

  private Binning centreWidth(TableColumn centres, @Nullable TableColumn widths) {
    if (widths == null) {
      return centres(centres);
    }
    double[] edges = new double[table.rows() + 1];
    for (int i = 0; i < table.rows(); i++) {
      double half = 0.5 * finite(widths, i);
      double centre = finite(centres, i);
      if (!(half > 0)) {
        throw problem(line(i), "the bin width is " + show(2 * half) + ".", "Give positive widths.");
      }
      if (i > 0) {
        join(i, edges[i], centre - half, 2 * half);
      }
      edges[i] = centre - half;
      edges[i + 1] = centre + half;
    }
    return Binning.of(edges);
  }

  private Binning centres(TableColumn column) {
    int rows = table.rows();
    if (rows == 1) {
      finite(column, 0);
      throw problem(line(0), "the edges of a single bin do not follow from its centre.", ADD_EDGES);
    }
    double[] centres = new double[rows];
    for (int i = 0; i < rows; i++) {
      centres[i] = finite(column, i);
    }
    double step = (centres[rows - 1] - centres[0]) / (rows - 1);
    for (int i = 1; i < rows; i++) {
      if (!(centres[i - 1] < centres[i])) {
        throw problem(
            line(i),
            "edges must increase, but the bin centre "
                + show(centres[i])
                + " follows "
                + show(centres[i - 1])
                + ".",
            SORT);
      }
      if (Math.abs(centres[i] - centres[i - 1] - step) > 1e-3 * step) {
        throw problem(
            line(i),
            "the bin centres are not equally spaced, so their edges are unknown ("
                + show(centres[i - 1])
                + " to "
                + show(centres[i])
                + " where "
                + show(step)
                + " is the mean step).",
            ADD_EDGES);
      }
    }
    return uniform(centres, step);
  }

  private static Binning uniform(double[] centres, double step) {
    double[] edges = new double[centres.length + 1];
    Arrays.setAll(edges, i -> centres[0] + (i - 0.5) * step);
    return Binning.of(edges);
  }

  private double finite(TableColumn column, int row) {
    double value = column.numbers().get(row);
    if (!Double.isFinite(value)) {
      throw new ProblemException(
          Problem.badInput(
              "%s, line %d, column %s: the bin edge is %s."
                  .formatted(
                      file,
                      line(row),
                      column.name(),
                      Double.isNaN(value) ? "missing or not a number" : "infinite"),
              "Edges must be finite numbers; leave underflow and overflow out.",
              file,
              line(row)));
    }
    return value;
  }

  private int line(int row) {
    return table.lines().get(row);
  }

  private ProblemException problem(int line, String what, String hint) {
    return new ProblemException(
        Problem.badInput("%s, line %d: %s".formatted(file, line, what), hint, file, line));
  }

  /** A number as people write it: 30 rather than 30.0. */
  static String show(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.valueOf((long) value)
        : String.valueOf(value);
  }
}
