package org.dipscope.core.figure.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
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
import org.dipscope.core.figure.Line;
import org.dipscope.core.figure.Mark;
import org.dipscope.core.figure.Note;
import org.dipscope.core.figure.Panel;
import org.dipscope.core.figure.Points;
import org.dipscope.core.figure.Polyline;
import org.dipscope.core.figure.ReferenceLine;
import org.dipscope.core.figure.Region;
import org.dipscope.core.figure.Stack;
import org.dipscope.core.figure.Steps;
import org.dipscope.core.figure.Stroke;
import org.dipscope.core.histogram.Values;
import org.junit.jupiter.api.Test;

/** Whatever the data, drawing gives a picture with finite coordinates. */
class OddFiguresTest {
  private static final double INF = Double.POSITIVE_INFINITY;
  private static final Stroke DASHED = Stroke.DEFAULT.withDash(Dash.DASHED);

  @Property(tries = 1500)
  void anyNumbersAreDrawn(
      @ForAll("odd") double[] y,
      @ForAll boolean logX,
      @ForAll boolean logY,
      @ForAll("odd") double[] range) {
    List<Mark> marks = new ArrayList<>(histograms(y));
    marks.addAll(others(y));
    Axis vertical = logY ? Axis.log("y", "pb") : Axis.linear("y", "pb").withGrid();
    Axis wide = range.length > 1 ? vertical.range(range[0], range[1]) : vertical;
    draw(logX, Panel.of(wide, marks.toArray(Mark[]::new)));
    draw(logX, Panel.of(vertical, others(y).toArray(Mark[]::new)), Panel.of(wide));
    draw(logX, Panel.of(wide, surface(y, logY)));
  }

  @Test
  void anAxisMayBeginAtTheLargestNumber() {
    anyNumbersAreDrawn(
        new double[] {INF}, true, false, new double[] {Double.MAX_VALUE, Double.NaN});
  }

  @Provide
  Arbitrary<double[]> odd() {
    Arbitrary<Double> special =
        Arbitraries.of(
            0.0,
            -0.0,
            Double.NaN,
            INF,
            -INF,
            1e300,
            -1e300,
            Double.MAX_VALUE,
            Double.MIN_VALUE,
            1e-300,
            1.0,
            -1.0,
            3.0,
            1e15,
            1e15 + 1);
    Arbitrary<Double> usual = Arbitraries.doubles().between(-1e4, 1e4);
    return Arbitraries.oneOf(special, usual).array(double[].class).ofMinSize(0).ofMaxSize(7);
  }

  private static List<Mark> histograms(double[] y) {
    double[] edges = new double[y.length == 0 ? 0 : y.length + 1];
    for (int i = 0; i < edges.length; i++) {
      edges[i] = i * i - 1;
    }
    Values e = Values.of(edges);
    Values v = Values.of(y);
    Stack.Layer layer = new Stack.Layer("a", v, Colour.series(1));
    return List.of(
        new Stack(e, List.of(layer, layer)),
        new Band("b", e, v, Values.of(reversed(y)), Fill.HATCHED, Colour.MUTED),
        new Band("c", e, v, Values.of(reversed(y)), Fill.TRANSLUCENT, Colour.MUTED),
        new Steps("d", e, v, DASHED));
  }

  private static List<Mark> others(double[] y) {
    Values v = Values.of(y);
    Values w = Values.of(reversed(y));
    double first = y.length == 0 ? Double.NaN : y[0];
    return List.of(
        new Line("line", w, v, DASHED),
        new Points("points", w, v, v, w, w, v, null, 0, null),
        new Region("region", List.of(new Polyline(v, w)), Fill.HATCHED, null),
        new Contours("contour", "95 %", first, List.of(new Polyline(v, w)), Stroke.DEFAULT),
        ReferenceLine.horizontal(first, "a line"),
        ReferenceLine.vertical(first, "another"),
        new Note("note", first, first, Note.Placement.DATA, Note.Align.CENTRE, 1, null),
        Note.inPanel(first, first, "note"));
  }

  private static Mark surface(double[] y, boolean log) {
    double[] edges = {1, 2, 4, 5};
    double[][] z = new double[3][3];
    for (int i = 0; i < 9; i++) {
      z[i / 3][i % 3] = y.length == 0 ? Double.NaN : y[i % y.length];
    }
    Axis axis = log ? Axis.log("z", "") : Axis.linear("z", "");
    return HeatMap.of(edges, edges, z, new ColourScale(axis, ColourMap.BALANCE, log));
  }

