package org.dipscope.core.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.dipscope.core.figure.Axis;
import org.dipscope.core.figure.Colour;
import org.dipscope.core.figure.Column;
import org.dipscope.core.figure.Dash;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.figure.Legend;
import org.dipscope.core.figure.Line;
import org.dipscope.core.figure.Mark;
import org.dipscope.core.figure.Panel;
import org.dipscope.core.figure.Points;
import org.dipscope.core.figure.ReferenceLine;
import org.dipscope.core.figure.Shape;
import org.dipscope.core.figure.Steps;
import org.dipscope.core.figure.Stroke;
import org.dipscope.core.histogram.Garwood;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.neyman.CriticalCurve;
import org.dipscope.core.neyman.TestStatistic;
import org.dipscope.core.neyman.ToySummary;
import org.jspecify.annotations.Nullable;

/** Simulated experiments: all of them, and one. */
public final class ToyFigure {
  private static final int BINS = 40;
  private static final double MOST_POINTS = 4000;

  private ToyFigure() {}

  /**
   * What is drawn beside the experiments.
   *
   * @param parameter the name of the strength, plain text
   * @param statistic which T
   * @param truth the true strength
   * @param tested where T is taken
   * @param critical its critical value there
   * @param observed T of the data there; NaN if they are not shown
   * @param observedBest where the data are fitted; NaN likewise
   * @param chosen the experiment that is looked at, or null
   */
  public record Scene(
      String parameter,
      TestStatistic statistic,
      double truth,
      double tested,
      double critical,
      double observed,
      double observedBest,
      @Nullable ToySummary chosen) {}

  /** Distributions of T and of the fitted strength, and one over the other. */
  public static FigureSpec all(List<ToySummary> toys, Scene scene) {
    List<ToySummary> fitted = toys.stream().filter(toy -> toy.failure().isEmpty()).toList();
    String name = IntervalFigure.symbol(scene.parameter());
    double[] t = values(fitted, ToySummary::statistic);
    double[] best = values(fitted, ToySummary::bestStrength);
    double[] reach = reach(t, scene);
    Axis tAxis =
        Axis.linear("T(D; " + name + " = " + IntervalFigure.number(scene.tested()) + ")", "")
            .range(reach[0], reach[1]);
    double most = Arrays.stream(best).max().orElse(1);
    double least = Arrays.stream(best).min().orElse(0);
    double margin = Math.max(1e-3, 0.04 * (most - least));
    double[] bestRange = {least - margin, most + margin};
    Column left =
        Column.of(tAxis, statistic(t, reach, scene), scatter(fitted, scene, name, bestRange));
    Column right =
        Column.of(
                Axis.linear("fitted " + name, "").range(bestRange[0], bestRange[1]),
                fits(best, bestRange, scene, name))
            .withWeight(0.8);
    return new FigureSpec("Simulated experiments", 0, 0, 0, null, List.of(left, right));
  }

  private static double[] values(List<ToySummary> toys, ToDoubleFunction<ToySummary> number) {
    return toys.stream().mapToDouble(number).toArray();
  }

  private static double[] reach(double[] t, Scene scene) {
    double[] sorted = t.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    double low = n == 0 ? 0 : sorted[0];
    double high = n == 0 ? 6 : sorted[(int) Math.min(n - 1, Math.ceil(0.995 * n))];
    boolean isRatio = scene.statistic() instanceof TestStatistic.LikelihoodRatio;
    double top = Math.max(high, Double.isNaN(scene.critical()) ? high : scene.critical());
    double bottom = isRatio ? 0 : low - 0.03 * (top - low);
    return new double[] {bottom, Math.max(bottom + 1, top + 0.1 * (top - bottom))};
  }

  private static Panel statistic(double[] t, double[] reach, Scene scene) {
    List<Mark> marks = new ArrayList<>();
    marks.add(histogram("toys", t, reach, Colour.series(1)));
    if (scene.statistic() instanceof TestStatistic.LikelihoodRatio && t.length > 0) {
      marks.add(wilks(t.length, reach));
    }
    if (Double.isFinite(scene.critical())) {
      marks.add(
          new ReferenceLine(
              ReferenceLine.Direction.VERTICAL,
              scene.critical(),
              "critical",
              "",
              Stroke.of(Colour.series(3)).withDash(Dash.DASHED)));
    }
    mark(scene.observed(), "data", marks);
    return Panel.of(
        Axis.log("toys / bin", "").withLogFloor(0.5).range(0.5, Double.NaN),
        marks.toArray(Mark[]::new));
  }

  private static void mark(double place, String text, List<Mark> marks) {
    if (Double.isFinite(place)) {
      marks.add(
          new ReferenceLine(
              ReferenceLine.Direction.VERTICAL,
              place,
              text,
              "",
              Stroke.of(Colour.FOREGROUND).withWidth(1.2)));
    }
  }

  /** What Wilks' theorem promises, bin by bin. */
  private static Mark wilks(int toys, double[] reach) {
    double[] x = new double[BINS];
    double[] y = new double[BINS];
    double step = (reach[1] - reach[0]) / BINS;
    ChiSquaredDistribution chi = ChiSquaredDistribution.of(1);
    for (int i = 0; i < BINS; i++) {
      double from = reach[0] + i * step;
      x[i] = from + 0.5 * step;
      y[i] = toys * chi.probability(Math.max(0, from), from + step);
    }
    return new Line(
        "χ^{2} of one degree of freedom",
        Values.of(x), Values.of(y), Stroke.of(Colour.series(2)).withWidth(1.8));
  }

