package org.dipscope.core.neyman;

/**
 * The four toys of a resonance that interferes with a smooth background, in 25 bins of 20 GeV from
 * 300 to 800 GeV, by the antiderivatives of the closed forms.
 *
 * @param width &Gamma;
 * @param strength a
 * @param phase &phi;
 * @param level b<sub>0</sub>
 * @param slope b<sub>1</sub>
 * @param angular k
 */
record PeakDipBins(
    double width, double strength, double phase, double level, double slope, double angular) {
  private static final int BINS = 25;
  private static final double FROM = -200;
  private static final double TO = 300;

  static PeakDipBins of(String name) {
    return switch (name) {
      case "peakdip" -> new PeakDipBins(40, 0.55, 0.85 * Math.PI, 1.35, -0.0016, 0.6);
      case "puredip" -> new PeakDipBins(40, 0.55, -0.5 * Math.PI, 1.35, -0.0016, 0.6);
      case "bump" -> new PeakDipBins(40, 0.55, 0.5 * Math.PI, 1.35, -0.0016, 0.6);
      default -> new PeakDipBins(160, 0.45, -0.5 * Math.PI, 0.45, -0.0005, 0.6);
    };
  }

  StrengthModel model() {
    double[] signal = new double[BINS];
    double[] interference = new double[BINS];
    double[] background = new double[BINS];
    double step = (TO - FROM) / BINS;
    for (int i = 0; i < BINS; i++) {
      double low = FROM + i * step;
      double high = low + step;
      signal[i] = signal(high) - signal(low);
      interference[i] = interference(high) - interference(low);
      background[i] = background(high) - background(low);
    }
    return new StrengthModel(signal, interference, background);
  }

  private double signal(double z) {
    double g = 0.5 * width;
    return strength * strength * g * Math.atan(z / g);
  }

  private double background(double z) {
    return level * level * z + level * slope * z * z + slope * slope * z * z * z / 3;
  }

  private double interference(double z) {
    double g = 0.5 * width;
    double norm = Math.sqrt(1 + angular * angular / 3);
    double cos = Math.cos(phase);
    double sin = Math.sin(phase);
    double atan = Math.atan(z / g);
    double bracket =
        slope * cos * (z - g * atan)
            + 0.5 * (level * cos + slope * g * sin) * Math.log(z * z + g * g)
            + level * sin * atan;
    return 2 * strength * g / norm * bracket;
  }
}
