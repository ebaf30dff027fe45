package org.dipscope.app.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.dipscope.core.figure.Axis;
import org.dipscope.core.figure.Band;
import org.dipscope.core.figure.Colour;
import org.dipscope.core.figure.ColourMap;
import org.dipscope.core.figure.ColourScale;
import org.dipscope.core.figure.Column;
import org.dipscope.core.figure.Contours;
import org.dipscope.core.figure.Dash;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.figure.Fill;
import org.dipscope.core.figure.HeatMap;
import org.dipscope.core.figure.Legend;
import org.dipscope.core.figure.Line;
import org.dipscope.core.figure.Panel;
import org.dipscope.core.figure.Points;
import org.dipscope.core.figure.Polyline;
import org.dipscope.core.figure.ReferenceLine;
import org.dipscope.core.figure.Region;
import org.dipscope.core.figure.Shape;
import org.dipscope.core.figure.Stack;
import org.dipscope.core.figure.Steps;
import org.dipscope.core.figure.Stroke;
import org.dipscope.core.histogram.Values;

/** Figures like those of the workbench, from smooth functions instead of physics. */
final class SampleFigures {
  private static final int BINS = 40;

  private SampleFigures() {}

  private static double background(double mass) {
    return 2.4e5 * Math.pow(mass / 345, -4.2) * (1 - Math.exp(-(mass - 335) / 40));
  }

  private static double dip(double mass, double at) {
    double t = (mass - at) / 14;
    return background(mass) * 0.11 * (-t - 0.4) / (1 + t * t);
  }

  private static Values perBin(Values edges, DoubleUnaryOperator function) {
    return Values.of(
        IntStream.range(0, edges.size() - 1)
            .mapToDouble(i -> function.applyAsDouble(0.5 * (edges.get(i) + edges.get(i + 1))))
            .toArray());
  }

  /** Data, stacked prediction, band and ratio, for a resonance at a mass. */
  static FigureSpec spectrum(double at, boolean log) {
    Values edges =
        Values.of(
            IntStream.rangeClosed(0, BINS).mapToDouble(i -> 345 + 655.0 * i / BINS).toArray());
    Values centres = perBin(edges, mass -> mass);
    Values top = perBin(edges, SampleFigures::background);
    Values other = perBin(edges, mass -> 0.08 * background(mass));
    Values sum = perBin(edges, mass -> 1.08 * background(mass) + dip(mass, at));
    Values data =
        Values.of(
            IntStream.range(0, BINS)
                .mapToDouble(
                    i -> sum.get(i) + Math.sqrt(sum.get(i)) * 1.2 * Math.sin(7.3 * i * i + 1))
                .toArray());
    Values error =
        Values.of(IntStream.range(0, BINS).mapToDouble(i -> Math.sqrt(data.get(i))).toArray());
    Panel counts =
        Panel.of(
                (log ? Axis.log("events", "GeV^{−1}") : Axis.linear("events", "GeV^{−1}")),
                new Stack(
                    edges,
                    List.of(
                        new Stack.Layer("tt̄", top, Colour.series(1)),
                        new Stack.Layer("other", other, Colour.series(4)))),
                new Band(
                    "stat + sys",
                    edges,
                    perBin(edges, mass -> 1.03 * background(mass)),
                    perBin(edges, mass -> 1.13 * background(mass)),
                    Fill.HATCHED,
                    Colour.FOREGROUND),
                new Steps("tt̄ + A", edges, sum, Stroke.of(Colour.series(3))),
                Points.data("data", centres, data, error, error))
            .withWeight(2.4)
            .withTitles("\\bf{Dipscope} pseudo-data", "√s = 13 TeV, 140 fb^{−1}")
            .withLegend(
                new Legend(Legend.Place.TOP_RIGHT, 1, List.of("data", "tt̄", "other", "tt̄ + A")));
    double[] fine = IntStream.range(0, 400).mapToDouble(i -> 345 + 655.0 * i / 399).toArray();
    double[] curve = new double[fine.length];
    for (int i = 0; i < fine.length; i++) {
      curve[i] = 100 * dip(fine[i], at) / background(fine[i]);
    }
    Panel ratio =
        Panel.of(
            Axis.linear("(S+I)/B", "%").range(-14, 14),
            new Band(
                "",
                edges,
                perBin(edges, mass -> -3),
                perBin(edges, mass -> 3),
                Fill.TRANSLUCENT,
                Colour.MUTED),
            ReferenceLine.horizontal(0, ""),
            new ReferenceLine(
                ReferenceLine.Direction.HORIZONTAL,
                -11,
                "dip floor",
                "",
                new Stroke(Colour.MUTED, 1, Dash.DOTTED)),
            new ReferenceLine(
                ReferenceLine.Direction.VERTICAL,
                at,
                "m_{A}",
                "",
                new Stroke(Colour.series(5), 1, Dash.DASHED)),
            new Line("", Values.of(fine), Values.of(curve), Stroke.of(Colour.series(3))));
    return FigureSpec.of(
        "Spectrum and ratio", Column.of(Axis.linear("m_{tt̄}", "GeV"), counts, ratio));
  }

  /** A surface of 64 by 64 cells with contours, minima and an unphysical region. */
  static FigureSpec surface(double at) {
    int cells = 64;
    double[] x =
        IntStream.rangeClosed(0, cells).mapToDouble(i -> 400 + 300.0 * i / cells).toArray();
    double[] y =
        IntStream.rangeClosed(0, cells).mapToDouble(i -> 0.3 * Math.pow(20, i / 64.0)).toArray();
    double[][] z = new double[cells][cells];
    for (int iy = 0; iy < cells; iy++) {
      for (int ix = 0; ix < cells; ix++) {
        double dx = (0.5 * (x[ix] + x[ix + 1]) - at) / 25;
        double dy = Math.log(Math.sqrt(y[iy] * y[iy + 1]) / 1.1) / 0.25;
        z[iy][ix] = dx * dx + dy * dy + 3 * Math.sin(dx + dy) * Math.sin(dx + dy);
      }
    }
    List<Polyline> lines = new ArrayList<>();
    double[] cx = new double[91];
    double[] cy = new double[91];
    for (int i = 0; i <= 90; i++) {
      cx[i] = at + 25 * 1.5 * Math.cos(i * Math.PI / 45);
      cy[i] = 1.1 * Math.exp(0.25 * 1.5 * Math.sin(i * Math.PI / 45));
    }
    lines.add(new Polyline(Values.of(cx), Values.of(cy)));
    Axis depth = Axis.linear("−2Δ ln L", "").range(0, 25);
    Panel panel =
        Panel.of(
            Axis.log("tan β", ""),
            HeatMap.of(x, y, z, new ColourScale(depth, ColourMap.VIRIDIS, true)),
            new Region(
                "unphysical",
                List.of(Polyline.rectangle(400, 0.3, 700, 0.45)),
                Fill.HATCHED,
                Colour.FOREGROUND),
            new Contours(
                "68 %", "68 %", 2.3, lines, new Stroke(Colour.FOREGROUND, 1.4, Dash.SOLID)),
            Points.symbols(
                "best fit", Values.of(at), Values.of(1.1), Shape.PLUS, 10, Colour.series(2)),
            Points.symbols(
                "sliders", Values.of(500), Values.of(1), Shape.CIRCLE, 9, Colour.FOREGROUND));
    return FigureSpec.of("Likelihood surface", Column.of(Axis.linear("m_{A}", "GeV"), panel));
  }
}
