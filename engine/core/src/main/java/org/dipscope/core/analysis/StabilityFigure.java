package org.dipscope.core.analysis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.dipscope.core.bump.Stability;
import org.dipscope.core.bump.Stability.Variant;
import org.dipscope.core.figure.Axis;
import org.dipscope.core.figure.Band;
import org.dipscope.core.figure.Colour;
import org.dipscope.core.figure.Column;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.figure.Fill;
import org.dipscope.core.figure.Legend;
import org.dipscope.core.figure.Mark;
import org.dipscope.core.figure.Note;
import org.dipscope.core.figure.Panel;
import org.dipscope.core.figure.Points;
import org.dipscope.core.figure.Polyline;
import org.dipscope.core.figure.ReferenceLine;
import org.dipscope.core.figure.Region;
import org.dipscope.core.figure.Shape;
import org.dipscope.core.histogram.Values;

/** z of one place in other bins: a row per variant, beside what a signal would give there. */
public final class StabilityFigure {
  private static final double HALF_ROW = 0.32;
  private static final double DOT_PT = 6;
  private static final double MARGIN = 0.08;
  private static final double ROOM_FOR_MASSES = 0.32;
  private static final double LEAST_REACH = 1.5;

  private StabilityFigure() {}

  /**
   * The dots.
   *
   * @param unit of the mass axis
   */
  public static FigureSpec of(Stability stability, String unit) {
    List<Variant> rows = new ArrayList<>();
    rows.add(stability.shown());
    rows.addAll(stability.variants());
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Variant row : rows) {
      if (Double.isFinite(row.z())) {
        low = Math.min(low, Math.min(row.z(), row.expected() - row.spread()));
        high = Math.max(high, Math.max(row.z(), row.expected() + row.spread()));
      }
    }
    double z = stability.shown().z();
    low = Math.min(low, z - Math.max(LEAST_REACH, stability.error()));
    high = Math.max(high, z + Math.max(LEAST_REACH, stability.error()));
    double size = high - low;
    double end = high + ROOM_FOR_MASSES * size;
    return FigureSpec.of(
        "Stability of z in other bins: " + stability.verdict(),
        Column.of(
            Axis.linear("z", "σ").range(low - MARGIN * size, end),
            Panel.of(
                    names(rows),
                    marks(stability, rows, end - 0.03 * size, unit).toArray(Mark[]::new))
                .withLegend(new Legend(Legend.Place.ABOVE, 4, List.of()))));
  }

  private static Axis names(List<Variant> rows) {
    return Axis.named("", rows.reversed().stream().map(Variant::name).toList());
  }

  private static List<Mark> marks(
      Stability stability, List<Variant> rows, double end, String unit) {
    double z = stability.shown().z();
    List<Mark> marks = new ArrayList<>();
    if (stability.error() > 0) {
      marks.add(
          new Band(
              "error of z",
              Values.of(z - stability.error(), z + stability.error()),
              Values.of(0.0),
              Values.of((double) rows.size()),
              Fill.HATCHED,
              Colour.MUTED));
    }
    marks.add(expected(rows));
    marks.add(ReferenceLine.vertical(z, ""));
    marks.add(dots("z", rows, Variant::isStable, Colour.FOREGROUND));
    marks.add(dots("z unlike a signal", rows, row -> !row.isStable(), Colour.series(3)));
    for (int i = 0; i < rows.size(); i++) {
      Variant row = rows.get(i);
      String words = Double.isFinite(row.z()) ? mass(row.mass(), unit) : "no answer";
      marks.add(
          new Note(
              words,
              end,
              height(rows, i),
              Note.Placement.DATA,
              Note.Align.RIGHT,
              0.85,
              Colour.MUTED));
    }
    return marks;
  }

  /** With at most five digits and no trailing zeros. */
  static String mass(double value, String unit) {
    String digits =
        new BigDecimal(value).round(new MathContext(5)).stripTrailingZeros().toPlainString();
    return (unit.isEmpty() ? digits : digits + " " + unit).replace('-', '−');
  }

  private static double height(List<Variant> rows, int row) {
    return rows.size() - row - 0.5;
  }

  private static Region expected(List<Variant> rows) {
    List<Polyline> boxes = new ArrayList<>();
    for (int i = 1; i < rows.size(); i++) {
      Variant row = rows.get(i);
      if (Double.isFinite(row.z())) {
        double y = height(rows, i);
        boxes.add(
            Polyline.rectangle(
                row.expected() - Math.max(0.03, row.spread()),
                y - HALF_ROW,
                row.expected() + Math.max(0.03, row.spread()),
                y + HALF_ROW));
      }
    }
    return new Region("a signal", boxes, Fill.TRANSLUCENT, Colour.series(1));
  }

  private static Points dots(
      String label, List<Variant> rows, Predicate<Variant> which, Colour colour) {
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Variant row = rows.get(i);
      if (Double.isFinite(row.z()) && which.test(row)) {
        x.add(row.z());
        y.add(height(rows, i));
      }
    }
    return Points.symbols(
        x.isEmpty() ? "" : label, values(x), values(y), Shape.DISC, DOT_PT, colour);
  }

  private static Values values(List<Double> list) {
    return Values.of(list.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
