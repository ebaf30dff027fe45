package org.dipscope.core.triage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.dipscope.core.bump.KnownBackground;
import org.dipscope.core.bump.SignalShape;
import org.dipscope.core.bump.ZCurve;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.triage.CoherentScan.Statistic;
import org.jspecify.annotations.Nullable;

/**
 * How often background alone gives a coherent combination as significant, anywhere. Each toy draws
 * n ~ Poisson(b) around the background of every histogram and takes z over that background, which
 * it knows: the toys count the looks and their correlations and keep the Poisson tails; what a fit
 * of the background adds to z is not in them.
 *
 * @param toys how many were drawn
 * @param asExtreme how many had a combination as significant as the observed one
 */
public record CoherentToys(int toys, int asExtreme) {

  /** The p-value, (1 + asExtreme)/(1 + toys): never 0. */
  public double p() {
    return (1.0 + asExtreme) / (1.0 + toys);
  }

  /** Its standard error, √(p(1 − p)/toys). */
  public double error() {
    return Math.sqrt(p() * (1 - p()) / toys);
  }

  /**
   * Draws toys.
   *
   * @param scanned histograms with their curves
   * @param observed the significance to be reached, such as {@link CoherentScan#best}
   * @param seed of the toys; the result does not depend on the number of workers
   * @param done hears how many are done, from several threads
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static CoherentToys draw(
      List<Scanned> scanned,
      TriageRule rule,
      Statistic statistic,
      double observed,
      int toys,
      long seed,
      Workers workers,
      IntConsumer done,
      CancelToken token) {
    List<CoherentGroup> groups = CoherentGroup.of(scanned, rule);
    List<@Nullable Mother> mothers = new ArrayList<>();
    for (Scanned histogram : scanned) {
      mothers.add(Mother.of(histogram));
    }
    AtomicInteger extreme = new AtomicInteger();
    AtomicInteger drawn = new AtomicInteger();
    workers.forEachRow(
        toys,
        token,
        () -> {
          KnownBackground known = new KnownBackground();
          return toy -> {
            UniformRandomProvider random =
                RandomSource.XO_RO_SHI_RO_128_PP.create(seed * 0x9E3779B97F4A7C15L + toy);
            double[][] z = new double[mothers.size()][];
            for (int i = 0; i < z.length && !token.isCancelled(); i++) {
              Mother mother = mothers.get(i);
              z[i] = mother == null ? new double[0] : mother.toy(known, random);
            }
            if (!token.isCancelled() && highest(groups, z, statistic, rule) >= Math.abs(observed)) {
              extreme.incrementAndGet();
            }
            done.accept(drawn.incrementAndGet());
          };
        });
    return new CoherentToys(toys, extreme.get());
  }

  private static double highest(
      List<CoherentGroup> groups, double[][] z, Statistic statistic, TriageRule rule) {
    double highest = 0;
    for (CoherentGroup group : groups) {
      int masses = group.masses.length;
      double[] stouffer = new double[masses];
      double[] sum = new double[masses];
      int[] counts = new int[masses];
      group.combine(z, stouffer, sum, counts);
      double[] chosen = statistic == Statistic.STOUFFER ? stouffer : sum;
      for (int i = 0; i < masses; i++) {
        double here = rule.dips() ? Math.abs(chosen[i]) : chosen[i];
        highest = counts[i] > 1 && here > highest ? here : highest;
      }
    }
    return highest;
  }

  /** What the toys of one histogram are drawn from. */
  private record Mother(double[] background, SignalShape shape) {

    static @Nullable Mother of(Scanned scanned) {
      ZCurve curve = scanned.curve();
      if (curve == null) {
        return null;
      }
      double[] widths = curve.width().toArray();
      Arrays.sort(widths);
      Binning binning = Binning.of(scanned.edges().toArray());
      double median = widths[widths.length / 2];
      return new Mother(
          curve.background().toArray(), SignalShape.ofBins(binning, median > 0 ? median : 1));
    }

    double[] toy(KnownBackground known, UniformRandomProvider random) {
      double[] counts = new double[background.length];
      for (int i = 0; i < counts.length; i++) {
        counts[i] = background[i] > 0 ? PoissonSampler.of(random, background[i]).sample() : 0;
      }
      double[] z = new double[counts.length];
      known.z(counts, background, shape, z);
      return z;
    }
  }
}
