package org.dipscope.core.likelihood;

import org.dipscope.core.histogram.Binning;
import org.dipscope.core.physics.spectrum.Templates;

/**
 * A signal that is linear in both parameters: with Gaussian data &lambda; is an exact quadratic, r
 * = A (x &minus; x0, y &minus; y0), &lambda; = r&sup2; for unit errors.
 */
record LinearSignal(double[][] matrix, double x0, double y0) implements SignalModel {
  static final Binning BINS = Binning.uniform(2, 400, 600);

  Likelihood likelihood() {
    DataTerm data = GaussianSpectrum.of(new double[] {10, 20}, new double[][] {{1, 0}, {0, 1}});
    Templates background = new Templates(new double[] {10, 20}, new double[2], new double[2]);
    return Likelihood.of(data, BINS, background, NuisanceSet.statisticsOnly());
  }

  /** The exact &minus;2&Delta; ln L. */
  double delta(double x, double y) {
    double r0 = matrix[0][0] * (x - x0) + matrix[0][1] * (y - y0);
    double r1 = matrix[1][0] * (x - x0) + matrix[1][1] * (y - y0);
    return r0 * r0 + r1 * r1;
  }

  @Override
  public int binCount() {
    return 2;
  }

  @Override
  public int componentCount() {
    return 1;
  }

  @Override
  public boolean dependsOnX() {
    return true;
  }

  @Override
  public boolean dependsOnY() {
    return true;
  }

  @Override
  public SignalEvaluator newEvaluator() {
    return (x, y, into) -> {
      for (int i = 0; i < 2; i++) {
        into[0].rate()[i] = matrix[i][0] * (x - x0) + matrix[i][1] * (y - y0);
      }
    };
  }
}
