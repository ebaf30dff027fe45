package org.dipscope.neural.significance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
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
import org.dipscope.core.figure.Theme;
import org.dipscope.core.figure.text.RichText;
import org.dipscope.core.histogram.Values;

/**
 * The curves of trainings laid over each other: on the left loss and error of every stretch with a
 * running mean, on the right half width, bias and pull width of every validation beside what
 * perfect inference reaches.
 */
public final class TrainingFigure {
  private static final double RAW_PT = 0.7;
  private static final int FAINT = 0x70;
  private static final double SMOOTH_PT = 1.8;
  private static final double SYMBOL_PT = 5;
  private static final double MARGIN = 1.12;

  /** Half widths that were published for width 1 (BumpNet proceedings, LHCP 2025). */
  private static final double[] PUBLISHED = {0.6, 0.7};

  private TrainingFigure() {}

  /**
   * A training to be drawn.
   *
   * @param name for the legend, plain text
   * @param colour number of its series colour, from 1
   * @param curve how it went
   */
  public record Run(String name, int colour, TrainingCurve curve) {}

  /**
   * How it is drawn.
   *
   * @param logSteps whether the axis of steps is logarithmic
   * @param logLoss whether the axes of loss and error are logarithmic
   */
  public record Look(boolean logSteps, boolean logLoss) {}

  /** The figure of these trainings. */
  public static FigureSpec of(List<Run> runs, Look look) {
    Axis steps = steps(runs, look.logSteps());
    Column left =
        Column.of(
            steps,
            trace("loss", runs, TrainingProgress::loss, look)
                .withLegend(runs.size() > 1 ? Legend.AUTO : Legend.NONE),
            trace("RMS error of z", runs, TrainingProgress::error, look).withLegend(Legend.NONE));
    Column right =
        Column.of(
            steps,
            halfWidths(runs),
            around(0, 0.1, validations("bias", runs, Performance::bias, List.of(level(0)))),
            around(
                1,
                0.3,
                validations("pull width", runs, Performance::pullWidth, List.of(level(1)))));
    return FigureSpec.of("Loss and validation of " + runs.size() + " trainings", left, right);
  }

  private static Axis steps(List<Run> runs, boolean logarithmic) {
    double last = 1;
    double first = Double.POSITIVE_INFINITY;
    for (Run run : runs) {
      last = Math.max(last, (double) run.curve().lastStep().orElse(1));
      if (!run.curve().progress().isEmpty()) {
        first = Math.min(first, (double) run.curve().progress().getFirst().step());
      }
    }
    return logarithmic
        ? Axis.log("steps", "").range(Math.clamp(first, 1, Math.max(1, last / 2)), last)
        : Axis.linear("steps", "").range(0, last);
  }

  private static Panel trace(
      String label, List<Run> runs, ToDoubleFunction<TrainingProgress> value, Look look) {
    List<Mark> raw = new ArrayList<>();
    List<Mark> smooth = new ArrayList<>();
    for (Run run : runs) {
      List<TrainingProgress> progress = run.curve().progress();
      if (progress.isEmpty()) {
        continue;
      }
      Values x = Values.of(progress.stream().mapToDouble(TrainingProgress::step).toArray());
      double[] y = progress.stream().mapToDouble(value).toArray();
      Stroke stroke = Stroke.of(Colour.series(run.colour()));
      raw.add(new Line("", x, Values.of(y), new Stroke(faint(run), RAW_PT, Dash.SOLID)));
      smooth.add(
          new Line(
              RichText.verbatim(run.name()),
              x,
              Values.of(smoothed(y)),
              stroke.withWidth(SMOOTH_PT)));
    }
    raw.addAll(smooth);
    Axis y = look.logLoss() ? Axis.log(label, "") : Axis.linear(label, "");
    return Panel.of(y, raw.toArray(Mark[]::new));
  }

  /** The colour of a run for what stands behind. */
  private static Colour faint(Run run) {
    int rgb = Theme.LIGHT.argb(Colour.series(run.colour())) & 0xffffff;
    return new Colour(String.format(Locale.ROOT, "#%06x%02x", rgb, FAINT));
  }

