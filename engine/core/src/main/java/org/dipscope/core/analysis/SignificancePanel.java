package org.dipscope.core.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.dipscope.core.figure.Axis;
import org.dipscope.core.figure.Band;
import org.dipscope.core.figure.Colour;
import org.dipscope.core.figure.Column;
import org.dipscope.core.figure.Dash;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.figure.Fill;
import org.dipscope.core.figure.Legend;
import org.dipscope.core.figure.Mark;
import org.dipscope.core.figure.Panel;
import org.dipscope.core.figure.Points;
import org.dipscope.core.figure.Polyline;
import org.dipscope.core.figure.ReferenceLine;
import org.dipscope.core.figure.Region;
import org.dipscope.core.figure.Shape;
import org.dipscope.core.figure.Stack;
import org.dipscope.core.figure.Steps;
import org.dipscope.core.figure.Stroke;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Values;
import org.jspecify.annotations.Nullable;

/**
 * The significance strip as a panel below a spectrum: signed z per bin as bars that grow stronger
 * with |z|, the band of its error, what cannot be decided, and where the profile likelihood
 * disagrees.
 */
public final class SignificancePanel {
  private static final Colour INJECTED = Colour.series(5);
  private static final double[] LEVELS = {0, 1, 2, 3, 5};
  private static final String[] OPACITY = {"59", "80", "a6", "cc", "ff"};
  private static final String EXCESS = "#d6453d";
  private static final String DEFICIT = "#3c7fd0";
  private static final double[] REACHES = {5.6, 8, 12, 16, 24, 40, 60, 100};
  private static final double MARGIN = 1.3;

  private final SignificanceStrip strip;
  private final Binning bins;
  private final Values edges;

  private SignificancePanel(SignificanceStrip strip) {
    this.strip = strip;
    bins = strip.data().data().binning();
    edges = Values.of(bins.edges());
  }

  /**
   * A spectrum figure with the strip at its foot.
   *
   * @param figure one column of panels over the mass axis
   * @param remark what the reader must know first, such as that this is a preview; may be empty
   * @param injected events that are added to the drawn bins, or null
   */
  public static FigureSpec below(
      FigureSpec figure,
      DrawnSpectrum drawn,
      SignificanceStrip strip,
      String remark,
      @Nullable Values injected) {
    Column column = figure.columns().getFirst();
    List<Panel> panels = new ArrayList<>(column.panels());
    if (injected != null) {
      Panel top = panels.getFirst();
      List<Mark> marks = new ArrayList<>(top.marks());
      marks.add(injected(drawn, injected));
      panels.set(
          0,
          new Panel(top.y(), marks, top.weight(), top.titleLeft(), top.titleRight(), top.legend()));
    }
    double weight = panels.size() == 1 ? 1.2 : 1.8;
    panels.add(
        new SignificancePanel(strip)
            .panel(new DataMarks(drawn).shades(false), remark)
            .withWeight(weight));
    return new FigureSpec(
        figure.description() + "; signed significance per bin, " + strip.name(),
        figure.widthPt(),
        figure.heightPt(),
        figure.fontSizePt(),
        figure.theme(),
        List.of(new Column(column.x(), panels, column.weight())));
  }

  private static Mark injected(DrawnSpectrum drawn, Values injected) {
    double[] sum = new double[drawn.bins().count()];
    for (int i = 0; i < sum.length; i++) {
      double added = injected.get(i);
      sum[i] = added == 0 ? Double.NaN : drawn.factor(i) * (drawn.value(i) + added);
    }
    return new Steps(
        "data + injected signal",
        Values.of(drawn.bins().edges()),
        Values.of(sum),
        Stroke.of(INJECTED).withWidth(2));
  }

  private Panel panel(List<Mark> shades, String remark) {
    List<Mark> marks = new ArrayList<>(shades);
    marks.add(undecidable());
    addBars(marks);
    marks.add(band());
    for (double level : new double[] {-5, -3, 3, 5}) {
      marks.add(
          new ReferenceLine(
              ReferenceLine.Direction.HORIZONTAL,
              level,
              "",
              "",
              new Stroke(Colour.MUTED, 0.8, Dash.DOTTED)));
    }
    marks.add(ReferenceLine.horizontal(0, ""));
    marks.add(disputed());
    double reach = reach();
    return Panel.of(Axis.linear("z", "σ").range(-reach, reach), marks.toArray(Mark[]::new))
        .withTitles(remark.isEmpty() ? title() : title() + " – " + remark, "")
        .withLegend(new Legend(Legend.Place.ABOVE, 4, List.of()));
  }

