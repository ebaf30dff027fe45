package org.dipscope.core.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.dipscope.core.figure.Axis;
import org.dipscope.core.figure.Colour;
import org.dipscope.core.figure.ColourScale;
import org.dipscope.core.figure.Column;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.figure.HeatMap;
import org.dipscope.core.figure.Legend;
import org.dipscope.core.figure.Mark;
import org.dipscope.core.figure.Panel;
import org.dipscope.core.figure.Points;
import org.dipscope.core.figure.Shape;
import org.dipscope.core.figure.Steps;
import org.dipscope.core.figure.Stroke;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Histogram;
import org.dipscope.core.histogram.Values;

/** Histograms as they come out of files and tables, drawn as they are: outlines with errors. */
public final class HistogramFigure {
  private static final double LINE_PT = 1.2;
  private static final double ERROR_SYMBOL_PT = 0.9;

  private HistogramFigure() {}

  /**
   * One histogram to be drawn.
   *
   * @param histogram contents and errors
   * @param label its name in the legend, plain text
   * @param colour number of its series colour, from 1
   */
  public record Curve(Histogram histogram, String label, int colour) {}

  /**
   * How histograms are drawn.
   *
   * @param logContents whether the axis of contents (or of colours) is logarithmic
   * @param logX whether the x axis is logarithmic; ignored if it does not start above zero
   * @param unitArea whether contents are divided by bin width and sum, to compare shapes
   * @param contents what is counted, such as {@code events}; empty to call whole contents entries
   *     and others contents
   */
  public record Look(boolean logContents, boolean logX, boolean unitArea, String contents) {}

  /** Whether two histograms can share their axes. */
  public static boolean areCompatible(Histogram one, Histogram other) {
    return one.axes().size() == 1
        && other.axes().size() == 1
        && (one.axis().unit().equals(other.axis().unit())
            || one.axis().unit().isEmpty()
            || other.axis().unit().isEmpty());
  }

  /** Whether all contents are whole numbers from 0, as counts are. */
  public static boolean looksCounted(Histogram histogram) {
    for (int i = 0; i < histogram.contents().size(); i++) {
      double content = histogram.contents().get(i);
      if (!(content >= 0 && content == Math.rint(content))) {
        return false;
      }
    }
    return true;
  }

  /** Several histograms of one axis over each other, the first on top. */
  public static FigureSpec overlay(List<Curve> curves, Look look) {
    Histogram first = curves.getFirst().histogram();
    List<Mark> marks = new ArrayList<>();
    for (Curve curve : curves.reversed()) {
      add(curve, look, curves.size() > 1, marks);
    }
    boolean logX =
        look.logX() && curves.stream().allMatch(c -> c.histogram().axis().binning().low(0) > 0);
    String name = richAxis(first.axis().label());
    Axis x = logX ? Axis.log(name, first.axis().unit()) : Axis.linear(name, first.axis().unit());
    String label = contentLabel(curves, look);
    Axis y = look.logContents() ? Axis.log(label, "") : Axis.linear(label, "");
    Legend legend =
        Legend.AUTO.inOrder(curves.stream().map(c -> escaped(c.label())).toArray(String[]::new));
    Panel panel =
        Panel.of(y, marks.toArray(Mark[]::new))
            .withLegend(curves.size() > 1 ? legend : Legend.NONE);
    return FigureSpec.of(
        "Histogram of " + first.name(), Column.of(x.range(low(curves), high(curves)), panel));
  }

  private static double low(List<Curve> curves) {
    return curves.stream()
        .mapToDouble(c -> c.histogram().axis().binning().low(0))
        .min()
        .orElse(Double.NaN);
  }

  private static double high(List<Curve> curves) {
    return curves.stream()
        .map(c -> c.histogram().axis().binning())
        .mapToDouble(bins -> bins.high(bins.count() - 1))
        .max()
        .orElse(Double.NaN);
  }

  private static void add(Curve curve, Look look, boolean several, List<Mark> marks) {
    Histogram histogram = curve.histogram();
    Binning bins = histogram.axis().binning();
    Colour colour = Colour.series(curve.colour());
    Values contents = scaled(histogram, histogram.contents(), look);
    marks.add(
        new Steps(
            several ? escaped(curve.label()) : "",
            Values.of(bins.edges()),
            contents,
            Stroke.of(colour).withWidth(LINE_PT)));
    Values low = scaled(histogram, histogram.errorsLow(), look);
    Values high = scaled(histogram, histogram.errorsHigh(), look);
    double[] centres = new double[bins.count()];
    for (int i = 0; i < centres.length; i++) {
      centres[i] = bins.centre(i);
    }
    marks.add(
        new Points(
            "",
            Values.of(centres),
            contents,
            null,
            null,
            low.map(HistogramFigure::notNegative),
            high.map(HistogramFigure::notNegative),
            Shape.DISC,
            ERROR_SYMBOL_PT,
            colour));
  }

