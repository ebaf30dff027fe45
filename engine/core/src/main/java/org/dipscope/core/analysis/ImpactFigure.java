package org.dipscope.core.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.dipscope.core.figure.Axis;
import org.dipscope.core.figure.Band;
import org.dipscope.core.figure.Colour;
import org.dipscope.core.figure.Column;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.figure.Fill;
import org.dipscope.core.figure.Legend;
import org.dipscope.core.figure.Mark;
import org.dipscope.core.figure.Note;
import org.dipscope.core.figure.Panel;
import org.dipscope.core.figure.Points;
import org.dipscope.core.figure.Polyline;
import org.dipscope.core.figure.ReferenceLine;
import org.dipscope.core.figure.Region;
import org.dipscope.core.figure.Shape;
import org.dipscope.core.histogram.Values;

/**
 * Pulls and impacts of the constrained parameters side by side, a row each. Impacts are drawn by
 * two definitions at once: bars for refits, which have two ends, and open circles for the linear
 * one with all other parameters held (see {@link org.dipscope.core.fit.Impact}).
 */
public final class ImpactFigure {
  private static final double BAR = 0.32;
  private static final int LEAST_ROWS = 8;
  private static final double LEAST_REACH = 3;
  private static final double CIRCLE_PT = 7;

  private ImpactFigure() {}

  /**
   * A parameter.
   *
   * @param name its name
   * @param shift how far the fit moved it, in errors before the fit
   * @param constraint its error after the fit over that before
   * @param high the impact of the upward refit; NaN if there is none
   * @param low the impact of the downward refit; NaN if there is none
   * @param othersHeld the linear impact
   */
  public record Row(
      String name, double shift, double constraint, double high, double low, double othersHeld) {

    /** The largest impact by any of the definitions. */
    public double size() {
      return Math.max(Math.abs(finite(othersHeld)), Math.max(refit(high), refit(low)));
    }

    private static double refit(double impact) {
      return Math.abs(finite(impact));
    }

    private static double finite(double impact) {
      return Double.isFinite(impact) ? impact : 0;
    }
  }

  /**
   * Draws rows from top to bottom.
   *
   * @param poi the parameter of interest; empty for pulls alone
   * @param refit how the refits are called
   */
  public static FigureSpec of(List<Row> rows, String poi, String refit) {
    Column pulls = pulls(rows);
    return poi.isEmpty()
        ? FigureSpec.of("Pulls", pulls)
        : FigureSpec.of("Pulls, and impacts on " + poi, pulls, impacts(rows, poi, refit));
  }

  private static double height(List<Row> rows, int row) {
    return count(rows) - row - 0.5;
  }

  /** Few rows leave room below, so that bars stay bars. */
  private static int count(List<Row> rows) {
    return Math.max(LEAST_ROWS, rows.size());
  }

  private static List<String> names(List<Row> rows, boolean isWritten) {
    List<String> names = new ArrayList<>(Collections.nCopies(count(rows) - rows.size(), ""));
    rows.reversed()
        .forEach(row -> names.add(isWritten ? CorrelationFigure.rowName(row.name()) : ""));
    return names;
  }

  private static Column pulls(List<Row> rows) {
    double top = count(rows);
    List<Mark> marks = new ArrayList<>();
    marks.add(band(2, top, Colour.series(2)));
    marks.add(band(1, top, Colour.series(10)));
    marks.add(ReferenceLine.vertical(0, ""));
    double[] x = new double[rows.size()];
    double[] y = new double[rows.size()];
    double[] error = new double[rows.size()];
    double reach = LEAST_REACH;
    for (int i = 0; i < rows.size(); i++) {
      x[i] = rows.get(i).shift();
      y[i] = height(rows, i);
      error[i] = rows.get(i).constraint();
      double far = Math.abs(x[i]) + (Double.isFinite(error[i]) ? error[i] : 0);
      reach = Math.max(reach, Math.ceil(far));
    }
    Values errors = Values.of(error);
    Values none = Values.EMPTY;
    marks.add(
        new Points("", Values.of(x), Values.of(y), errors, errors, none, none, null, 0, null));
    if (rows.isEmpty()) {
      marks.add(
          new Note(
              "no constrained parameter is free",
              0,
              0.5 * top,
              Note.Placement.DATA,
              Note.Align.CENTRE,
              0.9,
              Colour.MUTED));
    }
    return Column.of(
        Axis.linear("(θ̂ − θ_{0}) / σ_{0}", "").range(-reach, reach),
        Panel.of(Axis.named("", names(rows, true)), marks.toArray(Mark[]::new))
            .withTitles("pull and error after the fit", "")
            .withLegend(Legend.NONE));
  }

  private static Band band(double half, double top, Colour colour) {
    return new Band(
        "", Values.of(-half, half), Values.of(0.0), Values.of(top), Fill.TRANSLUCENT, colour);
  }

  private static Column impacts(List<Row> rows, String poi, String refit) {
    List<Polyline> up = new ArrayList<>();
    List<Polyline> down = new ArrayList<>();
    double[] x = new double[rows.size()];
    double[] y = new double[rows.size()];
    double reach = 0;
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      y[i] = height(rows, i);
      x[i] = row.othersHeld();
      addBar(up, row.high(), y[i]);
      addBar(down, row.low(), y[i]);
      reach = Math.max(reach, row.size());
    }
    double end = reach > 0 ? 1.15 * reach : 1;
    List<Mark> marks = new ArrayList<>();
    marks.add(new Region("+1σ, " + refit, up, Fill.SOLID, Colour.series(2)));
    marks.add(new Region("−1σ, " + refit, down, Fill.SOLID, Colour.series(1)));
    marks.add(ReferenceLine.vertical(0, ""));
    marks.add(
        Points.symbols(
            "+1σ, others held",
            Values.of(x),
            Values.of(y),
            Shape.CIRCLE,
            CIRCLE_PT,
            Colour.FOREGROUND));
    return Column.of(
        Axis.linear("impact on " + HistogramFigure.escaped(poi), "").range(-end, end),
        Panel.of(Axis.named("", names(rows, false)), marks.toArray(Mark[]::new))
            .withLegend(new Legend(Legend.Place.ABOVE, 3, List.of())));
  }

  private static void addBar(List<Polyline> bars, double impact, double y) {
    if (Double.isFinite(impact)) {
      bars.add(Polyline.rectangle(Math.min(0, impact), y - BAR, Math.max(0, impact), y + BAR));
    }
  }
}
