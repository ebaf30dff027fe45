package org.dipscope.core.bump.generator;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.dipscope.core.bump.KnownBackground;
import org.dipscope.core.histogram.Values;

/**
 * Endless histograms: Poisson(b) + Poisson(s) with the exact target of every bin. Block k of a
 * stream depends on the seed and k only, so that any number of threads draws the same stream and a
 * stream can be taken up anywhere. For one thread.
 */
public final class HistogramGenerator {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final GeneratorSettings settings;
  private final double[] cumulative;
  private final KnownBackground significance = new KnownBackground();

  /** A generator with settings. */
  public HistogramGenerator(GeneratorSettings settings) {
    this.settings = settings;
    cumulative = settings.weights().toArray();
    for (int i = 1; i < cumulative.length; i++) {
      cumulative[i] += cumulative[i - 1];
    }
  }

  /** The random numbers of a block. */
  public static UniformRandomProvider block(long seed, long block) {
    long first = mixed(seed + GOLDEN * block);
    return RandomSource.XO_RO_SHI_RO_128_PP.create(new long[] {first, mixed(first + 1)});
  }

  private static long mixed(long x) {
    long y = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
    y = (y ^ (y >>> 27)) * 0x94D049BB133111EBL;
    return y ^ (y >>> 31);
  }

  /** A number of bins. */
  public int bins(UniformRandomProvider random) {
    return settings.leastBins() + random.nextInt(settings.mostBins() - settings.leastBins() + 1);
  }

  /** The next histogram, with a given number of bins. */
  public PseudoHistogram next(int bins, UniformRandomProvider random) {
    double[] background = mother(random).draw(bins, random);
    SignalPrior prior = settings.signals();
    double width = prior.widths().get(random.nextInt(prior.widths().size()));
    int centre = random.nextInt(bins);
    double strength = prior.strongest() * random.nextDouble();
    double kind =
        random.nextDouble()
            * (prior.bumps() + prior.dips() + prior.interferences() + prior.nothing());
    double[] signal;
    if (kind < prior.bumps()) {
      signal = SignalInjection.gaussian(bins, centre, width);
    } else if (kind < prior.bumps() + prior.dips()) {
      signal = SignalInjection.gaussian(bins, centre, width);
      strength = -strength;
    } else if (kind < prior.bumps() + prior.dips() + prior.interferences()) {
      signal = SignalInjection.interference(bins, centre, width, random);
    } else {
      return drawn(background, new double[bins], -1, 0, 0, random);
    }
    double injected = SignalInjection.scale(signal, background, strength);
    return drawn(background, signal, centre, width, injected, random);
  }

  private Mother mother(UniformRandomProvider random) {
    double at = random.nextDouble() * cumulative[cumulative.length - 1];
    int i = 0;
    while (i < cumulative.length - 1 && at >= cumulative[i]) {
      i++;
    }
    return settings.mothers().get(i);
  }

  private PseudoHistogram drawn(
      double[] background,
      double[] signal,
      int centre,
      double width,
      double injected,
      UniformRandomProvider random) {
    int bins = background.length;
    double[] counts = new double[bins];
    for (int i = 0; i < bins; i++) {
      // The sum of two Poisson numbers is one of the sum of their means; dips have no other way.
      counts[i] = PoissonDraw.draw(background[i] + signal[i], random);
    }
    Values targets = settings.targets();
    double[][] byWidth = new double[targets.size()][bins];
    for (int k = 0; k < byWidth.length; k++) {
      significance.z(counts, background, targets.get(k), byWidth[k]);
    }
    double[] target = byWidth[0];
    if (byWidth.length > 1) {
      target = byWidth[0].clone();
      for (int k = 1; k < byWidth.length; k++) {
        for (int i = 0; i < bins; i++) {
          target[i] = Math.max(target[i], byWidth[k][i]);
        }
      }
    }
    return new PseudoHistogram(background, counts, target, byWidth, centre, width, injected);
  }
}
