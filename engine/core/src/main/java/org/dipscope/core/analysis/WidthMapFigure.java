package org.dipscope.core.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dipscope.core.bump.WidthMap;
import org.dipscope.core.bump.WidthMap.Cell;
import org.dipscope.core.figure.Axis;
import org.dipscope.core.figure.Colour;
import org.dipscope.core.figure.ColourMap;
import org.dipscope.core.figure.ColourScale;
import org.dipscope.core.figure.Column;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.figure.Fill;
import org.dipscope.core.figure.HeatMap;
import org.dipscope.core.figure.Legend;
import org.dipscope.core.figure.Mark;
import org.dipscope.core.figure.Panel;
import org.dipscope.core.figure.Points;
import org.dipscope.core.figure.Polyline;
import org.dipscope.core.figure.ReferenceLine;
import org.dipscope.core.figure.Region;
import org.dipscope.core.figure.Shape;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Values;

/** Signed significance over mass and width as colours, with the chosen place and its best width. */
public final class WidthMapFigure {
  private static final double[] REACHES = {3, 5, 8, 12, 16, 24, 40, 60, 100};
  private static final double MARK_PT = 9;

  private final WidthMap map;
  private final StripData data;
  private final double[] edges;

  private WidthMapFigure(WidthMap map, StripData data) {
    this.map = map;
    this.data = data;
    edges = widthEdges(map.width());
  }

  /**
   * The map.
   *
   * @param data the bins, with their masks
   * @param name of the definition
   * @param mass the mass axis
   * @param bin the chosen one
   * @param width the chosen width in bins
   */
  public static FigureSpec of(
      WidthMap map, StripData data, String name, Axis mass, int bin, double width) {
    return new WidthMapFigure(map, data).figure(name, mass, bin, width);
  }

  private FigureSpec figure(String name, Axis mass, int bin, double width) {
    Binning bins = map.binning();
    Cell best = map.best(bin);
    List<Mark> marks = new ArrayList<>();
    marks.add(colours());
    marks.add(undecidable());
    marks.add(ReferenceLine.vertical(bins.centre(bin), ""));
    addSymbol(marks, "chosen", bins.centre(bin), width, Shape.CIRCLE);
    double bestWidth = map.width().get(best.row());
    addSymbol(marks, label(best), bins.centre(bin), bestWidth, Shape.CROSS);
    String what = map.windows() ? "window" : "σ";
    Axis widths =
        new Axis(what, "bins", Axis.Scale.LOG, edges[0], edges[edges.length - 1], 0, false, null);
    return FigureSpec.of(
        "Signed significance over mass and width, " + name,
        Column.of(
            mass.range(bins.low(0), bins.high(bins.count() - 1)),
            Panel.of(widths, marks.toArray(Mark[]::new))
                .withTitles(name, oneBin(bins, bin, mass.unit()))
                .withLegend(new Legend(Legend.Place.ABOVE, 4, List.of()))));
  }

  private String label(Cell best) {
    return String.format(Locale.ROOT, "best width here: z = %+.1f", map.z(best)).replace('-', '−');
  }

  private static String oneBin(Binning bins, int bin, String unit) {
    return "1 bin = " + StabilityFigure.mass(bins.width(bin), unit);
  }

  /** On a disc of paper, so that it is seen on every colour. */
  private static void addSymbol(List<Mark> marks, String label, double x, double y, Shape shape) {
    Values at = Values.of(x);
    Values width = Values.of(y);
    marks.add(Points.symbols("", at, width, Shape.DISC, 1.3 * MARK_PT, Colour.BACKGROUND));
    marks.add(Points.symbols(label, at, width, shape, MARK_PT, Colour.FOREGROUND));
  }

  /** Half-way between neighbouring widths, on a logarithmic scale. */
  private static double[] widthEdges(Values width) {
    int rows = width.size();
    double[] edges = new double[rows + 1];
    for (int row = 1; row < rows; row++) {
      edges[row] = Math.sqrt(width.get(row - 1) * width.get(row));
    }
    double first = rows > 1 ? width.get(0) * width.get(0) / edges[1] : width.get(0) / 1.2;
    edges[0] = first;
    double last = width.get(rows - 1);
    edges[rows] = rows > 1 ? last * last / edges[rows - 1] : last * 1.2;
    return edges;
  }

  private HeatMap colours() {
    int bins = map.binning().count();
    double largest = 0;
    double[][] z = new double[map.rows().size()][bins];
    for (int row = 0; row < z.length; row++) {
      for (int i = 0; i < bins; i++) {
        Cell cell = new Cell(i, row);
        z[row][i] = data.isMasked(i) ? Double.NaN : map.z(cell);
        boolean counts = Double.isFinite(z[row][i]) && map.isDecidable(cell);
        largest = counts ? Math.max(largest, Math.abs(z[row][i])) : largest;
      }
    }
    double reach = reach(largest);
    return HeatMap.of(
        map.binning().edges(),
        edges,
        z,
        new ColourScale(Axis.linear("z", "σ").range(-reach, reach), ColourMap.BALANCE, false));
  }

  /** In steps, so that colours stand still while a slider moves. */
  private static double reach(double largest) {
    for (double reach : REACHES) {
      if (largest <= reach) {
        return reach;
      }
    }
    return largest;
  }

  private Region undecidable() {
    Binning bins = map.binning();
    List<Polyline> boxes = new ArrayList<>();
    for (int row = 0; row < map.rows().size(); row++) {
      int begin = -1;
      for (int i = 0; i <= bins.count(); i++) {
        boolean open = i < bins.count() && !map.isDecidable(new Cell(i, row));
        if (open && begin < 0) {
          begin = i;
        } else if (!open && begin >= 0) {
          boxes.add(
              Polyline.rectangle(bins.low(begin), edges[row], bins.high(i - 1), edges[row + 1]));
          begin = -1;
        }
      }
    }
    return new Region(
        boxes.isEmpty() ? "" : "not decidable: κ > 0.5",
        boxes,
        Fill.HATCHED,
        new Colour("#6b6b6b"));
  }

  /** The readout at a place of the map; empty outside it. */
  public static String words(WidthMap map, StripData data, String unit, double mass, double width) {
    int bin = map.binning().indexOf(mass);
    if (bin < 0 || !(width > 0)) {
      return "";
    }
    if (data.isMasked(bin)) {
      return "masked";
    }
    Cell cell = new Cell(bin, map.row(width));
    String words =
        String.format(
            Locale.ROOT,
            "%s\n%s %.2f bins = %s\nz = %+.2f ± %.2f",
            StabilityFigure.mass(map.binning().centre(bin), unit),
            map.windows() ? "window" : "σ",
            map.width().get(cell.row()),
            StabilityFigure.mass(map.width(cell), unit),
            map.z(cell),
            map.rows().get(cell.row()).error().get(bin));
    return (map.isDecidable(cell) ? words : words + ", not decidable").replace('-', '−');
  }
}
