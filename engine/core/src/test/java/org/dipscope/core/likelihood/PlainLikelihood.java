package org.dipscope.core.likelihood;

import org.dipscope.core.histogram.Binning;
import org.dipscope.core.physics.spectrum.Templates;

/**
 * The likelihood written down as the formulas stand, with no regard to speed: the reference that
 * tests and benchmarks compare with. Counts and rates must be positive where a logarithm is taken.
 */
public final class PlainLikelihood {
  private final double[] counts;
  private final Binning binning;
  private final Templates background;
  private final NuisanceSet nuisances;

  public PlainLikelihood(
      double[] counts, Binning binning, Templates background, NuisanceSet nuisances) {
    this.counts = counts;
    this.binning = binning;
    this.background = background;
    this.nuisances = nuisances;
  }

  /** The expected content of bin i. */
  double rate(int i, Templates signal, double[] theta) {
    double luminosity = 0;
    double shape = 0;
    double scale = 0;
    double resolution = 0;
    for (int k = 0; k < nuisances.size(); k++) {
      Nuisance nuisance = nuisances.get(k);
      double a = (nuisance.isConstrained() ? nuisance.priorWidth() : 1) * theta[k];
      switch (nuisance.kind()) {
        case NuisanceKind.Luminosity kind -> luminosity += a;
        case NuisanceKind.MassScale kind -> scale += a;
        case NuisanceKind.Resolution kind -> resolution += a;
        case NuisanceKind.BackgroundShape kind -> shape += a * kind.exponent(i, binning.centre(i));
      }
    }
    double b =
        background.rate()[i]
            + scale * background.scaleSlope()[i]
            + resolution * background.resolutionSlope()[i];
    double x =
        signal.rate()[i]
            + scale * signal.scaleSlope()[i]
            + resolution * signal.resolutionSlope()[i];
    return Math.exp(luminosity) * (Math.exp(shape) * b + x);
  }

  /** &lambda; at given nuisance values. */
  public double twiceNll(Templates signal, double... theta) {
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      double nu = rate(i, signal, theta);
      sum += 2 * (nu - counts[i]);
      if (counts[i] > 0) {
        sum += 2 * counts[i] * Math.log(counts[i] / nu);
      }
    }
    for (int k = 0; k < theta.length; k++) {
      sum += nuisances.get(k).isConstrained() ? theta[k] * theta[k] : 0;
    }
    return sum;
  }

  /** &lambda; minimised by coordinate descent with golden sections. */
  public double profile(Templates signal) {
    double[] theta = new double[nuisances.size()];
    double last = twiceNll(signal, theta);
    for (int sweep = 0; sweep < 3000; sweep++) {
      for (int k = 0; k < theta.length; k++) {
        theta[k] = goldenSection(signal, theta, k);
      }
      double value = twiceNll(signal, theta);
      if (last - value < 1e-13) {
        return value;
      }
      last = value;
    }
    return last;
  }

  private double goldenSection(Templates signal, double[] start, int k) {
    double[] theta = start.clone();
    double golden = 0.5 * (Math.sqrt(5) - 1);
    double low = start[k] - 2;
    double high = start[k] + 2;
    while (high - low > 1e-7) {
      double a = high - golden * (high - low);
      double b = low + golden * (high - low);
      theta[k] = a;
      double atA = twiceNll(signal, theta);
      theta[k] = b;
      double atB = twiceNll(signal, theta);
      if (atA < atB) {
        high = b;
      } else {
        low = a;
      }
    }
    return 0.5 * (low + high);
  }
}
