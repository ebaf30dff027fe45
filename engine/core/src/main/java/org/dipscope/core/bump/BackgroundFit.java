package org.dipscope.core.bump;

import java.util.Arrays;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.math.ChiSquare;
import org.dipscope.core.math.Cholesky;

/**
 * A background fitted to a spectrum without signal.
 *
 * @param family the function
 * @param coefficients its parameters in the order of its formula
 * @param rate expected events per bin
 * @param error one standard deviation of each, from the curvature of the likelihood
 * @param deviance &minus;2 ln L against the saturated model, the &chi;&sup2; of Baker and Cousins
 * @param degreesOfFreedom bins that are not masked less parameters
 * @param converged whether the fit reached its minimum
 */
public record BackgroundFit(
    BackgroundFamily family,
    Values coefficients,
    Values rate,
    Values error,
    double deviance,
    int degreesOfFreedom,
    boolean converged) {

  /** The fit of a family to counts. */
  public static BackgroundFit of(BackgroundFamily family, BumpData data) {
    BackgroundShape shape = family.on(data.binning());
    double[] counts = data.counts().toArray();
    boolean[] masked = data.masked().flags(counts.length);
    PoissonFit fit = new PoissonFit(shape, masked);
    fit.fit(counts, shape.start(counts, masked), null, 0);
    int n = shape.size();
    double[] theta = fit.theta();
    double[] rate = fit.rate();
    double[] information = information(shape, theta, rate, masked);
    double[] error = new double[rate.length];
    if (Cholesky.factorise(information, n) < 0) {
      shape.variance(theta, rate, Cholesky.inverse(information, n), error);
      for (int i = 0; i < error.length; i++) {
        error[i] = Math.sqrt(error[i]);
      }
    } else {
      Arrays.fill(error, Double.NaN);
    }
    return new BackgroundFit(
        family,
        Values.of(shape.coefficients(theta)),
        Values.of(rate),
        Values.of(error),
        fit.deviance(),
        data.open() - n,
        fit.converged());
  }

  /**
   * The Fisher information &Sigma; &part;b &part;b/b over the bins that are not masked; its lower
   * triangle.
   */
  static double[] information(
      BackgroundShape shape, double[] theta, double[] rate, boolean[] masked) {
    double[] weight = new double[rate.length];
    for (int i = 0; i < weight.length; i++) {
      weight[i] = rate[i] > 0 && !masked[i] ? 1 / rate[i] : 0;
    }
    double[] information = new double[shape.size() * shape.size()];
    shape.addCurvature(theta, rate, null, weight, information, shape.size());
    return information;
  }

  /** The Bayesian information criterion: deviance + parameters &middot; ln(bins). */
  public double bic() {
    return deviance + family.parameters() * Math.log(degreesOfFreedom + family.parameters());
  }

  /** The probability of a larger deviance if the function is right (large counts). */
  public double pValue() {
    return degreesOfFreedom < 1 ? Double.NaN : ChiSquare.above(deviance, degreesOfFreedom);
  }
}
