package org.dipscope.core.event;

import java.util.List;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Which histogram to fill. Expressions that are lists fill all their values; weight and cut are
 * then either one per event or lists of the same length.
 *
 * @param coordinates what is histogrammed along the one or two axes
 * @param weight weight of each event, an {@link Expression}; null for 1
 * @param cut which events count, a condition; null for all
 */
public record HistogramRequest(
    List<Coordinate> coordinates, @Nullable String weight, @Nullable String cut) {
  /** Each chunk of events has bins of its own while it is filled. */
  private static final long MOST_BINS = 1 << 20;

  /**
   * What is histogrammed along an axis.
   *
   * @param column an {@link Expression}
   * @param binning the bins
   */
  public record Coordinate(String column, Binning binning) {}

  /**
   * @throws ProblemException if there are not one or two coordinates, or too many bins
   */
  public HistogramRequest {
    coordinates = List.copyOf(coordinates);
    if (coordinates.isEmpty() || coordinates.size() > 2) {
      throw new ProblemException(
          Problem.usage(
              "A histogram of " + coordinates.size() + " columns was asked for.",
              "Give one or two columns."));
    }
    long bins = bins(coordinates);
    if (bins > MOST_BINS) {
      throw new ProblemException(
          Problem.usage(
              bins + " bins were asked for, at most " + MOST_BINS + " are possible.",
              "Use wider bins."));
    }
  }

  /** A histogram of one column. */
  public HistogramRequest(
      String column, @Nullable String weight, @Nullable String cut, Binning binning) {
    this(List.of(new Coordinate(column, binning)), weight, cut);
  }

  private static long bins(List<Coordinate> coordinates) {
    long bins = 1;
    for (Coordinate coordinate : coordinates) {
      bins *= coordinate.binning().count();
    }
    return bins;
  }
}
