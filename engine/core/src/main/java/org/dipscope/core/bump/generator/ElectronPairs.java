package org.dipscope.core.bump.generator;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * The background of the ATLAS search in electron pairs, 139/fb (arXiv:1903.06248): 178 000 events
 * over {@value #BINS} bins that widen like the mass, from 225 GeV; f(m) = BW<sub>Z</sub>(m)(1
 * &minus; x)<sup>b</sup> x<sup>&Sigma; p<sub>i</sub> ln<sup>i</sup>x</sup> with x = m/13 TeV.
 * Always the same.
 */
public final class ElectronPairs implements Mother {
  /** Number of bins of the published test. */
  public static final int BINS = 98;

  private static final double LOWEST_GEV = 225;
  private static final double RATIO = Math.pow(5806.19 / 225, 1.0 / 99);
  private static final double EVENTS = 178_000;
  private static final double[] POWERS = {-12.38, -4.295, -0.9191, -0.0845};
  private static final double FALL = 1.5;

  @Override
  public String name() {
    return "electron pairs";
  }

  /** The expected contents of the first bins. */
  @Override
  public double[] draw(int bins, UniformRandomProvider random) {
    double[] y = new double[bins];
    double sum = 0;
    for (int i = 0; i < BINS; i++) {
      double low = LOWEST_GEV * Math.pow(RATIO, i);
      double mass = low * Math.sqrt(RATIO);
      double n = density(mass) * low * (RATIO - 1);
      sum += n;
      if (i < bins) {
        y[i] = n;
      }
    }
    for (int i = 0; i < bins; i++) {
      y[i] *= EVENTS / sum;
    }
    return y;
  }

  private static double density(double mass) {
    double x = mass / 13_000;
    double l = Math.log(x);
    double power = POWERS[0] + l * (POWERS[1] + l * (POWERS[2] + l * POWERS[3]));
    double distance = LogShapeMother.Z_MASS - mass;
    double resonance =
        LogShapeMother.Z_WIDTH
            / (distance * distance + LogShapeMother.Z_WIDTH * LogShapeMother.Z_WIDTH);
    return resonance * Math.pow(1 - x, FALL) * Math.exp(power * l);
  }
}
