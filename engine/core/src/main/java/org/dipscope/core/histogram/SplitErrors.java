package org.dipscope.core.histogram;

import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * Errors split by source. The covariance is V_ij = stat_i² δ_ij + sys_i sys_j ρ_ij + lumi_i lumi_j,
 * with ρ from {@link Correlation} at the bin centres and sys the mean of its two sides.
 *
 * @param statistical independent from bin to bin
 * @param systematicLow without the luminosity error, towards smaller values
 * @param systematicHigh the same towards larger values
 * @param luminosity common to all bins
 */
public record SplitErrors(
    Values statistical, Values systematicLow, Values systematicHigh, Values luminosity)
    implements MeasurementErrors {

  /**
   * @throws ProblemException if the lengths differ or an error is negative or not finite
   */
  public SplitErrors {
    check("statistical", statistical, statistical.size());
    check("systematic", systematicLow, statistical.size());
    check("systematic", systematicHigh, statistical.size());
    check("luminosity", luminosity, statistical.size());
  }

  static void check(String what, Values errors, int size) {
    if (errors.size() != size) {
      throw new ProblemException(
          Problem.badInput(
              errors.size() + " " + what + " errors stand beside " + size + ".",
              "Give every kind of error for every bin."));
    }
    for (int i = 0; i < size; i++) {
      if (!(errors.get(i) >= 0 && errors.get(i) < Double.POSITIVE_INFINITY)) {
        throw new ProblemException(
            Problem.badInput(
                "The " + what + " error of bin " + (i + 1) + " is " + errors.get(i) + ".",
                "Errors must be finite and not negative."));
      }
    }
  }

  @Override
  public Values low() {
    return total(systematicLow);
  }

  @Override
  public Values high() {
    return total(systematicHigh);
  }

  private Values total(Values systematic) {
    double[] total = new double[statistical.size()];
    for (int i = 0; i < total.length; i++) {
      total[i] = Math.hypot(Math.hypot(statistical.get(i), systematic.get(i)), luminosity.get(i));
    }
    return Values.of(total);
  }

  /** The systematic errors with their two sides averaged. */
  public Values systematic() {
    return TotalErrors.mean(systematicLow, systematicHigh);
  }

  @Override
  public double[][] covariance(Binning binning, Correlation correlation) {
    int n = statistical.size();
    Values systematic = systematic();
    double[][] covariance = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double rho = correlation.between(binning.centre(i), binning.centre(j));
        double value =
            systematic.get(i) * systematic.get(j) * rho + luminosity.get(i) * luminosity.get(j);
        covariance[i][j] = value;
        covariance[j][i] = value;
      }
      covariance[i][i] += statistical.get(i) * statistical.get(i);
    }
    return covariance;
  }

  @Override
  public String treatment() {
    return "Statistical errors are independent, systematic errors correlated in ln m, the"
        + " luminosity error is common to all bins; asymmetric errors enter by their mean.";
  }
}
