package org.dipscope.core.likelihood;

import org.dipscope.core.histogram.Binning;
import org.dipscope.core.physics.spectrum.Templates;

/**
 * Signal and interference of a scalar of given mass (x) as smooth shapes, to be mixed with g&#8308;
 * and g&sup2;: a peak, and a dip above it. The components do not depend on y.
 */
final class PeakDipSignal implements SignalModel {
  private final Binning binning;
  private final double[] background;
  private final double widthGeV;

  PeakDipSignal(Binning binning, double total, double widthGeV) {
    this.binning = binning;
    this.widthGeV = widthGeV;
    background = new double[binning.count()];
    for (int i = 0; i < background.length; i++) {
      background[i] = total / background.length * 2 * Math.exp(-(binning.centre(i) - 340) / 300);
    }
  }

  /** y is the coupling g. */
  static SignalMixing coupling() {
    return (x, g, into) -> {
      into[0] = g * g * g * g;
      into[1] = g * g;
      return PointStatus.PHYSICAL;
    };
  }

  Templates background() {
    double[] scale = new double[background.length];
    double[] resolution = new double[background.length];
    for (int i = 0; i < scale.length; i++) {
      scale[i] = -background[i] * binning.centre(i) / 300;
      resolution[i] = 0.02 * background[i];
    }
    return new Templates(background.clone(), scale, resolution);
  }

  Templates signal(double massGeV, double g) {
    Templates[] parts = SurfaceCache.buffers(2, background.length);
    newEvaluator().components(massGeV, g, parts);
    Templates sum = SurfaceCache.buffers(1, background.length)[0];
    for (int i = 0; i < background.length; i++) {
      double g2 = g * g;
      sum.rate()[i] = g2 * g2 * parts[0].rate()[i] + g2 * parts[1].rate()[i];
      sum.scaleSlope()[i] = g2 * g2 * parts[0].scaleSlope()[i] + g2 * parts[1].scaleSlope()[i];
      sum.resolutionSlope()[i] =
          g2 * g2 * parts[0].resolutionSlope()[i] + g2 * parts[1].resolutionSlope()[i];
    }
    return sum;
  }

  @Override
  public int binCount() {
    return background.length;
  }

  @Override
  public int componentCount() {
    return 2;
  }

  @Override
  public boolean dependsOnX() {
    return true;
  }

  @Override
  public boolean dependsOnY() {
    return false;
  }

  @Override
  public SignalEvaluator newEvaluator() {
    return (mass, _, into) -> {
      for (int i = 0; i < background.length; i++) {
        double x = (binning.centre(i) - mass) / widthGeV;
        double line = 1 / (1 + x * x);
        into[0].rate()[i] = 0.05 * background[i] * line;
        into[0].scaleSlope()[i] = into[0].rate()[i] * 2 * x * line * mass / widthGeV;
        into[0].resolutionSlope()[i] = 0.1 * into[0].rate()[i];
        into[1].rate()[i] = -0.05 * background[i] * (0.8 + x) * line;
        into[1].scaleSlope()[i] = into[1].rate()[i] * x * line * mass / widthGeV;
        into[1].resolutionSlope()[i] = 0.1 * into[1].rate()[i];
      }
    };
  }
}
