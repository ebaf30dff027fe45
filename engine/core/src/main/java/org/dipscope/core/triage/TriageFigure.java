package org.dipscope.core.triage;

import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.bump.ZCurve;
import org.dipscope.core.figure.Axis;
import org.dipscope.core.figure.Band;
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
import org.dipscope.core.figure.ReferenceLine;
import org.dipscope.core.figure.Shape;
import org.dipscope.core.figure.Steps;
import org.dipscope.core.figure.Stroke;
import org.dipscope.core.histogram.Garwood;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.selection.MassHistogram;
import org.dipscope.core.triage.CoherentScan.Statistic;

/** The figures of a triage. */
public final class TriageFigure {
  private static final int MOST_LINES = 5;

  private TriageFigure() {}

  /**
   * A spectrum with its background, the hump that was cut in grey, and below it z with the
   * uncertainty that an unknown background leaves. Bins that the background could mimic, and those
   * in which no candidate is looked for, are shaded.
   */
  public static FigureSpec of(Scanned scanned, TriageRule rule) {
    MassHistogram histogram = scanned.histogram();
    Axis mass = Axis.log("m_{" + histogram.combination() + "}", "GeV");
    Panel spectrum =
        new Panel(
            contents(histogram), spectrum(scanned), 1.7, histogram.category(), "", Legend.AUTO);
    ZCurve curve = scanned.curve();
    if (curve == null) {
      return FigureSpec.of(histogram.id(), Column.of(mass, spectrum));
    }
    Panel strip =
        new Panel(
            Axis.linear("z", "").withGrid(), strip(scanned, curve, rule), 1, "", "", Legend.NONE);
    return FigureSpec.of(histogram.id(), Column.of(mass, spectrum, strip));
  }

  private static Axis contents(MassHistogram histogram) {
    return histogram.isWeighted()
        ? Axis.log("sum of weights per bin", "").withLogFloor(0.5 / perEvent(histogram))
        : Axis.log("events per bin", "").withLogFloor(0.5);
  }

  /** How many effective events a weight of 1 stands for. */
  private static double perEvent(MassHistogram histogram) {
    return Triage.data(histogram).eventsPerCount();
  }

  private static List<Mark> spectrum(Scanned scanned) {
    MassHistogram histogram = scanned.histogram();
    List<Mark> marks = new ArrayList<>();
    if (histogram.first() > 0) {
      marks.add(
          new Steps(
              "cut",
              part(histogram.edges(), 0, histogram.first() + 1),
              part(histogram.counts(), 0, histogram.first()),
              new Stroke(Colour.MUTED, 1, Dash.DOTTED)));
    }
    ZCurve curve = scanned.curve();
    if (curve != null) {
      double perEvent = histogram.isWeighted() ? perEvent(histogram) : 1;
      marks.add(
          new Steps(
              "background",
              scanned.edges(),
              curve.background().map(rate -> rate / perEvent),
              Stroke.of(Colour.series(1))));
    }
    Values counts = histogram.keptCounts();
    Values edges = scanned.edges();
    int bins = counts.size();
    double[] low = new double[bins];
    double[] high = new double[bins];
    for (int i = 0; i < bins; i++) {
      if (histogram.isWeighted()) {
        low[i] = Math.sqrt(histogram.keptSquares().get(i));
        high[i] = low[i];
      } else {
        low[i] = counts.get(i) - Garwood.of(counts.get(i)).low();
        high[i] = Garwood.of(counts.get(i)).high() - counts.get(i);
      }
    }
    marks.add(Points.data("data", centres(edges), counts, Values.of(low), Values.of(high)));
    return marks;
  }

  private static List<Mark> strip(Scanned scanned, ZCurve curve, TriageRule rule) {
    Values edges = scanned.edges();
    int bins = curve.z().size();
    double reach = 3.5;
    for (int i = 0; i < bins; i++) {
      double z = Math.abs(curve.z().get(i));
      reach = Double.isFinite(z) ? Math.max(reach, Math.min(z, 50) + 0.7) : reach;
    }
    List<Mark> marks = new ArrayList<>();
    double[] low = new double[bins];
    double[] high = new double[bins];
    for (int i = 0; i < bins; i++) {
      boolean ignored = i < rule.firstBin(bins) || !curve.isDecidable(i);
      low[i] = ignored ? -reach : Double.NaN;
      high[i] = ignored ? reach : Double.NaN;
    }
    marks.add(new Band("", edges, Values.of(low), Values.of(high), Fill.HATCHED, Colour.MUTED));
    marks.add(
        new Band(
            "",
            edges,
            sum(curve.z(), curve.error(), -1),
            sum(curve.z(), curve.error(), 1),
            Fill.TRANSLUCENT,
            Colour.series(1)));
    marks.add(ReferenceLine.horizontal(0, ""));
    marks.add(ReferenceLine.horizontal(rule.flagZ(), ""));
    if (rule.dips()) {
      marks.add(ReferenceLine.horizontal(-rule.flagZ(), ""));
    }
    marks.add(new Steps("z", edges, curve.z(), Stroke.of(Colour.series(1))));
    Candidate best = scanned.candidate();
    if (!Double.isNaN(best.z())) {
      marks.add(
          Points.symbols(
              "", Values.of(best.massGeV()), Values.of(best.z()), Shape.DISC, 6, Colour.series(3)));
    }
    return marks;
  }

  /** The most significant coherent combinations, one line each. */
  public static FigureSpec of(List<CoherentScan> scans, Statistic statistic, TriageRule rule) {
    List<Mark> marks = new ArrayList<>();
    marks.add(ReferenceLine.horizontal(0, ""));
    for (int i = 0; i < Math.min(MOST_LINES, scans.size()); i++) {
      CoherentScan scan = scans.get(i);
      marks.add(
          new Line(
              "%s, %d categories".formatted(scan.combination(), scan.categories()),
              scan.massesGeV(),
              several(scan, statistic),
              Stroke.of(Colour.series(i + 1))));
      int peak = scan.peak(statistic, rule);
      marks.add(
          Points.symbols(
              "",
              Values.of(scan.massesGeV().get(peak)),
              Values.of(scan.z(statistic).get(peak)),
              Shape.DISC,
              5,
              Colour.series(i + 1)));
    }
    String label = statistic == Statistic.STOUFFER ? "Σ z / √n" : "z of Σ −2 ln λ";
    return FigureSpec.of(
        "Significances added over categories at equal mass",
        Column.of(
            Axis.log("mass", "GeV"),
            new Panel(Axis.linear(label, "").withGrid(), marks, 1, "", "", Legend.AUTO)));
  }

  /** Where one category alone reaches there is nothing to add. */
  private static Values several(CoherentScan scan, Statistic statistic) {
    double[] z = scan.z(statistic).toArray();
    for (int i = 0; i < z.length; i++) {
      z[i] = scan.reaching().get(i) > 1 ? z[i] : Double.NaN;
    }
    return Values.of(z);
  }

  private static Values sum(Values z, Values error, int sign) {
    double[] sum = new double[z.size()];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = z.get(i) + sign * error.get(i);
    }
    return Values.of(sum);
  }

  private static Values centres(Values edges) {
    double[] centres = new double[edges.size() - 1];
    for (int i = 0; i < centres.length; i++) {
      centres[i] = 0.5 * (edges.get(i) + edges.get(i + 1));
    }
    return Values.of(centres);
  }

  private static Values part(Values values, int from, int to) {
    double[] part = new double[to - from];
    for (int i = 0; i < part.length; i++) {
      part[i] = values.get(from + i);
    }
    return Values.of(part);
  }
}
