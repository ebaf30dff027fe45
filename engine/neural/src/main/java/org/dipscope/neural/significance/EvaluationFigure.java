package org.dipscope.neural.significance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.dipscope.core.figure.Axis;
import org.dipscope.core.figure.Band;
import org.dipscope.core.figure.Colour;
import org.dipscope.core.figure.ColourMap;
import org.dipscope.core.figure.ColourScale;
import org.dipscope.core.figure.Column;
import org.dipscope.core.figure.Dash;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.figure.Fill;
import org.dipscope.core.figure.HeatMap;
import org.dipscope.core.figure.Legend;
import org.dipscope.core.figure.Line;
import org.dipscope.core.figure.Mark;
import org.dipscope.core.figure.Panel;
import org.dipscope.core.figure.Points;
import org.dipscope.core.figure.ReferenceLine;
import org.dipscope.core.figure.Shape;
import org.dipscope.core.figure.Steps;
import org.dipscope.core.figure.Stroke;
import org.dipscope.core.histogram.Values;
import org.dipscope.neural.significance.NetworkEvaluation.Row;

/**
 * An evaluation on one sample: on the left what the first estimator finds against the truth and the
 * spread of &Delta;Z<sub>max</sub>, on the right bias, half width and pull width of every estimator
 * in slices, beside what perfect inference reaches. After the figures 9 to 18 of the thesis on
 * Znet3 (Weizmann Institute, 2024).
 */
public final class EvaluationFigure {
  private static final double HIGHEST = 12;
  private static final int CELLS = 36;
  private static final double STEP = 1;
  private static final int FEWEST = 10;
  private static final double MOST_RANGE = 1e5;
  private static final double SYMBOL_PT = 6;
  private static final double MARGIN = 1.15;
  private static final double[] ONE_SIGMA = {0.1587, 0.8413};
  private static final double[] TWO_SIGMA = {0.0228, 0.9772};

  private EvaluationFigure() {}

  /** By what the right side is divided. */
  public enum By {
    /** The true significance. */
    SIGNIFICANCE,
    /** The number of bins. */
    BINS,
    /** The content of the first bin over that of the last. */
    DYNAMIC_RANGE,
    /** The width of the signal. */
    WIDTH;

    private Division division() {
      return switch (this) {
        case SIGNIFICANCE -> Division.TRUTH;
        case BINS -> Division.BINS;
        case DYNAMIC_RANGE -> Division.DYNAMIC_RANGE;
        case WIDTH -> Division.WIDTH;
      };
    }

    private Axis axis() {
      return switch (this) {
        case SIGNIFICANCE -> Axis.linear("largest true z", "σ").range(0, HIGHEST);
        case BINS -> Axis.linear("bins", "").range(28, 102);
        case DYNAMIC_RANGE -> Axis.log("dynamic range", "").range(2.5, 1.2 * MOST_RANGE);
        case WIDTH -> Axis.linear("σ of the signal", "bins").range(0.4, 4.6);
      };
    }
  }

  /**
   * The figure of some estimators.
   *
   * @param rows the same sample, at least one
   */
  public static FigureSpec of(List<Row> rows, By by) {
    Row first = rows.getFirst();
    Axis truth = Axis.linear("largest true z", "σ").range(0, HIGHEST);
    Column left = Column.of(truth, found(first), spread(first)).withWeight(1.1);
    Column right =
        Column.of(
            by.axis(),
            panel("bias of ΔZ_{max} [σ]", rows, by, Performance::bias, 0)
                .withLegend(rows.size() > 1 ? Legend.AUTO : Legend.NONE),
            halfWidths(rows, by),
            panel("pull width", rows, by, Performance::pullWidth, 1));
    String sample = first.overall().sample();
    return FigureSpec.of("Evaluation on " + sample + " by " + by.division().key(), left, right);
  }

  private static Panel found(Row row) {
    double[] edges = new double[CELLS + 1];
    for (int i = 0; i <= CELLS; i++) {
      edges[i] = HIGHEST * i / CELLS;
    }
    double[][] counts = new double[CELLS][CELLS];
    for (int h = 0; h < row.truth().size(); h++) {
      int x = (int) Math.floor(row.truth().get(h) / HIGHEST * CELLS);
      int y = (int) Math.floor(row.found().get(h) / HIGHEST * CELLS);
      if (x >= 0 && x < CELLS && y >= 0 && y < CELLS) {
        counts[y][x]++;
      }
    }
    for (double[] line : counts) {
      for (int x = 0; x < CELLS; x++) {
        line[x] = line[x] == 0 ? Double.NaN : line[x];
      }
    }
    ColourScale colours = new ColourScale(Axis.linear("histograms", ""), ColourMap.VIRIDIS, true);
    Line same =
        new Line(
            "",
            Values.of(0, HIGHEST),
            Values.of(0, HIGHEST),
            new Stroke(Colour.FOREGROUND, 1, Dash.DASHED));
    return Panel.of(
            Axis.linear("largest z found", "σ").range(0, HIGHEST),
            HeatMap.of(edges, edges, counts, colours),
            same)
        .withWeight(2)
        .withTitles(title(row), words(row.estimator()));
  }

  private static String title(Row row) {
    return row.overall().sample().replace("1-4", "1–4");
  }

  /** What an estimator is called on screen. */
  public static String words(String estimator) {
    return estimator.equals("bumpnet") ? "network" : estimator.replace('-', ' ');
  }

