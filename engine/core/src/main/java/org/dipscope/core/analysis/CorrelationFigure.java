package org.dipscope.core.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dipscope.core.figure.Axis;
import org.dipscope.core.figure.Colour;
import org.dipscope.core.figure.ColourMap;
import org.dipscope.core.figure.ColourScale;
import org.dipscope.core.figure.Column;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.figure.HeatMap;
import org.dipscope.core.figure.Legend;
import org.dipscope.core.figure.Mark;
import org.dipscope.core.figure.Note;
import org.dipscope.core.figure.Panel;

/** Correlations of fitted parameters as a map, with numbers as long as they can be read. */
public final class CorrelationFigure {
  private static final int MOST_NUMBERS = 14;
  private static final double PALE = 0.55;
  private static final int LONGEST = 21;
  private static final int KEPT = 10;

  private CorrelationFigure() {}

  /**
   * Draws correlations; the first parameter is to the left and on top.
   *
   * @param names of the parameters
   * @param correlation between &minus;1 and 1, NaN where it is not known
   */
  public static FigureSpec of(List<String> names, double[][] correlation) {
    int n = names.size();
    List<String> shown = names.stream().map(CorrelationFigure::rowName).toList();
    double[] edges = IntStream.rangeClosed(0, n).mapToDouble(i -> i).toArray();
    double[][] cells = new double[n][n];
    List<Mark> marks = new ArrayList<>();
    for (int row = 0; row < n; row++) {
      for (int column = 0; column < n; column++) {
        cells[row][column] = correlation[n - 1 - row][column];
      }
    }
    ColourScale colours =
        new ColourScale(Axis.linear("correlation", "").range(-1, 1), ColourMap.BALANCE, false);
    marks.add(HeatMap.of(edges, edges, cells, colours));
    for (int row = 0; row < n && n <= MOST_NUMBERS; row++) {
      for (int column = 0; column < n; column++) {
        marks.add(number(cells[row][column], column + 0.5, row + 0.5));
      }
    }
    return FigureSpec.of(
        "Correlations of " + String.join(", ", names),
        Column.of(
            Axis.named("", shown),
            Panel.of(Axis.named("", shown.reversed()), marks.toArray(Mark[]::new))
                .withLegend(Legend.NONE)));
  }

  /** A name beside a row; of a long one the beginning and the end, in which such names differ. */
  static String rowName(String name) {
    String shown =
        name.length() <= LONGEST
            ? name
            : name.substring(0, KEPT) + "…" + name.substring(name.length() - KEPT);
    return HistogramFigure.escaped(shown);
  }

  private static Note number(double value, double x, double y) {
    Colour ink = Math.abs(value) < PALE ? Colour.rgb(30, 30, 30) : Colour.rgb(255, 255, 255);
    String text =
        Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.2f", value).replace('-', '−');
    return new Note(text, x, y, Note.Placement.DATA, Note.Align.CENTRE, 0.85, ink);
  }
}