  private static double[] reversed(double[] values) {
    double[] reversed = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      reversed[i] = values[values.length - 1 - i];
    }
    return reversed;
  }

  private static StrictCanvas draw(boolean logX, Panel... panels) {
    Axis x = logX ? Axis.log("x", "GeV") : Axis.linear("x", "GeV").withGrid();
    return draw(FigureSpec.of("odd", Column.of(x, panels)));
  }

  private static StrictCanvas draw(FigureSpec figure) {
    StrictCanvas canvas = new StrictCanvas();
    FigurePainter.paint(FigureLayout.of(figure), canvas);
    assertThat(canvas.openClips()).isZero();
    return canvas;
  }

  @Test
  void emptyFiguresAreDrawn() {
    draw(FigureSpec.of("nothing"));
    draw(FigureSpec.of("no panels", Column.of(Axis.linear("x", ""))));
    draw(false, Panel.of(Axis.linear("", "")));
    draw(true, Panel.of(Axis.log("", "")));
  }

  @Test
  void oneBinIsDrawn() {
    Steps one = new Steps("one", Values.of(1, 2), Values.of(5), Stroke.DEFAULT);
    assertThat(draw(false, Panel.of(Axis.log("y", ""), one)).strokes()).isPositive();
  }

  @Test
  void tinyAndHugePapersAreDrawn() {
    FigureSpec figure =
        FigureSpec.of(
            "sizes",
            Column.of(
                Axis.linear("A very long axis title ".repeat(50), "GeV"),
                Panel.of(
                        Axis.linear("Another long title ".repeat(50), "pb"),
                        new Line("label ".repeat(200), Values.of(1, 2), Values.of(1, 2), DASHED))
                    .withTitles("left ".repeat(100), "right ".repeat(100))));
    for (double size : new double[] {0.01, 1, 7, 40, 480, 20_000}) {
      draw(figure.withSize(size, size));
      draw(figure.withSize(size, size).withFontSize(500));
      draw(figure.withSize(20_000, size).withFontSize(0.01));
    }
  }

  @Test
  void manyPanelsAreDrawn() {
    Panel panel =
        Panel.of(Axis.linear("y", ""), new Line("l", Values.of(1, 2), Values.of(1, 2), DASHED));
    Panel[] panels = new Panel[60];
    java.util.Arrays.fill(panels, panel);
    Column[] columns = new Column[12];
    java.util.Arrays.fill(columns, Column.of(Axis.linear("x", ""), panels));
    draw(FigureSpec.of("many", columns));
  }

  @Test
  void aMillionBinsBecomeAShortPath() {
    int n = 1_000_000;
    double[] edges = new double[n + 1];
    double[] contents = new double[n];
    for (int i = 0; i < n; i++) {
      edges[i + 1] = i + 1;
      contents[i] = 100 + 50 * Math.sin(i * 0.7) * Math.cos(i * 1e-5);
    }
    Values e = Values.of(edges);
    Values c = Values.of(contents);
    StrictCanvas canvas =
        draw(
            false,
            Panel.of(
                Axis.linear("y", ""),
                new Stack(e, List.of(new Stack.Layer("a", c, Colour.series(1)))),
                new Steps("s", e, c, Stroke.DEFAULT)));
    assertThat(canvas.points()).isLessThan(40_000);
  }

  @Test
  void zeroCountsStayOnALogarithmicAxis() {
    Points data =
        Points.data(
            "Data",
            Values.of(1, 2, 3),
            Values.of(0, 10, 100),
            Values.of(0, 12, 10),
            Values.of(1.8, 4, 10));
    Column column =
        Column.of(Axis.linear("x", ""), Panel.of(Axis.log("Events", "").withLogFloor(0.5), data));
    PanelFrame frame = FigureLayout.of(FigureSpec.of("", column)).frames().getFirst();
    assertThat(frame.y().low()).isEqualTo(0.5);
    assertThat(frame.y().high()).isGreaterThan(110);
    draw(FigureSpec.of("", column));
  }

  @Test
  void legendsAvoidData() {
    double[] x = new double[200];
    double[] y = new double[200];
    for (int i = 0; i < 200; i++) {
      x[i] = i;
      y[i] = i;
    }
    Panel rising =
        Panel.of(
            Axis.linear("y", ""), new Line("rising", Values.of(x), Values.of(y), Stroke.DEFAULT));
    FigureSpec figure = FigureSpec.of("", Column.of(Axis.linear("x", ""), rising));
    PanelLayout panel = FigureLayout.of(figure).columns().getFirst().panels().getFirst();
    assertThat(panel.legend().box().right())
        .isLessThan(panel.frame().box().left() + panel.frame().box().width() / 2);
    Occupancy occupancy = new Occupancy(panel.frame().box());
    new MarkPainter(panel.frame(), occupancy).drawShapes();
    assertThat(occupancy.takenIn(panel.legend().box())).isZero();
  }
}
