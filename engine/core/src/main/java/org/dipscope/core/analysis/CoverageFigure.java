package org.dipscope.core.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.dipscope.core.figure.Axis;
import org.dipscope.core.figure.Colour;
import org.dipscope.core.figure.Column;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.figure.Legend;
import org.dipscope.core.figure.Line;
import org.dipscope.core.figure.Mark;
import org.dipscope.core.figure.Panel;
import org.dipscope.core.figure.Points;
import org.dipscope.core.figure.ReferenceLine;
import org.dipscope.core.figure.Shape;
import org.dipscope.core.figure.Stroke;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.neyman.Coverage;

/**
 * How confidence sets behave in repeated experiments: coverage, length and pieces over the truth.
 */
public final class CoverageFigure {
  private CoverageFigure() {}

  /**
   * The results of one kind of sets at one level.
   *
   * @param name what they are, rich text
   * @param colour the number of its series colour
   * @param isWeak whether it stands back, as what only large samples promise
   * @param coverage by truth, increasing
   */
  public record Curve(String name, int colour, boolean isWeak, List<Coverage> coverage) {}

  /**
   * The figure.
   *
   * @param parameter the name of the strength, plain text
   * @param low smallest true strength on the axis
   * @param high largest
   */
  public static FigureSpec of(String parameter, double low, double high, List<Curve> curves) {
    String name = IntervalFigure.symbol(parameter);
    List<Mark> coverage = new ArrayList<>();
    curves.stream()
        .flatMap(curve -> curve.coverage().stream().limit(1))
        .mapToDouble(Coverage::level)
        .distinct()
        .forEach(
            level -> coverage.add(ReferenceLine.horizontal(level, IntervalFigure.percent(level))));
    List<Mark> length = new ArrayList<>();
    List<Mark> several = new ArrayList<>();
    for (Curve curve : curves) {
      add(curve, coverage, Coverage::coverage, true, true);
      add(curve, length, Coverage::medianLength, false, false);
      add(curve, several, c -> (double) c.severalSegments() / c.experiments(), false, false);
    }
    double margin = Math.max(1e-6, 0.03 * (high - low));
    Axis x = Axis.linear("true " + name, "").range(low - margin, high + margin);
    return FigureSpec.of(
        "Coverage of " + parameter,
        Column.of(
            x,
            Panel.of(Axis.linear("coverage", ""), coverage.toArray(Mark[]::new)).withWeight(2.2),
            Panel.of(Axis.linear("median length", ""), length.toArray(Mark[]::new))
                .withLegend(Legend.NONE),
            Panel.of(Axis.linear("several pieces", "").range(0, 1), several.toArray(Mark[]::new))
                .withWeight(0.8)
                .withLegend(Legend.NONE)));
  }

  private static void add(
      Curve curve,
      List<Mark> marks,
      ToDoubleFunction<Coverage> number,
      boolean withErrors,
      boolean withLabel) {
    Values x = along(curve, Coverage::truth);
    Values y = along(curve, number);
    Values error = withErrors ? along(curve, Coverage::standardError) : Values.EMPTY;
    Colour colour = Colour.series(curve.colour());
    Stroke stroke = Stroke.of(colour).withWidth(curve.isWeak() ? 0.8 : 1.4);
    marks.add(new Line("", x, y, stroke));
    marks.add(
        new Points(
            withLabel ? curve.name() : "",
            x,
            y,
            null,
            null,
            error,
            error,
            curve.isWeak() ? Shape.CIRCLE : Shape.DISC,
            5,
            colour));
  }

  private static Values along(Curve curve, ToDoubleFunction<Coverage> number) {
    return Values.of(curve.coverage().stream().mapToDouble(number).toArray());
  }
}
