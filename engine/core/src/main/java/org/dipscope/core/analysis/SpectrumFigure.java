package org.dipscope.core.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.dipscope.core.figure.Axis;
import org.dipscope.core.figure.Band;
import org.dipscope.core.figure.Colour;
import org.dipscope.core.figure.Column;
import org.dipscope.core.figure.Fill;
import org.dipscope.core.figure.Legend;
import org.dipscope.core.figure.Mark;
import org.dipscope.core.figure.Note;
import org.dipscope.core.figure.Panel;
import org.dipscope.core.figure.ReferenceLine;
import org.dipscope.core.figure.Stack;
import org.dipscope.core.figure.Steps;
import org.dipscope.core.figure.Stroke;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.project.ViewSettings;
import org.dipscope.core.project.ViewSettings.LowerPanel;
import org.jspecify.annotations.Nullable;

/**
 * The spectrum as particle physicists draw it: data over the stacked prediction, below it their
 * ratio to the background or the pull, and the interference of the scalar in per cent of the
 * background with its floor. Data that are compared with nothing stand alone.
 */
public final class SpectrumFigure {
  static final Colour SCALAR = Colour.series(3);
  private static final Colour GLUONS = Colour.series(1);
  private static final Colour QUARKS = Colour.series(10);
  private static final double MARGIN = 1.25;
  private static final double SMALLEST_REACH = 0.01;
  private static final double SMALLEST_PULL_REACH = 3;
  private static final double NOTE_SIZE = 0.8;

  private final DrawnSpectrum drawn;
  private final @Nullable Expectation expected;
  private final ViewSettings view;
  private final List<Overlay> overlays;
  private final DataMarks data;
  private final Binning bins;
  private final Values edges;

  private SpectrumFigure(
      DrawnSpectrum drawn,
      @Nullable Expectation expected,
      ViewSettings view,
      List<Overlay> overlays) {
    this.drawn = drawn;
    this.expected = expected;
    this.view = view;
    this.overlays = overlays;
    data = new DataMarks(drawn);
    bins = drawn.bins();
    edges = Values.of(bins.edges());
  }

  /**
   * The figure as one column of panels over a common mass axis: three, or one for data that stand
   * alone.
   *
   * @param drawn the data in the bins and the scale of the view
   * @param expected the prediction, or null if there is none
   * @param view axes and lower panel
   * @param overlays other spectra over the data
   */
  public static Column column(
      DrawnSpectrum drawn,
      @Nullable Expectation expected,
      ViewSettings view,
      List<Overlay> overlays) {
    return new SpectrumFigure(drawn, expected, view, overlays).column();
  }

  private Column column() {
    String label = drawn.data().massLabel();
    String unit = drawn.data().axis().unit();
    boolean log = view.logMass() && data.rightEnd() > 0;
    Axis mass =
        (log ? Axis.log(label, unit) : Axis.linear(label, unit))
            .range(data.leftEnd(log), data.rightEnd());
    if (expected == null) {
      return Column.of(mass, alone());
    }
    Panel lower =
        view.lowerPanel() == LowerPanel.PULL
            ? pull(expected.prediction())
            : ratio(expected.prediction());
    return Column.of(
        mass,
        spectrum(expected.prediction()),
        lower,
        new InterferencePanel(expected).panel(data.shades(false)));
  }

  private Panel alone() {
    List<Mark> marks = new ArrayList<>(data.shades(true));
    addData(marks);
    marks.add(note(0.05, hidden()));
    return upper(marks);
  }

  private String hidden() {
    return view.logContents() ? drawn.hiddenWords() : "";
  }

  private static Note note(double y, String text) {
    return new Note(text, 0.02, y, Note.Placement.PANEL, Note.Align.LEFT, NOTE_SIZE, Colour.MUTED);
  }

  private void addData(List<Mark> marks) {
    overlays.forEach(overlay -> marks.add(overlay.points()));
    marks.addAll(data.points(drawn::factor, true));
  }

  private Panel upper(List<Mark> marks) {
    String label = drawn.contentLabel();
    String unit = drawn.contentUnit();
    Axis y = view.logContents() ? Axis.log(label, unit) : Axis.linear(label, unit);
    return Panel.of(y, marks.toArray(Mark[]::new))
        .withTitles(drawn.data().titleLeft(), drawn.data().titleRight())
        .withLegend(new Legend(Legend.Place.AUTO, overlays.isEmpty() ? 1 : 2, List.of()))
        .withWeight(3);
  }

