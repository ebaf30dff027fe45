package org.dipscope.core.bump.generator;

import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Single Poisson numbers whose mean changes at every draw: by multiplication below a mean of 10,
 * above by transformed rejection with squeeze (W. H&ouml;rmann, Insurance: Mathematics and
 * Economics 12 (1993) 39, algorithm PTRS), which needs no set-up to speak of.
 */
final class PoissonDraw {
  private static final double SMALL = 10;

  private PoissonDraw() {}

  static double draw(double mean, UniformRandomProvider random) {
    return mean < SMALL ? multiplied(mean, random) : rejected(mean, random);
  }

  private static double multiplied(double mean, UniformRandomProvider random) {
    double end = Math.exp(-mean);
    double product = random.nextDouble();
    int n = 0;
    while (product > end) {
      product *= random.nextDouble();
      n++;
    }
    return n;
  }

  private static double rejected(double mean, UniformRandomProvider random) {
    double b = 0.931 + 2.53 * Math.sqrt(mean);
    double a = -0.059 + 0.02483 * b;
    double squeeze = 0.9277 - 3.6224 / (b - 2);
    while (true) {
      double u = random.nextDouble() - 0.5;
      double v = random.nextDouble();
      double us = 0.5 - Math.abs(u);
      double k = Math.floor((2 * a / us + b) * u + mean + 0.43);
      if (us >= 0.07 && v <= squeeze) {
        return k;
      }
      if (k < 0 || (us < 0.013 && v > us)) {
        continue;
      }
      double inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
      double left = Math.log(v * inverseAlpha / (a / (us * us) + b));
      if (left <= k * Math.log(mean) - mean - LogGamma.value(k + 1)) {
        return k;
      }
    }
  }
}
