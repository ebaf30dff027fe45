package org.dipscope.core.bump.generator;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * Parametrisations that experiments fit to spectra falling over orders of magnitude. A shape ln
 * f(x) is drawn and stretched so that the first and last bin have the contents of the prior, which
 * leaves it in its family.
 */
public enum LogShapeMother {
  /**
   * Dijets: p<sub>2</sub> ln(1 &minus; x) + p<sub>3</sub> ln x + p<sub>4</sub> ln&sup2;x with x =
   * m/&radic;s (e.g. arXiv:1910.08447).
   */
  DIJET {
    @Override
    double[] logarithms(int bins, UniformRandomProvider random) {
      double low = 0.05 + 0.1 * random.nextDouble();
      double high = low * (1.8 + 4 * random.nextDouble());
      double p2 = 5 + 10 * random.nextDouble();
      double p3 = -3 - 4 * random.nextDouble();
      double p4 = -0.5 * random.nextDouble();
      double[] y = new double[bins];
      for (int i = 0; i < bins; i++) {
        double x = low + (Math.min(high, 0.9) - low) * i / (bins - 1);
        double l = Math.log(x);
        y[i] = p2 * Math.log1p(-x) + l * (p3 + p4 * l);
      }
      return y;
    }
  },
  /**
   * Lepton pairs: ln BW<sub>Z</sub>(m) + b ln(1 &minus; x<sup>c</sup>) + ln x &middot;
   * &Sigma;<sub>i</sub> p<sub>i</sub> ln<sup>i</sup>x around the values of arXiv:1903.06248, in
   * bins that widen with the mass.
   */
  DILEPTON {
    @Override
    double[] logarithms(int bins, UniformRandomProvider random) {
      double low = 180 + 150 * random.nextDouble();
      double high = low * Math.exp(1 + 2.25 * random.nextDouble());
      boolean electrons = random.nextBoolean();
      double[] p = electrons ? ELECTRONS : MUONS;
      double b = p[0] * (0.7 + 0.6 * random.nextDouble());
      double tilt = 0.5 * (random.nextDouble() - 0.5);
      double[] y = new double[bins];
      for (int i = 0; i < bins; i++) {
        double mass = low * Math.pow(high / low, i / (bins - 1.0));
        double x = mass / 13000;
        double l = Math.log(x);
        double power = p[2] + tilt + l * (p[3] + l * (p[4] + l * p[5]));
        double distance = Z_MASS - mass;
        y[i] =
            -Math.log(distance * distance + Z_WIDTH * Z_WIDTH)
                + b * Math.log1p(-Math.pow(x, p[1]))
                + power * l
                + l;
      }
      return y;
    }
  };

  static final double Z_MASS = 91.1876;
  static final double Z_WIDTH = 2.4952;
  private static final double[] ELECTRONS = {1.5, 1, -12.38, -4.295, -0.9191, -0.0845};
  private static final double[] MUONS = {11.8, 1.0 / 3, -7.38, -4.132, -1.0637, -0.1022};

  abstract double[] logarithms(int bins, UniformRandomProvider random);

  /** Mothers of this kind. */
  public Mother of(EndpointPrior endpoints) {
    return new Mother() {
      @Override
      public String name() {
        return LogShapeMother.this == DIJET ? "dijet" : "dilepton";
      }

      @Override
      public double[] draw(int bins, UniformRandomProvider random) {
        double[] ends = endpoints.draw(random);
        double[] y = logarithms(bins, random);
        double start = y[0];
        double stretch = Math.log(ends[1] / ends[0]) / (y[bins - 1] - start);
        for (int i = 0; i < bins; i++) {
          y[i] = ends[0] * Math.exp(stretch * (y[i] - start));
        }
        return y;
      }
    };
  }
}
