package org.dipscope.core.figure;

import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.histogram.Values;

/**
 * Representative figures for the tests of layout and writers; the numbers are made up and have no
 * seed.
 */
public final class ExampleFigures {
  private static final int BINS = 36;
  private static final double FIRST_GEV = 340;
  private static final double WIDTH_GEV = 20;
  private static final double ASYMMETRY = 0.6;

  private ExampleFigures() {}

  /** A spectrum with stack, band and data above its ratio. */
  public static FigureSpec spectrum() {
    double[] edges = new double[BINS + 1];
    for (int i = 0; i <= BINS; i++) {
      edges[i] = FIRST_GEV + WIDTH_GEV * i;
    }
    double[] top = new double[BINS];
    double[] other = new double[BINS];
    double[] total = new double[BINS];
    double[] signal = new double[BINS];
    double[] data = new double[BINS];
    double[] centre = new double[BINS];
    double[] low = new double[BINS];
    double[] high = new double[BINS];
    for (int i = 0; i < BINS; i++) {
      double m = edges[i] + WIDTH_GEV / 2;
      centre[i] = m;
      top[i] =
          52_000
              * Math.sqrt(Math.max(0, 1 - Math.pow(345 / (m + 8), 2)))
              * Math.exp(-(m - 345) / 150);
      other[i] = 2600 * Math.exp(-(m - 345) / 210);
      total[i] = top[i] + other[i];
      double pull = (m - 500) / 35;
      signal[i] = total[i] * (1 + 0.05 * (1 - 2.6 * pull) / (1 + pull * pull));
      data[i] = Math.round(signal[i] + Math.sqrt(signal[i]) * Math.sin(12.9898 * i) * 1.1);
      low[i] = total[i] * 0.975;
      high[i] = total[i] * 1.025;
    }
    return FigureSpec.of(
            "Top-pair invariant mass: data, prediction and their ratio",
            Column.of(
                Axis.linear("m_{tt̄}", "GeV"),
                spectrumPanel(edges, top, other, signal, centre, data, low, high),
                ratioPanel(edges, total, signal, centre, data, low, high)))
        .withSize(480, 420);
  }

  private static Panel spectrumPanel(
      double[] edges,
      double[] top,
      double[] other,
      double[] signal,
      double[] centre,
      double[] data,
      double[] low,
      double[] high) {
    double[] errorLow = new double[BINS];
    double[] errorHigh = new double[BINS];
    for (int i = 0; i < BINS; i++) {
      errorLow[i] = Math.sqrt(data[i]);
      errorHigh[i] = Math.sqrt(data[i] + 1);
    }
    return Panel.of(
            Axis.log("Events / 20 GeV", ""),
            new Stack(
                Values.of(edges),
                List.of(
                    new Stack.Layer("tt̄", Values.of(top), Colour.series(1)),
                    new Stack.Layer("Other", Values.of(other), Colour.series(2)))),
            new Band(
                "Stat. ⊕ syst.".replace("⊕", "+"),
                Values.of(edges),
                Values.of(low),
                Values.of(high),
                Fill.HATCHED,
                Colour.FOREGROUND),
            new Steps(
                "tt̄ + A, m_A = 500 GeV, tan β = 1",
                Values.of(edges),
                Values.of(signal),
                new Stroke(Colour.series(3), 1.6, Dash.SOLID)),
            Points.data(
                "Data",
                Values.of(centre),
                Values.of(data),
                Values.of(errorLow),
                Values.of(errorHigh)))
        .withWeight(2.6)
        .withTitles("\\bf{Dipscope} Simulation", "√s = 13 TeV, 140 fb^{−1}")
        .withLegend(Legend.AUTO.inOrder("Data", "tt̄", "Other"));
  }

