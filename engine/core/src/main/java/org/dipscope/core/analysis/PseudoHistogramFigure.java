package org.dipscope.core.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;
import org.dipscope.core.bump.generator.GeneratorSettings;
import org.dipscope.core.bump.generator.HistogramGenerator;
import org.dipscope.core.bump.generator.PseudoHistogram;
import org.dipscope.core.figure.Axis;
import org.dipscope.core.figure.Colour;
import org.dipscope.core.figure.Column;
import org.dipscope.core.figure.FigureSpec;
import org.dipscope.core.figure.Legend;
import org.dipscope.core.figure.Line;
import org.dipscope.core.figure.Panel;
import org.dipscope.core.figure.Points;
import org.dipscope.core.figure.ReferenceLine;
import org.dipscope.core.figure.Shape;
import org.dipscope.core.figure.Stroke;
import org.dipscope.core.histogram.Values;

/**
 * Histograms that a generator draws: counts on their mother, and below them the significance that a
 * network is to learn.
 */
public final class PseudoHistogramFigure {
  private static final double POINT_PT = 2.2;
  private static final double HALF = 0.5;

  private PseudoHistogramFigure() {}

  /**
   * Some histograms side by side.
   *
   * @param columns how many
   * @param seed of what is drawn: the same seed gives the same figure
   */
  public static FigureSpec of(GeneratorSettings settings, int columns, long seed) {
    HistogramGenerator generator = new HistogramGenerator(settings);
    List<Column> drawn = new ArrayList<>();
    for (int column = 0; column < columns; column++) {
      UniformRandomProvider random = HistogramGenerator.block(seed, column);
      drawn.add(column(generator.next(generator.bins(random), random), column == 0));
    }
    return FigureSpec.of(columns + " histograms drawn for training", drawn.toArray(Column[]::new));
  }

  private static Column column(PseudoHistogram histogram, boolean first) {
    int bins = histogram.counts().length;
    double[] x = new double[bins];
    double[] low = new double[bins];
    for (int i = 0; i < bins; i++) {
      x[i] = i + HALF;
      low[i] = Math.sqrt(histogram.counts()[i]);
    }
    Values at = Values.of(x);
    Values errors = Values.of(low);
    Points counts =
        new Points(
            "drawn",
            at,
            positive(histogram.counts()),
            null,
            null,
            errors,
            errors,
            Shape.DISC,
            POINT_PT,
            Colour.FOREGROUND);
    Line mother =
        new Line("background", at, Values.of(histogram.background()), Stroke.of(Colour.series(1)));
    Panel above =
        Panel.of(Axis.log("events", ""), mother, counts)
            .withTitles(signal(histogram), "")
            .withWeight(2)
            .withLegend(first ? Legend.AUTO : Legend.NONE);
    Line target = new Line("", at, Values.of(histogram.target()), Stroke.of(Colour.series(3)));
    Panel below =
        Panel.of(Axis.linear("z to learn", ""), ReferenceLine.horizontal(0, ""), target)
            .withLegend(Legend.NONE);
    return Column.of(Axis.linear("bin", "").range(0, bins), above, below);
  }

  /** A logarithmic axis has no place for empty bins. */
  private static Values positive(double[] counts) {
    return Values.of(counts).map(n -> n > 0 ? n : Double.NaN);
  }

  private static String signal(PseudoHistogram histogram) {
    if (histogram.centre() < 0) {
      return "no signal";
    }
    return String.format(
        Locale.ROOT,
        "%s%.1fσ, width %.0f",
        histogram.injected() < 0 ? "−" : "+",
        Math.abs(histogram.injected()),
        histogram.widthBins());
  }
}
