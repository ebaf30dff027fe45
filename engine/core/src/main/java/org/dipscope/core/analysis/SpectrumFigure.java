package org.dipscope.core.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.dipscope.core.figure.Axis;
import org.dipscope.core.figure.Band;
import org.dipscope.core.figure.Colour;
import org.dipscope.core.figure.Column;
import org.dipscope.core.figure.Dash;
import org.dipscope.core.figure.Fill;
import org.dipscope.core.figure.Legend;
import org.dipscope.core.figure.Line;
import org.dipscope.core.figure.Mark;
import org.dipscope.core.figure.Note;
import org.dipscope.core.figure.Panel;
import org.dipscope.core.figure.Points;
import org.dipscope.core.figure.ReferenceLine;
import org.dipscope.core.figure.Stack;
import org.dipscope.core.figure.Steps;
import org.dipscope.core.figure.Stroke;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Values;

/**
 * The spectrum as particle physicists draw it: data over the stacked prediction, their ratio to the
 * background, and the interference of the scalar in per cent of the background with its floor.
 */
public final class SpectrumFigure {
  private static final Colour GLUONS = Colour.series(1);
  private static final Colour QUARKS = Colour.series(10);
  private static final Colour SCALAR = Colour.series(3);
  private static final double PRODUCED_REACH = 3;
  private static final double STEPS_OF_RANGE = 0.25;
  private static final double NARROW_PT = 1;
  private static final double CATCH_ALL = 3;
  private static final double MARGIN = 1.25;
  private static final double SMALLEST_REACH = 0.01;
  private static final double SMALLEST_PERCENT = 0.1;

  private final SpectrumData data;
  private final Prediction prediction;
  private final Curves curves;
  private final Binning bins;
  private final Values edges;

  private SpectrumFigure(SpectrumData data, Prediction prediction, Curves curves) {
    this.data = data;
    this.prediction = prediction;
    this.curves = curves;
    bins = data.axis().binning();
    edges = Values.of(bins.edges());
  }

  /**
   * The figure as one column of three panels over a common mass axis.
   *
   * @param logarithmic whether the upper y axis is
   * @param pureDipGeV where the interference is a pure dip, or NaN to mark nothing
   * @param pinned curves kept for comparison
   */
  public static Column column(
      SpectrumData data,
      Prediction prediction,
      Curves curves,
      boolean logarithmic,
      double pureDipGeV,
      List<PinnedCurve> pinned) {
    SpectrumFigure figure = new SpectrumFigure(data, prediction, curves);
    return figure.column(logarithmic, "", pureDipGeV, pinned);
  }

  /**
   * The figure with parton distributions, α_s and scale written on it.
   *
   * @param derived what follows from the hypothesis by itself
   * @param logarithmic whether the upper y axis is
   * @param pinned curves kept for comparison
   */
  public static Column column(
      SpectrumData data,
      Prediction prediction,
      Curves curves,
      Derived derived,
      boolean logarithmic,
      List<PinnedCurve> pinned) {
    SpectrumFigure figure = new SpectrumFigure(data, prediction, curves);
    return figure.column(logarithmic, derived.theoryNote(), derived.pureDipGeV(), pinned);
  }

  private Column column(
      boolean logarithmic, String note, double pureDipGeV, List<PinnedCurve> pinned) {
    Axis mass = Axis.linear(data.massLabel(), data.axis().unit()).range(bins.low(0), rightEnd());
    return Column.of(mass, spectrum(logarithmic), ratio(note), interference(pureDipGeV, pinned));
  }

  /** The end of the last bin, unless that is a wide catch-all: then the view ends inside it. */
  private double rightEnd() {
    int last = bins.count() - 1;
    boolean catchAll = last > 0 && bins.width(last) > CATCH_ALL * bins.width(last - 1);
    return catchAll ? bins.low(last) + CATCH_ALL * bins.width(last - 1) : bins.high(last);
  }

