package org.dipscope.core.likelihood;

import java.util.Random;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.physics.spectrum.Templates;

/** Random but plausible spectra for property tests, each a function of its seed alone. */
final class RandomModels {
  final Random random;
  final Binning binning;
  final Templates background;
  final Templates signal;
  final double[] counts;

  RandomModels(long seed) {
    random = new Random(seed);
    int bins = 1 + random.nextInt(40);
    binning = Binning.uniform(bins, 340, 1240);
    double total = Math.pow(10, 1 + 4 * random.nextDouble());
    double[] rate = new double[bins];
    double[] scale = new double[bins];
    double[] resolution = new double[bins];
    double[] signalRate = new double[bins];
    double[] signalScale = new double[bins];
    double[] signalResolution = new double[bins];
    counts = new double[bins];
    double mass = 400 + 600 * random.nextDouble();
    double width = 20 + 100 * random.nextDouble();
    for (int i = 0; i < bins; i++) {
      double m = binning.centre(i);
      rate[i] = total / bins * Math.exp(-(m - 340) / 200);
      scale[i] = -rate[i] * (m / 200);
      resolution[i] = 0.05 * rate[i] * random.nextGaussian();
      double x = (m - mass) / width;
      signalRate[i] = rate[i] * (0.1 - 0.15 * x) / (1 + x * x);
      signalScale[i] = 0.5 * rate[i] * random.nextGaussian() / (1 + x * x);
      signalResolution[i] = 0.1 * rate[i] * random.nextGaussian() / (1 + x * x);
      double nu = rate[i] + random.nextDouble() * signalRate[i];
      counts[i] = Math.max(0, Math.rint(nu + Math.sqrt(nu) * random.nextGaussian()));
    }
    background = new Templates(rate, scale, resolution);
    signal = new Templates(signalRate, signalScale, signalResolution);
  }

  DataTerm poisson() {
    return PoissonCounts.of(counts);
  }

  DataTerm gaussian() {
    double[] statistical = new double[counts.length];
    double[] tilt = new double[counts.length];
    for (int i = 0; i < counts.length; i++) {
      statistical[i] = Math.sqrt(counts[i] + 1);
      tilt[i] = 0.05 * counts[i] * i / counts.length;
    }
    return GaussianSpectrum.of(
        counts, GaussianSpectrum.covariance(counts, statistical, new double[][] {tilt}, 0.02));
  }

  Likelihood likelihood(DataTerm data) {
    return Likelihood.of(data, binning, background, NuisanceSet.standard());
  }
}
