package org.dipscope.core.histogram;

/**
 * Total errors whose split is not published. They are treated as independent from bin to bin, which
 * overstates shape uncertainties and understates the common ones; {@link #treatment()} says so.
 *
 * @param low towards smaller values
 * @param high towards larger values
 */
public record TotalErrors(Values low, Values high) implements MeasurementErrors {

  /**
   * @throws org.dipscope.core.problem.ProblemException if the lengths differ or an error is
   *     negative or not finite
   */
  public TotalErrors {
    SplitErrors.check("total", low, low.size());
    SplitErrors.check("total", high, low.size());
  }

  static Values mean(Values low, Values high) {
    double[] mean = new double[low.size()];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = 0.5 * (low.get(i) + high.get(i));
    }
    return Values.of(mean);
  }

  @Override
  public double[][] covariance(Binning binning, Correlation correlation) {
    Values errors = mean(low, high);
    double[][] covariance = new double[errors.size()][errors.size()];
    for (int i = 0; i < errors.size(); i++) {
      covariance[i][i] = errors.get(i) * errors.get(i);
    }
    return covariance;
  }

  @Override
  public String treatment() {
    return "Only total errors are given: they are treated as independent from bin to bin, and"
        + " asymmetric errors enter by their mean.";
  }
}