  /** The mean over neighbours: few at the beginning, where it falls fast, and more later. */
  static double[] smoothed(double[] y) {
    double[] sums = new double[y.length + 1];
    for (int i = 0; i < y.length; i++) {
      sums[i + 1] = sums[i] + y[i];
    }
    int most = Math.max(2, y.length / 40);
    double[] mean = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      int reach = Math.min(most, i / 3);
      int end = Math.min(y.length, i + reach + 1);
      mean[i] = (sums[end] - sums[i - reach]) / (end - (i - reach));
    }
    return mean;
  }

  private static Panel halfWidths(List<Run> runs) {
    List<Mark> known = new ArrayList<>();
    double top = 0;
    boolean narrow = runs.stream().anyMatch(run -> learns(run, Mode.NARROW));
    if (narrow) {
      known.add(published());
      top = PUBLISHED[1];
    }
    for (EvaluationSample sample : EvaluationSample.all()) {
      boolean isPure =
          sample.name().startsWith("functions, width")
              || sample.name().startsWith("log-polynomials, width");
      if (isPure && runs.stream().anyMatch(run -> learns(run, sample.mode()))) {
        String text = sample.name().replace("1-4", "1–4") + ": " + sample.limit();
        known.add(
            new ReferenceLine(
                ReferenceLine.Direction.HORIZONTAL,
                sample.limit(),
                text,
                "",
                new Stroke(Colour.MUTED, 1, Dash.DASHED)));
        top = Math.max(top, sample.limit());
      }
    }
    double highest =
        runs.stream()
            .flatMap(run -> run.curve().validations().stream())
            .flatMap(validation -> validation.results().stream())
            .mapToDouble(Performance::halfWidth)
            .filter(Double::isFinite)
            .max()
            .orElse(1);
    Panel panel = validations("half width", runs, Performance::halfWidth, known);
    return new Panel(
        panel.y().range(0, MARGIN * Math.max(top, highest)),
        panel.marks(),
        2,
        "ΔZ_{max} in validation; dashed: limits on pure samples",
        "",
        Legend.AUTO);
  }

  /** A panel whose vertical axis has a value in its middle. */
  private static Panel around(double middle, double least, Panel panel) {
    double reach = least;
    for (Mark mark : panel.marks()) {
      if (mark instanceof Points points) {
        for (int i = 0; i < points.y().size(); i++) {
          double distance = MARGIN * Math.abs(points.y().get(i) - middle);
          reach = Double.isFinite(distance) ? Math.max(reach, distance) : reach;
        }
      }
    }
    return new Panel(
        panel.y().range(middle - reach, middle + reach),
        panel.marks(),
        panel.weight(),
        "",
        "",
        panel.legend());
  }

  private static Region published() {
    double far = Double.POSITIVE_INFINITY;
    return new Region(
        "published, width 1",
        List.of(
            new Polyline(
                Values.of(-far, far, far, -far),
                Values.of(PUBLISHED[0], PUBLISHED[0], PUBLISHED[1], PUBLISHED[1]))),
        Fill.TRANSLUCENT,
        Colour.MUTED);
  }

  private static ReferenceLine level(double y) {
    return ReferenceLine.horizontal(y, "");
  }

  private static boolean learns(Run run, Mode mode) {
    return run.curve().validations().stream()
        .flatMap(validation -> validation.results().stream())
        .anyMatch(result -> mode(result) == mode);
  }

  private static Mode mode(Performance result) {
    return result.sample().endsWith("1-4") ? Mode.MIXED : Mode.NARROW;
  }

  private static Panel validations(
      String label, List<Run> runs, ToDoubleFunction<Performance> value, List<Mark> known) {
    List<Mark> marks = new ArrayList<>(known);
    List<Mode> named = new ArrayList<>();
    for (Run run : runs) {
      Map<Mode, List<double[]>> points = new LinkedHashMap<>();
      for (TrainingCurve.Validation validation : run.curve().validations()) {
        for (Performance result : validation.results()) {
          points
              .computeIfAbsent(mode(result), ignored -> new ArrayList<>())
              .add(new double[] {validation.step(), value.applyAsDouble(result)});
        }
      }
      points.forEach(
          (mode, at) -> {
            Values x = Values.of(at.stream().mapToDouble(p -> p[0]).toArray());
            Values y = Values.of(at.stream().mapToDouble(p -> p[1]).toArray());
            Colour colour = Colour.series(run.colour());
            String name = mode == Mode.NARROW ? "width 1" : "widths 1–4";
            marks.add(new Line("", x, y, Stroke.of(colour).withWidth(1)));
            marks.add(
                Points.symbols(
                    named.contains(mode) ? "" : name,
                    x,
                    y,
                    mode == Mode.NARROW ? Shape.DISC : Shape.CIRCLE,
                    SYMBOL_PT,
                    colour));
            named.add(mode);
          });
    }
    return Panel.of(Axis.linear(label, ""), marks.toArray(Mark[]::new)).withLegend(Legend.NONE);
  }
}