  private Panel spectrum(boolean logarithmic) {
    List<Mark> marks = new ArrayList<>();
    marks.add(
        new Stack(
            edges,
            List.of(
                new Stack.Layer("tt̄ from qq̄", density(this::fromQuarks), QUARKS),
                new Stack.Layer("tt̄ from gg", density(this::fromGluons), GLUONS))));
    marks.add(
        new Band(
            "uncertainty",
            edges,
            density(i -> prediction.total().get(i) - prediction.uncertainty().get(i)),
            density(i -> prediction.total().get(i) + prediction.uncertainty().get(i)),
            Fill.HATCHED,
            Colour.MUTED));
    marks.add(
        new Steps("tt̄ + scalar", edges, density(prediction.total()::get), Stroke.of(SCALAR)));
    marks.add(dataPoints(data.label(), i -> 1 / data.densityWidth(i), true));
    marks.add(dataPoints("not fitted", i -> 1 / data.densityWidth(i), false));
    Axis y =
        logarithmic
            ? Axis.log(data.densityLabel(), data.densityUnit())
            : Axis.linear(data.densityLabel(), data.densityUnit());
    return Panel.of(y, marks.toArray(Mark[]::new))
        .withTitles(data.titleLeft(), data.titleRight())
        .withWeight(3);
  }

  private Panel ratio(String note) {
    double reach = MARGIN * largestDeviation();
    return Panel.of(
            Axis.linear("data / tt̄", "").range(1 - reach, 1 + reach),
            ReferenceLine.horizontal(1, ""),
            new Band(
                "",
                edges,
                relative(i -> prediction.total().get(i) - prediction.uncertainty().get(i)),
                relative(i -> prediction.total().get(i) + prediction.uncertainty().get(i)),
                Fill.HATCHED,
                Colour.MUTED),
            new Steps("", edges, relative(prediction.total()::get), Stroke.of(SCALAR)),
            dataPoints("", i -> 1 / prediction.background().get(i), true),
            new Note(note, 0.02, 0.1, Note.Placement.PANEL, Note.Align.LEFT, 0.8, Colour.MUTED))
        .withWeight(1.5)
        .withLegend(Legend.NONE);
  }

  /** The largest distance from 1 in the ratio panel, by a data point or the prediction. */
  private double largestDeviation() {
    return IntStream.range(0, bins.count())
        .filter(data::isFitted)
        .filter(i -> prediction.background().get(i) > 0)
        .mapToDouble(
            i -> {
              double background = prediction.background().get(i);
              double point = Math.abs(data.value(i) / background - 1);
              return Math.max(point, Math.abs(prediction.total().get(i) / background - 1));
            })
        .filter(Double::isFinite)
        .max()
        .orElse(SMALLEST_REACH);
  }

  /**
   * The range of the interference panel in steps, so that it stands still while a slider moves: all
   * of the curves with resolution, and of a narrow resonance as produced no more than a few times
   * that.
   */
  private double[] interferenceRange(List<PinnedCurve> pinned) {
    double[] range = {-SMALLEST_PERCENT, SMALLEST_PERCENT};
    for (Values values : List.of(curves.reconstructed(), curves.signal(), curves.interference())) {
      widen(range, values, Double.POSITIVE_INFINITY);
    }
    pinned.forEach(pin -> widen(range, pin.percent(), Double.POSITIVE_INFINITY));
    double reach = PRODUCED_REACH * Math.max(-range[0], range[1]);
    widen(range, curves.produced(), reach);
    double size = Math.max(-range[0], range[1]);
    double step = STEPS_OF_RANGE * Math.pow(2, Math.ceil(Math.log(size) / Math.log(2)));
    return new double[] {step * Math.floor(range[0] / step), step * Math.ceil(range[1] / step)};
  }

  private static void widen(double[] range, Values values, double reach) {
    for (int i = 0; i < values.size(); i++) {
      double value = MARGIN * Math.clamp(values.get(i), -reach, reach);
      if (Double.isFinite(value)) {
        range[0] = Math.min(range[0], value);
        range[1] = Math.max(range[1], value);
      }
    }
  }

