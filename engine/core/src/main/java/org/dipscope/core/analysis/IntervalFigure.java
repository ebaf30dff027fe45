package org.dipscope.core.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dipscope.core.figure.Axis;
import org.dipscope.core.figure.Colour;
import org.dipscope.core.figure.Column;
import org.dipscope.core.figure.Dash;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.figure.Fill;
import org.dipscope.core.figure.Legend;
import org.dipscope.core.figure.Line;
import org.dipscope.core.figure.Mark;
import org.dipscope.core.figure.Panel;
import org.dipscope.core.figure.Points;
import org.dipscope.core.figure.Polyline;
import org.dipscope.core.figure.ReferenceLine;
import org.dipscope.core.figure.Region;
import org.dipscope.core.figure.Shape;
import org.dipscope.core.figure.Stroke;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.neyman.ConfidenceSet;
import org.dipscope.core.neyman.CriticalCurve;
import org.dipscope.core.neyman.Focus;
import org.dipscope.core.neyman.Segment;
import org.dipscope.core.neyman.TestStatistic;

/**
 * A test statistic over the tested strengths with its critical values, and below it the strengths
 * that it does not exclude.
 */
public final class IntervalFigure {
  private static final double HEADROOM = 1.5;
  private static final double BAR_PT = 7;

  private IntervalFigure() {}

  /**
   * One statistic of the data.
   *
   * @param statistic which
   * @param strength where it was taken, increasing
   * @param value T there
   * @param critical its critical curves, perhaps none
   */
  public record Curve(
      TestStatistic statistic, Values strength, Values value, List<CriticalCurve> critical) {}

  /**
   * One row of segments.
   *
   * @param name what it is, rich text
   * @param statistic whose colour it takes
   * @param set its segments
   * @param isWeak whether it stands back, as what only large samples promise
   */
  public record Row(String name, TestStatistic statistic, ConfidenceSet set, boolean isWeak) {}

  /**
   * The figure.
   *
   * @param parameter the name of the strength, plain text
   * @param data what the data are, such as observed
   * @param best where the likelihood is largest
   */
  public static FigureSpec of(
      String parameter, String data, double best, List<Curve> curves, List<Row> rows) {
    String name = symbol(parameter);
    List<Panel> panels = new ArrayList<>();
    panels.add(statistics(name, data, best, curves));
    focus(curves, name).ifPresent(panels::add);
    if (!rows.isEmpty()) {
      panels.add(segments(rows, best));
    }
    Values strength = curves.getFirst().strength();
    Axis x = Axis.linear(name, "").range(strength.get(0), strength.get(strength.size() - 1));
    return new FigureSpec(
        "Test statistic of " + parameter + ", " + data,
        0,
        0,
        0,
        null,
        List.of(new Column(x, panels, 1)));
  }

  /** The usual letter for a strength called mu, other names as rich text. */
  public static String symbol(String parameter) {
    return parameter.equals("mu") ? "μ" : HistogramFigure.escaped(parameter);
  }

  /** The colour of a statistic. */
  static Colour colour(TestStatistic statistic) {
    return Colour.series(statistic instanceof TestStatistic.LikelihoodRatio ? 1 : 3);
  }

  /** A statistic in words. */
  static String words(TestStatistic statistic) {
    return statistic instanceof TestStatistic.LikelihoodRatio ? "likelihood ratio" : "focused";
  }

  /** A level as per cent. */
  public static String percent(double level) {
    String text = String.format(Locale.ROOT, "%.2f", 100 * level);
    return text.replaceAll("0+$", "").replaceAll("\\.$", "") + " %";
  }

  private static Dash dash(int level) {
    return switch (level % 3) {
      case 0 -> Dash.DASHED;
      case 1 -> Dash.DOTTED;
      default -> Dash.DASH_DOT;
    };
  }

