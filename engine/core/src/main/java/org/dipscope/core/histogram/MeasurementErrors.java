package org.dipscope.core.histogram;

/**
 * The errors of a measured spectrum, as far as the publication splits them. Errors are absolute, in
 * the unit of the values, finite and not negative; low means towards smaller values.
 */
public sealed interface MeasurementErrors permits SplitErrors, TotalErrors {

  /** Total error per bin towards smaller values. */
  Values low();

  /** Total error per bin towards larger values. */
  Values high();

  /**
   * The covariance matrix of the values, in the square of their unit. Asymmetric errors enter by
   * the mean of their two sides.
   *
   * @param binning the bins the errors belong to
   * @param correlation how systematic errors of different bins hang together
   * @throws org.dipscope.core.problem.ProblemException if a bin centre is not positive where the
   *     correlation needs its logarithm
   */
  double[][] covariance(Binning binning, Correlation correlation);

  /** One sentence for the screen: how these errors enter the likelihood. */
  String treatment();
}