  private String title() {
    return strip.name() + ": " + strip.definition();
  }

  private void addBars(List<Mark> marks) {
    List<Stack.Layer> layers = new ArrayList<>();
    for (int level = 0; level < LEVELS.length; level++) {
      double low = LEVELS[level];
      double high = level + 1 < LEVELS.length ? LEVELS[level + 1] : Double.POSITIVE_INFINITY;
      layers.add(bars(EXCESS + OPACITY[level], i -> strip.z(i) >= low && strip.z(i) < high));
      layers.add(bars(DEFICIT + OPACITY[level], i -> -strip.z(i) >= low && -strip.z(i) < high));
    }
    marks.add(new Stack(edges, layers));
  }

  private Stack.Layer bars(String colour, IntPredicate which) {
    return new Stack.Layer(
        "", strip.perBin(i -> which.test(i) ? strip.z(i) : 0), new Colour(colour));
  }

  private Band band() {
    boolean hasErrors = IntStream.range(0, strip.bins()).anyMatch(i -> strip.error(i) > 0);
    return new Band(
        hasErrors ? "error of z" : "",
        edges,
        strip.perBin(i -> hasErrors ? strip.z(i) - strip.error(i) : Double.NaN),
        strip.perBin(i -> hasErrors ? strip.z(i) + strip.error(i) : Double.NaN),
        Fill.HATCHED,
        Colour.MUTED);
  }

  private Region undecidable() {
    double far = Double.POSITIVE_INFINITY;
    List<Polyline> boxes = new ArrayList<>();
    for (int i = 0; i < strip.bins(); i++) {
      if (!strip.isDecidable(i)) {
        int begin = i;
        while (i + 1 < strip.bins() && !strip.isDecidable(i + 1)) {
          i++;
        }
        double low = bins.low(begin);
        double high = bins.high(i);
        boxes.add(new Polyline(Values.of(low, high, high, low), Values.of(-far, -far, far, far)));
      }
    }
    return new Region(
        boxes.isEmpty() ? "" : "not decidable here", boxes, Fill.TRANSLUCENT, Colour.series(6));
  }

  private Points disputed() {
    int[] which = IntStream.range(0, strip.bins()).filter(strip::isDisputed).toArray();
    Values profile = strip.profile();
    return Points.symbols(
        which.length == 0 ? "" : "profile differs by > 1σ",
        Values.of(IntStream.of(which).mapToDouble(bins::centre).toArray()),
        Values.of(
            IntStream.of(which).mapToDouble(i -> profile == null ? 0 : profile.get(i)).toArray()),
        Shape.TRIANGLE,
        4.5,
        Colour.series(2));
  }

  /** In steps, so that the axis stands still while a slider moves. */
  private double reach() {
    double largest =
        IntStream.range(0, strip.bins())
            .filter(strip::isDecidable)
            .mapToDouble(i -> Math.abs(strip.z(i)))
            .filter(Double::isFinite)
            .max()
            .orElse(0);
    for (double reach : REACHES) {
      if (MARGIN * largest <= reach) {
        return reach;
      }
    }
    return MARGIN * largest;
  }

  /** The readout of a bin of the strip at a mass; empty outside it. */
  public static String words(SignificanceStrip strip, double mass) {
    int bin = strip.data().data().binning().indexOf(mass);
    if (bin < 0) {
      return "";
    }
    if (strip.data().isMasked(bin)) {
      return "z: masked";
    }
    String words =
        "z = "
            + signed(strip.z(bin))
            + " ± "
            + String.format(Locale.ROOT, "%.2f", strip.error(bin));
    Values profile = strip.profile();
    if (profile != null && !Double.isNaN(profile.get(bin))) {
      words += ", profile " + signed(profile.get(bin));
    }
    return strip.isDecidable(bin) ? words : words + ", not decidable";
  }

  private static String signed(double z) {
    return String.format(Locale.ROOT, "%+.2f", z).replace('-', '−');
  }
}
