package org.dipscope.core.bump;

import org.jspecify.annotations.Nullable;

/**
 * Expected events per bin as a smooth function of parameters, with exact derivatives. Immutable.
 */
interface BackgroundShape {

  /** The number of bins. */
  int bins();

  /** The number of parameters. */
  int size();

  /**
   * Where a fit to counts may start.
   *
   * @param masked one flag per bin, true where it is left out
   */
  double[] start(double[] counts, boolean[] masked);

  /** The expected events b. */
  void rate(double[] theta, double[] rate);

  /** out_k = &Sigma;_i w_i &part;b_i/&part;&theta;_k. */
  void pull(double[] theta, double[] rate, double[] weight, double[] out);

  /**
   * Adds &Sigma;_i (w2_i &part;b_i/&part;&theta;_k &part;b_i/&part;&theta;_l + w1_i
   * &part;&sup2;b_i/&part;&theta;_k&part;&theta;_l) to the lower triangle of a matrix.
   *
   * @param w1 null for 0
   * @param stride the length of a row of the matrix
   */
  void addCurvature(
      double[] theta,
      double[] rate,
      double @Nullable [] w1,
      double[] w2,
      double[] matrix,
      int stride);

  /** out_i = &Sigma; &part;b_i/&part;&theta;_k C_kl &part;b_i/&part;&theta;_l. */
  void variance(double[] theta, double[] rate, double[] covariance, double[] out);

  /** The parameters as the formula of the family has them. */
  double[] coefficients(double[] theta);
}
