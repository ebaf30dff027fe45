package org.dipscope.core.bump;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.math.Normal;
import org.dipscope.core.problem.ProblemException;

/**
 * Global significance: the same estimator on toys of the background, which it fits anew in each of
 * them if it fits it in the data. Masked bins are masked in the toys as well. Toys do not depend on
 * the number of threads.
 *
 * @param estimator what is calibrated
 * @param deficit whether dips are looked for
 * @param toys how many; 0 for the formula alone
 * @param seed of the toys
 */
public record ToyStudy(SignificanceEstimator estimator, boolean deficit, int toys, long seed) {
  private static final String CROSSINGS = "up-crossings";
  private static final String WINDOWS = "number of windows";
  private static final int CROSSING_TOYS = 200;
  private static final double LEVEL = 0.5;

  /** Calibrates the peak of a curve. */
  public GlobalSignificance of(
      BumpData data, ZCurve observed, Workers workers, IntConsumer onToy, CancelToken token) {
    int peak = observed.peak(deficit);
    double z = (deficit ? -1 : 1) * observed.z().get(peak);
    boolean isSmooth = !(estimator instanceof BumpHunter);
    if (toys == 0) {
      double expected =
          GlobalSignificance.expectedCrossings(data.open(), observed.width().get(peak));
      double p = isSmooth ? GlobalSignificance.upCrossings(z, expected, 0) : windows(data, z);
      return GlobalSignificance.of(p, isSmooth ? CROSSINGS : WINDOWS);
    }
    double[] peaks = new double[toys];
    AtomicLong crossings = new AtomicLong();
    AtomicInteger counted = new AtomicInteger();
    workers.forEachRow(
        toys,
        token,
        () -> {
          SignificanceEstimator.Worker worker = estimator.worker();
          return toy -> {
            BumpData drawn = draw(data, observed.background(), toy);
            try {
              if (isSmooth && toy < CROSSING_TOYS) {
                ZCurve curve = worker.scan(drawn);
                peaks[toy] = (deficit ? -1 : 1) * curve.z().get(curve.peak(deficit));
                crossings.addAndGet(GlobalSignificance.crossings(curve, LEVEL, deficit));
                counted.incrementAndGet();
              } else {
                peaks[toy] = (deficit ? -1 : 1) * worker.peak(drawn, deficit);
              }
            } catch (ProblemException emptyToy) {
              peaks[toy] = 0;
            }
            onToy.accept(toy);
          };
        });
    double mean = counted.get() == 0 ? Double.NaN : crossings.doubleValue() / counted.get();
    return isSmooth
        ? GlobalSignificance.of(z, peaks, GlobalSignificance.upCrossings(z, mean, LEVEL), CROSSINGS)
        : GlobalSignificance.of(z, peaks, windows(data, z), WINDOWS);
  }

  /** The p-values of all windows together are never smaller than p of their union. */
  private double windows(BumpData data, double z) {
    long count = estimator instanceof BumpHunter hunter ? hunter.windows(data) : 1;
    return Math.min(1, count * Normal.above(z));
  }

  private BumpData draw(BumpData data, Values background, int toy) {
    UniformRandomProvider random =
        RandomSource.XO_RO_SHI_RO_128_PP.create(new long[] {seed, toy + 1L});
    double[] counts = new double[background.size()];
    for (int i = 0; i < counts.length; i++) {
      double mean = background.get(i);
      counts[i] = mean > 0 ? draw(random, mean) : 0;
    }
    return data.withCounts(Values.of(counts));
  }

  /** A Poisson number; beyond what the sampler takes the normal distribution is exact enough. */
  private static double draw(UniformRandomProvider random, double mean) {
    return mean < 1e9
        ? PoissonSampler.of(random, mean).sample()
        : Math.max(0, Math.rint(mean + Math.sqrt(mean) * normal(random)));
  }

  private static double normal(UniformRandomProvider random) {
    return ZigguratSampler.NormalizedGaussian.of(random).sample();
  }
}
