package org.dipscope.core.format.root;

import java.util.Optional;
import org.dipscope.core.format.AnnotatedHistogram;
import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Histogram;
import org.dipscope.core.histogram.Values;

/**
 * Points with errors (TGraph, TGraphErrors, TGraphAsymmErrors); all rows have the same length.
 *
 * @param path directories and name
 * @param className the C++ class
 * @param title the title
 * @param axisTitle the title of the x axis if the file holds one, unit included; else empty
 * @param x positions
 * @param y values
 * @param xLow errors of x downwards
 * @param xHigh errors of x upwards
 * @param yLow errors of y downwards
 * @param yHigh errors of y upwards
 */
public record RootGraph(
    String path,
    String className,
    String title,
    String axisTitle,
    Values x,
    Values y,
    Values xLow,
    Values xHigh,
    Values yLow,
    Values yHigh) {
  private static final double TOUCH = 1e-6;

  /** How many points there are. */
  public int size() {
    return x.size();
  }

  /**
   * The points as bins from x − xLow to x + xHigh, if these touch one another within 1e-6 of their
   * width; nothing otherwise, because the file then does not say where the bins end.
   */
  public Optional<Histogram> toHistogram() {
    int count = size();
    if (count == 0) {
      return Optional.empty();
    }
    double[] edges = new double[count + 1];
    for (int i = 0; i < count; i++) {
      double low = x.get(i) - xLow.get(i);
      double high = x.get(i) + xHigh.get(i);
      if (!(high > low) || !Double.isFinite(high - low)) {
        return Optional.empty();
      }
      if (i > 0 && !(Math.abs(low - edges[i]) <= TOUCH * (high - low))) {
        return Optional.empty();
      }
      edges[i] = low;
      edges[i + 1] = high;
    }
    Axis axis = new RootAxis(axisTitle, Binning.of(edges), java.util.List.of()).toAxis();
    return Optional.of(Histogram.of(path, axis, y, yLow.map(Math::abs), yHigh.map(Math::abs)));
  }

  /** The same with its title as a note. */
  Optional<AnnotatedHistogram> annotated() {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return toHistogram()
        .map(AnnotatedHistogram::bare)
        .map(
            graph ->
                title.isBlank() || title.equals(name)
                    ? graph
                    : graph.withNote(AnnotatedHistogram.TITLE, title));
  }
}