  private Panel interference(double pureDipGeV, List<PinnedCurve> pinned) {
    List<Mark> marks = new ArrayList<>();
    marks.add(ReferenceLine.horizontal(0, ""));
    if (Double.isFinite(pureDipGeV)) {
      marks.add(ReferenceLine.vertical(pureDipGeV, "pure dip"));
    }
    for (int i = 0; i < pinned.size(); i++) {
      PinnedCurve pin = pinned.get(i);
      Stroke stroke = new Stroke(Colour.series(4 + i), NARROW_PT, Dash.LONG_DASH);
      marks.add(new Line(pin.label(), pin.massGeV(), pin.percent(), stroke));
    }
    marks.add(
        new Line(
            "dip floor",
            curves.producedMassGeV(),
            curves.floor(),
            new Stroke(Colour.MUTED, 1.4, Dash.DOTTED)));
    marks.add(
        curve("signal", curves.signal(), new Stroke(Colour.series(2), NARROW_PT, Dash.DASHED)));
    marks.add(
        curve(
            "interference",
            curves.interference(),
            new Stroke(Colour.series(5), NARROW_PT, Dash.DASHED)));
    marks.add(
        new Line(
            "as produced",
            curves.producedMassGeV(),
            curves.produced(),
            new Stroke(SCALAR, NARROW_PT, Dash.SOLID)));
    marks.add(curve("with resolution", curves.reconstructed(), Stroke.of(SCALAR).withWidth(2)));
    double[] range = interferenceRange(pinned);
    Axis percent = Axis.linear("(S + I) / B", "%").range(range[0], range[1]);
    return Panel.of(percent, marks.toArray(Mark[]::new))
        .withWeight(2)
        .withLegend(new Legend(Legend.Place.AUTO, 2, List.of()));
  }

  private Line curve(String label, Values percent, Stroke stroke) {
    return new Line(label, curves.massGeV(), percent, stroke);
  }

  /** Data points with their errors, times a factor per bin: the fitted bins, or the others. */
  private Points dataPoints(String label, IntToDoubleFunction factor, boolean fitted) {
    int[] shown =
        IntStream.range(0, bins.count())
            .filter(i -> data.isFitted(i) == fitted && Double.isFinite(factor.applyAsDouble(i)))
            .toArray();
    Colour colour = fitted ? Colour.FOREGROUND : Colour.MUTED;
    return new Points(
        shown.length == 0 ? "" : label,
        pick(shown, this::visibleCentre),
        pick(shown, i -> factor.applyAsDouble(i) * data.value(i)),
        pick(shown, i -> visibleCentre(i) - bins.low(i)),
        pick(shown, i -> bins.high(i) - visibleCentre(i)),
        pick(shown, i -> factor.applyAsDouble(i) * data.errorLow(i)),
        pick(shown, i -> factor.applyAsDouble(i) * data.errorHigh(i)),
        null,
        0,
        colour);
  }

  /** Where a point is drawn: the middle of what is shown of its bin. */
  private double visibleCentre(int bin) {
    return 0.5 * (bins.low(bin) + Math.min(bins.high(bin), rightEnd()));
  }

  private double fromQuarks(int bin) {
    double born = prediction.bornGg().get(bin) + prediction.bornQq().get(bin);
    return born > 0 ? prediction.background().get(bin) * prediction.bornQq().get(bin) / born : 0;
  }

  private double fromGluons(int bin) {
    return prediction.background().get(bin) - fromQuarks(bin);
  }

  private Values density(IntToDoubleFunction content) {
    return perBin(i -> content.applyAsDouble(i) / data.densityWidth(i));
  }

  private Values relative(IntToDoubleFunction content) {
    return perBin(i -> content.applyAsDouble(i) / prediction.background().get(i));
  }

  private Values perBin(IntToDoubleFunction value) {
    return pick(IntStream.range(0, bins.count()).toArray(), value);
  }

  private static Values pick(int[] bins, IntToDoubleFunction value) {
    return Values.of(IntStream.of(bins).mapToDouble(value).toArray());
  }
}
