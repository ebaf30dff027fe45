package org.dipscope.core.histogram;

/**
 * What is printed beside a histogram with one axis. Moments take every bin at its centre; missing
 * contents (NaN) are left out.
 *
 * @param sum Σ cᵢ of the bins within the axis
 * @param effectiveEntries (Σ c)² / Σ σ², the number of unweighted events with the same relative
 *     error; NaN without errors
 * @param mean Σ cᵢ xᵢ / Σ cᵢ, or NaN if the contents do not add up to something positive
 * @param standardDeviation √(Σ cᵢ (xᵢ − mean)² / Σ cᵢ), or NaN likewise
 * @param underflow contents below the axis
 * @param overflow contents above it
 */
public record HistogramStatistics(
    double sum,
    double effectiveEntries,
    double mean,
    double standardDeviation,
    double underflow,
    double overflow) {

  /**
   * The statistics of a histogram.
   *
   * @throws org.dipscope.core.problem.ProblemException if it has several axes
   */
  public static HistogramStatistics of(Histogram histogram) {
    Binning bins = histogram.axis().binning();
    CompensatedSum sum = new CompensatedSum();
    CompensatedSum first = new CompensatedSum();
    double squares = 0;
    for (int i = 0; i < bins.count(); i++) {
      double content = histogram.contents().get(i);
      double error = 0.5 * (histogram.errorsLow().get(i) + histogram.errorsHigh().get(i));
      if (!Double.isNaN(content)) {
        sum.add(content);
        first.add(content * bins.centre(i));
      }
      if (!Double.isNaN(error)) {
        squares += error * error;
      }
    }
    double total = sum.value();
    double mean = total > 0 ? first.value() / total : Double.NaN;
    return new HistogramStatistics(
        total,
        squares > 0 ? total * total / squares : Double.NaN,
        mean,
        Math.sqrt(variance(histogram, mean, total)),
        histogram.underflow(),
        histogram.overflow());
  }

  private static double variance(Histogram histogram, double mean, double total) {
    if (Double.isNaN(mean)) {
      return Double.NaN;
    }
    Binning bins = histogram.axis().binning();
    CompensatedSum second = new CompensatedSum();
    for (int i = 0; i < bins.count(); i++) {
      double content = histogram.contents().get(i);
      double distance = bins.centre(i) - mean;
      if (!Double.isNaN(content)) {
        second.add(content * distance * distance);
      }
    }
    return second.value() / total;
  }
}