  private static Panel ratioPanel(
      double[] edges,
      double[] total,
      double[] signal,
      double[] centre,
      double[] data,
      double[] low,
      double[] high) {
    double[] ratio = new double[BINS];
    double[] error = new double[BINS];
    double[] model = new double[BINS];
    double[] below = new double[BINS];
    double[] above = new double[BINS];
    for (int i = 0; i < BINS; i++) {
      ratio[i] = data[i] / total[i];
      error[i] = Math.sqrt(data[i]) / total[i];
      model[i] = signal[i] / total[i];
      below[i] = low[i] / total[i];
      above[i] = high[i] / total[i];
    }
    return Panel.of(
        Axis.linear("Data / SM", "").range(0.85, 1.15),
        new Band(
            "",
            Values.of(edges),
            Values.of(below),
            Values.of(above),
            Fill.HATCHED,
            Colour.FOREGROUND),
        ReferenceLine.horizontal(1, ""),
        new Steps("", Values.of(edges), Values.of(model), Stroke.of(Colour.series(3))),
        Points.data("", Values.of(centre), Values.of(ratio), Values.of(error), Values.of(error)));
  }

  /** A likelihood surface with contours, minima and an unphysical region. */
  public static FigureSpec surface() {
    int n = 64;
    double[] mass = new double[n + 1];
    double[] coupling = new double[n + 1];
    for (int i = 0; i <= n; i++) {
      mass[i] = 400 + 400.0 * i / n;
      coupling[i] = 0.1 + 1.9 * i / n;
    }
    double[][] z = new double[n][n];
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        double m = (mass[i] + mass[i + 1]) / 2;
        double g = (coupling[j] + coupling[j + 1]) / 2;
        double limit = 2.15 - (m - 400) / 500;
        z[j][i] = g > limit ? Double.NaN : height(m, g);
      }
    }
    ColourScale colours =
        new ColourScale(Axis.linear("−2Δ ln L", "").range(0, 20), ColourMap.VIRIDIS, true);
    List<Mark> marks = new ArrayList<>();
    marks.add(HeatMap.of(mass, coupling, z, colours));
    marks.add(
        new Region(
            "Γ_{tt̄} > Γ",
            List.of(
                new Polyline(
                    Values.of(475, 800, 800), Values.of(2, 1.35, Double.POSITIVE_INFINITY))),
            Fill.HATCHED,
            Colour.MUTED));
    marks.add(contour("68 %", 2.30, Dash.SOLID));
    marks.add(contour("95 %", 5.99, Dash.DASHED));
    marks.add(contour("99.7 %", 11.83, Dash.DOTTED));
    marks.add(symbol("Best fit", 550, 0.9, Shape.PLUS, 9));
    marks.add(symbol("Other minimum", 690, 0.55, Shape.CROSS, 8));
    marks.add(symbol("Injected", 540, 1.0, Shape.STAR, 9));
    Panel panel =
        new Panel(
            Axis.linear("Coupling g_A", ""),
            marks,
            1,
            "\\bf{Dipscope}",
            "√s = 13 TeV, 140 fb^{−1}",
            Legend.AUTO);
    return FigureSpec.of(
            "Likelihood surface over mass and coupling",
            Column.of(Axis.linear("m_A", "GeV"), panel))
        .withSize(480, 400);
  }

  private static double height(double m, double g) {
    double u = (m - 550) / 60;
    double v = (g - 0.9) / 0.35;
    double first = u * u + v * v + ASYMMETRY * u * v;
    double p = (m - 690) / 40;
    double q = (g - 0.55) / 0.2;
    double second = 3.2 + p * p + q * q;
    return -Math.log(Math.exp(-first / 2) + Math.exp(-second / 2)) * 2;
  }

  /** The ellipse on which the first minimum has this height. */
  private static Mark contour(String label, double level, Dash dash) {
    int n = 121;
    double[] x = new double[n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      double angle = 2 * Math.PI * i / (n - 1);
      double c = Math.cos(angle);
      double s = Math.sin(angle);
      double radius = Math.sqrt(level / (1 + ASYMMETRY * c * s));
      x[i] = 550 + 60 * radius * c;
      y[i] = 0.9 + 0.35 * radius * s;
    }
    return new Contours(
        label,
        "",
        level,
        List.of(new Polyline(Values.of(x), Values.of(y))),
        new Stroke(Colour.FOREGROUND, 1.4, dash));
  }

  private static Mark symbol(String label, double x, double y, Shape shape, double size) {
    return Points.symbols(label, Values.of(x), Values.of(y), shape, size, Colour.FOREGROUND);
  }

  /**
   * Curves with gaps, reference lines and a logarithmic x axis beside a histogram with signed
   * contents.
   */
  public static FigureSpec curves() {
    int n = 400;
    double[] x = new double[n];
    double[] heavy = new double[n];
    double[] light = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = 300 * Math.pow(10, i / (n - 1.0));
      double t = (x[i] - 865.67) / 120;
      heavy[i] = -6 / (1 + t * t);
      double s = (x[i] - 500) / 60;
      light[i] = x[i] < 345 ? Double.NaN : 8 * (0.3 - 1.1 * s) / (1 + s * s);
    }
    Panel lines =
        Panel.of(
                Axis.linear("(σ_S + σ_I) / σ_B", "%").withGrid(),
                ReferenceLine.horizontal(0, ""),
                new ReferenceLine(
                    ReferenceLine.Direction.VERTICAL,
                    865.67,
                    "Pure dip, 865.7 GeV",
                    "",
                    new Stroke(Colour.MUTED, 0.9, Dash.DASHED)),
                new Line("A, 500 GeV", Values.of(x), Values.of(light), Stroke.of(Colour.series(1))),
                new Line(
                    "A, 866 GeV",
                    Values.of(x),
                    Values.of(heavy),
                    Stroke.of(Colour.series(3)).withDash(Dash.DASHED)))
            .withTitles("\\bf{Dipscope}", "gg → A → tt̄");
    Panel signed =
        Panel.of(
            Axis.linear("Expected events", ""),
            ReferenceLine.horizontal(0, ""),
            new Steps(
                "Signal + interference",
                Values.of(300, 400, 450, 500, 600, 800),
                Values.of(12_000, 41_000, -23_500, Double.NaN, -4000),
                Stroke.of(Colour.series(5))));
    return FigureSpec.of(
            "Interference pattern beside signed event counts",
            Column.of(Axis.log("√ŝ", "GeV").withGrid(), lines).withWeight(1.3),
            Column.of(Axis.linear("m_{tt̄}", "GeV"), signed))
        .withSize(720, 320);
  }

  /** Notes, regions and every symbol, with texts that need escaping. */
  public static FigureSpec notes() {
    List<Mark> marks = new ArrayList<>();
    Shape[] shapes = Shape.values();
    for (int i = 0; i < shapes.length; i++) {
      Values one = Values.of(1);
      marks.add(
          new Points(
              shapes[i] + " <&> \"quoted\"",
              Values.of(i + 1),
              Values.of(2 + i % 3),
              one,
              one,
              one,
              Values.of(0.5),
              shapes[i],
              8,
              Colour.series(i + 1)));
    }
    marks.add(
        new Region(
            "Undecidable",
            List.of(Polyline.rectangle(6, Double.NEGATIVE_INFINITY, 7, Double.POSITIVE_INFINITY)),
            Fill.TRANSLUCENT,
            Colour.series(2)));
    marks.add(Note.inPanel(0.05, 0.9, "Γ/M = 2.5 %\nK_S = K_B"));
    marks.add(
        new Note("here", 4, 3, Note.Placement.DATA, Note.Align.CENTRE, 0.8, Colour.rgb(200, 0, 0)));
    marks.add(
        new Contours(
            "",
            "95 %",
            5.99,
            List.of(new Polyline(Values.of(1, 3, 5, 8), Values.of(1, 1.2, 1.1, 1.3))),
            Stroke.of(Colour.MUTED)));
    Panel panel = new Panel(Axis.linear("Pull", ""), marks, 1, "", "", new Legend(null, 2, null));
    return FigureSpec.of("Notes & <symbols>", Column.of(Axis.linear("Position", "cm"), panel))
        .withFontSize(10);
  }
}