  /** Median and central intervals of &Delta;Z in steps of the truth. */
  private static Panel spread(Row row) {
    int steps = (int) (HIGHEST / STEP);
    double[] edges = new double[steps + 1];
    double[][] one = filled(2, steps);
    double[][] two = filled(2, steps);
    double[] median = filled(1, steps)[0];
    for (int k = 0; k <= steps; k++) {
      edges[k] = k * STEP;
    }
    for (int k = 0; k < steps; k++) {
      double[] sorted = differences(row, edges[k], edges[k + 1]);
      if (sorted.length >= FEWEST) {
        median[k] = Performance.quantile(sorted, 0.5);
        for (int side = 0; side < 2; side++) {
          one[side][k] = Performance.quantile(sorted, ONE_SIGMA[side]);
          two[side][k] = Performance.quantile(sorted, TWO_SIGMA[side]);
        }
      }
    }
    Values at = Values.of(edges);
    Colour colour = Colour.series(1);
    return Panel.of(
            Axis.linear("ΔZ_{max}", "σ").range(-3, 3),
            new Band(
                "95 %", at, Values.of(two[0]), Values.of(two[1]), Fill.TRANSLUCENT, Colour.MUTED),
            new Band("68 %", at, Values.of(one[0]), Values.of(one[1]), Fill.TRANSLUCENT, colour),
            new Steps("median", at, Values.of(median), Stroke.of(colour).withWidth(1.6)),
            ReferenceLine.horizontal(0, ""))
        .withLegend(new Legend(Legend.Place.ABOVE, 3, List.of()));
  }

  private static double[][] filled(int rows, int columns) {
    double[][] all = new double[rows][columns];
    for (double[] row : all) {
      Arrays.fill(row, Double.NaN);
    }
    return all;
  }

  private static double[] differences(Row row, double low, double high) {
    return java.util.stream.IntStream.range(0, row.truth().size())
        .filter(h -> row.truth().get(h) >= low && row.truth().get(h) < high)
        .mapToDouble(h -> row.found().get(h) - row.truth().get(h))
        .sorted()
        .toArray();
  }

  private static Panel halfWidths(List<Row> rows, By by) {
    Panel panel = panel("half width [σ]", rows, by, Performance::halfWidth, Double.NaN);
    List<Mark> marks = new ArrayList<>(panel.marks());
    List<Slice> slices = slices(rows.getFirst(), by);
    boolean isKnown = slices.stream().anyMatch(slice -> !Double.isNaN(slice.limit()));
    double overall = rows.getFirst().limit();
    Stroke stroke = new Stroke(Colour.MUTED, 1.4, Dash.DASHED);
    if (isKnown) {
      double[] edges = new double[slices.size() + 1];
      double[] limits = new double[slices.size()];
      for (int k = 0; k < limits.length; k++) {
        edges[k] = slices.get(k).low();
        edges[k + 1] = Math.min(slices.get(k).high(), MOST_RANGE);
        limits[k] = slices.get(k).limit();
      }
      marks.add(new Steps("perfect inference", Values.of(edges), Values.of(limits), stroke));
    } else if (!Double.isNaN(overall)) {
      marks.add(
          new ReferenceLine(
              ReferenceLine.Direction.HORIZONTAL, overall, "perfect inference, all", "", stroke));
    }
    double top = Double.isNaN(overall) ? 0 : overall;
    for (Row row : rows) {
      for (Slice slice : slices(row, by)) {
        top = Math.max(top, slice.performance().halfWidth());
      }
    }
    return Panel.of(panel.y().range(0, MARGIN * top), marks.toArray(Mark[]::new))
        .withLegend(isKnown ? Legend.AUTO : Legend.NONE);
  }

  private static List<Slice> slices(Row row, By by) {
    return row.slices().getOrDefault(by.division().key(), List.of());
  }

  private static Panel panel(
      String label, List<Row> rows, By by, ToDoubleFunction<Performance> value, double level) {
    List<Mark> marks = new ArrayList<>();
    for (int e = 0; e < rows.size(); e++) {
      Row row = rows.get(e);
      List<double[]> points =
          slices(row, by).stream()
              .map(
                  slice ->
                      new double[] {middle(slice, by), value.applyAsDouble(slice.performance())})
              .filter(point -> Double.isFinite(point[1]))
              .toList();
      if (points.isEmpty()) {
        continue;
      }
      Values x = Values.of(points.stream().mapToDouble(p -> p[0]).toArray());
      Values y = Values.of(points.stream().mapToDouble(p -> p[1]).toArray());
      Colour colour = Colour.series(e + 1);
      marks.add(new Line("", x, y, Stroke.of(colour).withWidth(1)));
      marks.add(
          Points.symbols(
              label.startsWith("bias") ? words(row.estimator()) : "",
              x,
              y,
              Shape.DISC,
              SYMBOL_PT,
              colour));
    }
    if (!Double.isNaN(level)) {
      marks.addFirst(ReferenceLine.horizontal(level, ""));
    }
    return Panel.of(Axis.linear(label, ""), marks.toArray(Mark[]::new)).withLegend(Legend.NONE);
  }

  private static double middle(Slice slice, By by) {
    double high = Math.min(slice.high(), MOST_RANGE);
    return by == By.DYNAMIC_RANGE ? Math.sqrt(slice.low() * high) : (slice.low() + high) / 2;
  }
}
