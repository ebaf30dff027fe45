package org.dipscope.core.triage;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.selection.MassHistogram;

/** Falling spectra in bins that follow a resolution of 6 %, with a bump or a dip if asked for. */
final class Spectra {
  static final int BINS = 50;
  private static final double STEP = 1.03;

  private Spectra() {}

  static double massOf(int bin) {
    return 100 * Math.pow(STEP, bin) * (1 + STEP) / 2;
  }

  /**
   * A histogram per category.
   *
   * @param signal entries added to the background around the bin, with σ of one bin
   */
  static List<MassHistogram> of(int categories, long seed, int bin, double signal) {
    UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    List<MassHistogram> all = new ArrayList<>();
    for (int category = 0; category < categories; category++) {
      double[] edges = new double[BINS + 1];
      double[] counts = new double[BINS];
      double slope = 0.05 + 0.02 * random.nextDouble();
      for (int i = 0; i <= BINS; i++) {
        edges[i] = 100 * Math.pow(STEP, i);
      }
      for (int i = 0; i < BINS; i++) {
        double distance = i - bin;
        double mean =
            900 * Math.exp(-slope * i)
                + signal * Math.exp(-0.5 * distance * distance) / Math.sqrt(2 * Math.PI);
        counts[i] = mean > 0 ? PoissonSampler.of(random, mean).sample() : 0;
      }
      all.add(
          new MassHistogram(
              "mass_j0j1_cat_" + category,
              "c" + category,
              "j0j1",
              2,
              100_000,
              Values.of(edges),
              Values.of(counts),
              0,
              BINS));
    }
    return all;
  }
}