  private static Panel statistics(String name, String data, double best, List<Curve> curves) {
    List<Mark> marks = new ArrayList<>();
    double highest = 0;
    double lowest = 0;
    boolean labelled = true;
    for (Curve curve : curves) {
      int level = 0;
      for (CriticalCurve critical : curve.critical()) {
        band(critical, colour(curve.statistic())).ifPresent(marks::add);
        marks.add(
            new Line(
                labelled ? "c(" + name + "), " + percent(critical.level()) : "",
                critical.strength(),
                critical.value(),
                Stroke.of(colour(curve.statistic())).withDash(dash(level)).withWidth(1.2)));
        highest = Math.max(highest, greatest(critical.value()));
        level++;
      }
      lowest = Math.min(lowest, -greatest(curve.value().map(v -> -v)));
      labelled = labelled && curve.critical().isEmpty();
    }
    for (Curve curve : curves) {
      marks.add(
          new Line(
              "T, " + words(curve.statistic()),
              curve.strength(),
              curve.value(),
              Stroke.of(colour(curve.statistic())).withWidth(2)));
    }
    marks.add(ReferenceLine.vertical(best, ""));
    double top = HEADROOM * (highest > 0 ? highest : 6);
    double bottom = lowest < 0 ? lowest - 0.2 * (top - lowest) : 0;
    Axis y = Axis.linear("T(D; " + name + ")", "").range(bottom, top);
    return Panel.of(y, marks.toArray(Mark[]::new))
        .withWeight(3)
        .withTitles(data, "best fit " + name + " = " + number(best));
  }

  private static double greatest(Values values) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (double value : values.toArray()) {
      greatest = Double.isFinite(value) ? Math.max(greatest, value) : greatest;
    }
    return greatest;
  }

  private static Optional<Mark> band(CriticalCurve critical, Colour colour) {
    int n = critical.strength().size();
    if (n < 2 || !(critical.standardError().sum() > 0)) {
      return Optional.empty();
    }
    double[] x = new double[2 * n];
    double[] y = new double[2 * n];
    for (int i = 0; i < n; i++) {
      x[i] = critical.strength().get(i);
      y[i] = critical.value().get(i) - critical.standardError().get(i);
      x[2 * n - 1 - i] = x[i];
      y[2 * n - 1 - i] = critical.value().get(i) + critical.standardError().get(i);
    }
    return Optional.of(
        new Region(
            "", List.of(new Polyline(Values.of(x), Values.of(y))), Fill.TRANSLUCENT, colour));
  }

  /** The focus, where there is one. */
  private static Optional<Panel> focus(List<Curve> curves, String name) {
    for (Curve curve : curves) {
      if (curve.statistic() instanceof TestStatistic.Focused(Focus focus)) {
        Values weight =
            curve
                .strength()
                .map(mu -> mu < focus.low() || mu > focus.high() ? 0 : focus.weight(mu));
        Axis y = Axis.linear("f(" + name + ")", "").range(0, 1.15 * greatest(weight));
        Line line =
            new Line(
                "",
                curve.strength(),
                weight,
                Stroke.of(colour(curve.statistic())).withDash(Dash.LONG_DASH));
        return Optional.of(Panel.of(y, line).withWeight(0.55).withLegend(Legend.NONE));
      }
    }
    return Optional.empty();
  }

  private static Panel segments(List<Row> rows, double best) {
    List<Mark> marks = new ArrayList<>();
    marks.add(ReferenceLine.vertical(best, ""));
    int count = rows.size();
    for (int i = 0; i < count; i++) {
      Row row = rows.get(i);
      double y = count - i - 0.5;
      for (Segment segment : row.set().segments()) {
        double low = segment.low();
        double high = segment.high();
        marks.add(
            new Line(
                "",
                Values.of(low, high),
                Values.of(y, y),
                Stroke.of(row.isWeak() ? Colour.MUTED : colour(row.statistic()))
                    .withWidth(row.isWeak() ? 0.5 * BAR_PT : BAR_PT)));
      }
    }
    marks.add(
        Points.symbols(
            "",
            Values.constant(count, best),
            Values.of(IntStream.range(0, count).mapToDouble(i -> i + 0.5).toArray()),
            Shape.PLUS,
            6,
            Colour.FOREGROUND));
    List<String> names = rows.reversed().stream().map(Row::name).toList();
    return Panel.of(Axis.named("", names), marks.toArray(Mark[]::new))
        .withWeight(Math.max(0.4, 0.28 * count))
        .withLegend(Legend.NONE);
  }

  /** A number with four digits. */
  static String number(double value) {
    String text = String.format(Locale.ROOT, "%.4g", value);
    return text.contains("e") || !text.contains(".")
        ? text
        : text.replaceAll("0+$", "").replaceAll("\\.$", "");
  }
}