  private static Steps histogram(String label, double[] values, double[] reach, Colour colour) {
    double[] edges = new double[BINS + 1];
    double[] contents = new double[BINS];
    for (int i = 0; i <= BINS; i++) {
      edges[i] = reach[0] + (reach[1] - reach[0]) * i / BINS;
    }
    for (double value : values) {
      int bin = (int) Math.floor((value - reach[0]) / (reach[1] - reach[0]) * BINS);
      if (bin >= 0 && bin < BINS) {
        contents[bin]++;
      }
    }
    return new Steps(label, Values.of(edges), Values.of(contents), Stroke.of(colour));
  }

  private static Panel scatter(
      List<ToySummary> toys, Scene scene, String name, double[] bestRange) {
    List<Mark> marks = new ArrayList<>();
    int every = (int) Math.max(1, Math.ceil(toys.size() / MOST_POINTS));
    add(toys, every, toy -> toy.minima() < 2, "one minimum", 1, marks);
    add(toys, every, toy -> toy.minima() > 1, "several minima", 2, marks);
    ToySummary chosen = scene.chosen();
    if (chosen != null && chosen.failure().isEmpty()) {
      marks.add(
          Points.symbols(
              "",
              Values.of(chosen.statistic()),
              Values.of(chosen.bestStrength()),
              Shape.CIRCLE,
              11,
              Colour.series(3)));
    }
    marks.add(ReferenceLine.horizontal(scene.truth(), "truth"));
    return Panel.of(
            Axis.linear("fitted " + name, "").range(bestRange[0], bestRange[1]),
            marks.toArray(Mark[]::new))
        .withLegend(new Legend(Legend.Place.ABOVE, 2, List.of()))
        .withWeight(1.4);
  }

  private static void add(
      List<ToySummary> toys,
      int every,
      Predicate<ToySummary> kind,
      String label,
      int colour,
      List<Mark> marks) {
    List<ToySummary> some =
        toys.stream().filter(toy -> toy.toy() % every == 0).filter(kind).toList();
    if (!some.isEmpty()) {
      marks.add(
          Points.symbols(
              label,
              Values.of(values(some, ToySummary::statistic)),
              Values.of(values(some, ToySummary::bestStrength)),
              Shape.DISC,
              2.6,
              Colour.series(colour)));
    }
  }

  private static Panel fits(double[] best, double[] range, Scene scene, String name) {
    List<Mark> marks = new ArrayList<>();
    marks.add(histogram("", best, range, Colour.series(1)));
    marks.add(ReferenceLine.vertical(scene.truth(), "truth"));
    mark(scene.observedBest(), "data", marks);
    return Panel.of(Axis.linear("toys / bin", ""), marks.toArray(Mark[]::new))
        .withLegend(Legend.NONE)
        .withTitles(
            "", best.length + " toys at " + name + " = " + IntervalFigure.number(scene.truth()));
  }

  /**
   * One experiment: what was counted with the fitted prediction, and its likelihood.
   *
   * @param parameter the name of the strength, plain text
   * @param counts by bin
   * @param expected by bin, fitted
   * @param strength where the likelihood was taken
   * @param twiceDeltaNll &minus;2&Delta; ln L there
   * @param statistic T there
   * @param curve its critical values, linear between the tested strengths
   * @param truth the true strength
   */
  public record One(
      String parameter,
      Values counts,
      Values expected,
      Values strength,
      Values twiceDeltaNll,
      Values statistic,
      CriticalCurve curve,
      double truth) {}

  /** One experiment, its spectrum above its likelihood. */
  public static FigureSpec one(One toy) {
    String name = IntervalFigure.symbol(toy.parameter());
    int n = toy.counts().size();
    double[] edges = new double[n + 1];
    double[] centres = new double[n];
    for (int i = 0; i < n; i++) {
      edges[i] = i;
      centres[i] = i + 0.5;
    }
    edges[n] = n;
    Values low = toy.counts().map(count -> count - Garwood.of(count).low());
    Values high = toy.counts().map(count -> Garwood.of(count).high() - count);
    Panel spectrum =
        Panel.of(
            Axis.linear("events", ""),
            new Steps(
                "fit",
                Values.of(edges),
                toy.expected(),
                Stroke.of(Colour.series(1)).withWidth(1.8)),
            Points.data("toy", Values.of(centres), toy.counts(), low, high));
    List<Mark> marks = new ArrayList<>();
    marks.add(
        new Line(
            "−2Δ ln L",
            toy.strength(),
            toy.twiceDeltaNll(),
            Stroke.of(Colour.series(1)).withWidth(2)));
    double shift = toy.statistic().get(0) - toy.twiceDeltaNll().get(0);
    marks.add(
        new Line(
            "critical, " + IntervalFigure.percent(toy.curve().level()),
            toy.curve().strength(),
            toy.curve().value().map(c -> c - shift),
            Stroke.of(Colour.series(3)).withDash(Dash.DASHED)));
    List<Integer> minima = ToySummary.minima(toy.twiceDeltaNll());
    marks.add(
        Points.symbols(
            "minima",
            at(minima, toy.strength()),
            at(minima, toy.twiceDeltaNll()),
            Shape.CROSS,
            8,
            Colour.series(3)));
    marks.add(ReferenceLine.vertical(toy.truth(), "truth"));
    Panel likelihood =
        Panel.of(Axis.linear("−2Δ ln L", "").range(0, 10), marks.toArray(Mark[]::new));
    Axis mu =
        Axis.linear(name, "")
            .range(toy.strength().get(0), toy.strength().get(toy.strength().size() - 1));
    return FigureSpec.of(
        "One simulated experiment",
        Column.of(Axis.linear("bin", "").range(0, n), spectrum),
        Column.of(mu, likelihood));
  }

  private static Values at(List<Integer> places, Values values) {
    return Values.of(places.stream().mapToDouble(values::get).toArray());
  }
}
