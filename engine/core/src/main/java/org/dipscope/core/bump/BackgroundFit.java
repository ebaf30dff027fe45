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
 * @param degreesOfFreedom bins less parameters
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
    PoissonFit fit = new PoissonFit(shape);
    fit.fit(counts, shape.start(counts), null, 0);
    return of(family, shape, fit);
  }

  static BackgroundFit of(BackgroundFamily family, BackgroundShape shape, PoissonFit fit) {
    int n = shape.size();
    double[] theta = fit.theta();
    double[] rate = fit.rate();
    double[] information = information(shape, theta, rate);
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
        rate.length - n,
        fit.converged());
  }

  /** The Fisher information &Sigma; &part;b &part;b/b; its lower triangle. */
  static double[] information(BackgroundShape shape, double[] theta, double[] rate) {
    double[] weight = new double[rate.length];
    for (int i = 0; i < weight.length; i++) {
      weight[i] = rate[i] > 0 ? 1 / rate[i] : 0;
    }
    double[] information = new double[shape.size() * shape.size()];
    shape.addCurvature(theta, rate, null, weight, information, shape.size());
    return information;
  }

  /** The Bayesian information criterion: deviance + parameters &middot; ln(bins). */
  public double bic() {
    return deviance + family.parameters() * Math.log(rate.size());
  }

  /** The probability of a larger deviance if the function is right (large counts). */
  public double pValue() {
    return degreesOfFreedom < 1 ? Double.NaN : ChiSquare.above(deviance, degreesOfFreedom);
  }
}
