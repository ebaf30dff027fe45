package org.dipscope.core.bump.generator;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Strictly falling exponentials of fourth-order polynomials, like the spectra of simulated events:
 * ln b = ln y<sub>1</sub> + (ln y<sub>2</sub> &minus; ln y<sub>1</sub>)(x + 1)/2 + (1 &minus;
 * x&sup2;)(q<sub>0</sub> + q<sub>1</sub>x + q<sub>2</sub>x&sup2;) on x from &minus;1 to 1, with
 * normal q<sub>k</sub> of &sigma; = (0.6, 0.3, 0.15) ln(y<sub>1</sub>/y<sub>2</sub>)/2.
 */
public final class LogPolynomialMother implements Mother {
  private static final double[] SIGMA = {0.6, 0.3, 0.15};

  private final EndpointPrior endpoints;

  /** With endpoints from a prior. */
  public LogPolynomialMother(EndpointPrior endpoints) {
    this.endpoints = endpoints;
  }

  @Override
  public String name() {
    return "log-polynomial";
  }

  @Override
  public double[] draw(int bins, UniformRandomProvider random) {
    SharedStateContinuousSampler normal = ZigguratSampler.NormalizedGaussian.of(random);
    double[] y = new double[bins];
    do {
      double[] ends = endpoints.draw(random);
      double fall = Math.log(ends[0] / ends[1]);
      double q0 = SIGMA[0] * fall / 2 * normal.sample();
      double q1 = SIGMA[1] * fall / 2 * normal.sample();
      double q2 = SIGMA[2] * fall / 2 * normal.sample();
      double start = Math.log(ends[0]);
      for (int i = 0; i < bins; i++) {
        double x = 2.0 * i / (bins - 1) - 1;
        y[i] = start - fall * (x + 1) / 2 + (1 - x * x) * (q0 + x * (q1 + x * q2));
      }
    } while (!falls(y));
    for (int i = 0; i < bins; i++) {
      y[i] = Math.exp(y[i]);
    }
    return y;
  }

  private static boolean falls(double[] y) {
    for (int i = 1; i < y.length; i++) {
      if (y[i] >= y[i - 1]) {
        return false;
      }
    }
    return true;
  }
}