  private static double notNegative(double error) {
    return Double.isFinite(error) ? Math.abs(error) : Double.NaN;
  }

  /** Divided by bin width and by the sum of the contents, if the area is to be one. */
  private static Values scaled(Histogram histogram, Values values, Look look) {
    double total = histogram.contents().map(c -> Double.isNaN(c) ? 0 : c).sum();
    if (!look.unitArea() || total == 0) {
      return values;
    }
    Binning bins = histogram.axis().binning();
    double[] scaled = values.toArray();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] /= total * bins.width(i);
    }
    return Values.of(scaled);
  }

  private static String contentLabel(List<Curve> curves, Look look) {
    Histogram first = curves.getFirst().histogram();
    String unit = first.axis().unit();
    if (look.unitArea()) {
      return unit.isEmpty() ? "unit area" : "unit area / " + unit;
    }
    String what = what(curves.stream().map(Curve::histogram).toList(), look);
    if (what.equals("contents")) {
      return what;
    }
    Binning bins = first.axis().binning();
    boolean same =
        isUniform(bins)
            && curves.stream()
                .allMatch(c -> sameWidth(c.histogram().axis().binning(), bins.width(0)));
    if (!same) {
      return what + " / bin";
    }
    String width =
        String.format(Locale.ROOT, "%.4g", bins.width(0)).replaceAll("(\\.\\d*?)0+$", "$1");
    width = width.endsWith(".") ? width.substring(0, width.length() - 1) : width;
    return unit.isEmpty() && width.equals("1")
        ? what + " / bin"
        : what + " / " + (width.equals("1") ? unit : (width + " " + unit).strip());
  }

  private static String what(List<Histogram> histograms, Look look) {
    if (!look.contents().isEmpty()) {
      return look.contents();
    }
    return histograms.stream().allMatch(HistogramFigure::looksCounted) ? "entries" : "contents";
  }

  private static boolean isUniform(Binning bins) {
    return sameWidth(bins, bins.width(0));
  }

  private static boolean sameWidth(Binning bins, double width) {
    for (int i = 0; i < bins.count(); i++) {
      if (Math.abs(bins.width(i) - width) > 1e-6 * width) {
        return false;
      }
    }
    return true;
  }

  /** A histogram of two axes as a map of colours; empty bins of counts stay paper. */
  public static FigureSpec map(Histogram histogram, Look look) {
    var xAxis = histogram.axes().get(0);
    var yAxis = histogram.axes().get(1);
    int columns = xAxis.binning().count();
    int rows = yAxis.binning().count();
    List<Values> cells = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      double[] line = new double[columns];
      for (int column = 0; column < columns; column++) {
        double content = histogram.contents().get(column * rows + row);
        line[column] = content == 0 ? Double.NaN : content;
      }
      cells.add(Values.of(line));
    }
    String what = what(List.of(histogram), look) + " / bin";
    ColourScale colours =
        new ColourScale(
            look.logContents() ? Axis.log(what, "") : Axis.linear(what, ""), null, false);
    HeatMap map =
        new HeatMap(
            "",
            Values.of(xAxis.binning().edges()),
            Values.of(yAxis.binning().edges()),
            cells,
            colours);
    Axis x = Axis.linear(richAxis(xAxis.label()), xAxis.unit());
    Axis y = Axis.linear(richAxis(yAxis.label()), yAxis.unit());
    return FigureSpec.of(
        "Map of " + histogram.name(), Column.of(x, Panel.of(y, map).withLegend(Legend.NONE)));
  }

  /** An axis label as rich text: all of {@code tt} in {@code m_tt} is lowered. */
  static String richAxis(String label) {
    String lowered = label.replaceAll("_([A-Za-z0-9]{2,})", "_{$1}");
    boolean formula = label.chars().anyMatch(c -> "()*/<>=&|\"".indexOf(c) >= 0);
    return formula ? escaped(label) : Objects.requireNonNull(lowered);
  }

  /** A plain text in which no character is markup. */
  public static String escaped(String text) {
    return text.replaceAll("([\\\\_^{}])", "\\\\$1");
  }
}