  private Panel spectrum(Prediction prediction) {
    List<Mark> marks = new ArrayList<>();
    marks.add(
        new Stack(
            edges,
            List.of(
                new Stack.Layer("tt̄ from qq̄", scaled(i -> fromQuarks(prediction, i)), QUARKS),
                new Stack.Layer("tt̄ from gg", scaled(i -> fromGluons(prediction, i)), GLUONS))));
    marks.add(
        new Band(
            "uncertainty",
            edges,
            scaled(i -> total(prediction, i) - uncertainty(prediction, i)),
            scaled(i -> total(prediction, i) + uncertainty(prediction, i)),
            Fill.HATCHED,
            Colour.MUTED));
    marks.add(
        new Steps("tt̄ + scalar", edges, scaled(i -> total(prediction, i)), Stroke.of(SCALAR)));
    marks.addAll(data.shades(true));
    addData(marks);
    return upper(marks);
  }

  private Panel ratio(Prediction prediction) {
    double reach = MARGIN * largestDeviation(prediction);
    IntToDoubleFunction factor = i -> 1 / background(prediction, i);
    List<Mark> marks = new ArrayList<>(data.shades(false));
    marks.add(ReferenceLine.horizontal(1, ""));
    marks.add(
        new Band(
            "",
            edges,
            perBin(
                i -> (total(prediction, i) - uncertainty(prediction, i)) * factor.applyAsDouble(i)),
            perBin(
                i -> (total(prediction, i) + uncertainty(prediction, i)) * factor.applyAsDouble(i)),
            Fill.HATCHED,
            Colour.MUTED));
    marks.add(
        new Steps(
            "",
            edges,
            perBin(i -> total(prediction, i) * factor.applyAsDouble(i)),
            Stroke.of(SCALAR)));
    marks.addAll(data.points(factor, false));
    return lower(Axis.linear("data / tt̄", "").range(1 - reach, 1 + reach), marks);
  }

  /** Bars of (data − prediction)/σ over the band of one standard deviation. */
  private Panel pull(Prediction prediction) {
    Values pulls = perBin(i -> pull(prediction, i));
    double reach =
        IntStream.range(0, bins.count())
            .filter(drawn::isFitted)
            .mapToDouble(i -> Math.abs(pulls.get(i)))
            .filter(Double::isFinite)
            .map(pull -> MARGIN * pull)
            .reduce(SMALLEST_PULL_REACH, Math::max);
    List<Mark> marks = new ArrayList<>(data.shades(false));
    Values ends = Values.of(data.leftEnd(false), bins.high(bins.count() - 1));
    marks.add(new Band("", ends, Values.of(-1), Values.of(1), Fill.TRANSLUCENT, Colour.series(10)));
    marks.add(
        new Stack(
            edges,
            List.of(
                new Stack.Layer("", only(pulls, i -> !drawn.isFitted(i)), Colour.GRID),
                new Stack.Layer("", only(pulls, drawn::isFitted), GLUONS))));
    marks.add(ReferenceLine.horizontal(0, ""));
    return lower(Axis.linear("(data − pred.) / σ", "").range(-reach, reach), marks);
  }

  private double pull(Prediction prediction, int bin) {
    return drawn.pull(bin, total(prediction, bin), uncertainty(prediction, bin));
  }

  private Values only(Values values, IntPredicate which) {
    return perBin(i -> which.test(i) && Double.isFinite(values.get(i)) ? values.get(i) : 0);
  }

  private Panel lower(Axis y, List<Mark> marks) {
    if (expected != null) {
      marks.add(note(0.1, expected.note()));
    }
    marks.add(note(0.9, hidden()));
    return Panel.of(y, marks.toArray(Mark[]::new)).withWeight(1.5).withLegend(Legend.NONE);
  }

  /** The largest distance from 1 in the ratio panel, by a data point or the prediction. */
  private double largestDeviation(Prediction prediction) {
    return IntStream.range(0, bins.count())
        .filter(drawn::isFitted)
        .filter(i -> background(prediction, i) > 0)
        .mapToDouble(
            i -> {
              double background = background(prediction, i);
              double point = Math.abs(drawn.value(i) / background - 1);
              return Math.max(point, Math.abs(total(prediction, i) / background - 1));
            })
        .filter(Double::isFinite)
        .max()
        .orElse(SMALLEST_REACH);
  }

  private double background(Prediction prediction, int bin) {
    return drawn.content(prediction.background(), bin);
  }

  private double total(Prediction prediction, int bin) {
    return drawn.content(prediction.total(), bin);
  }

  private double uncertainty(Prediction prediction, int bin) {
    return drawn.uncertainty(prediction.fit(), bin);
  }

  private double fromQuarks(Prediction prediction, int bin) {
    double quarks = drawn.content(prediction.bornQq(), bin);
    double born = drawn.content(prediction.bornGg(), bin) + quarks;
    return born > 0 ? background(prediction, bin) * quarks / born : 0;
  }

  private double fromGluons(Prediction prediction, int bin) {
    return background(prediction, bin) - fromQuarks(prediction, bin);
  }

  private Values scaled(IntToDoubleFunction content) {
    return perBin(i -> content.applyAsDouble(i) * drawn.factor(i));
  }

  private Values perBin(IntToDoubleFunction value) {
    return Values.of(IntStream.range(0, bins.count()).mapToDouble(value).toArray());
  }
}
