package org.dipscope.core.neyman;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.dipscope.core.histogram.Values;

/**
 * Statistics of simulated experiments at one strength after the other. Belongs to one thread; every
 * strength has a random stream of its own, so results do not depend on who simulates what.
 */
final class ToyExperiments implements ToySource {
  private final StrengthModel model;
  private final StrengthLikelihood likelihood;
  private final List<TestStatistic> statistics;
  private final double[] counts;

  ToyExperiments(
      StrengthModel model,
      StrengthRange range,
      StrengthNodes nodes,
      List<TestStatistic> statistics) {
    this.model = model;
    this.statistics = statistics;
    likelihood = new StrengthLikelihood(model, range, nodes);
    counts = new double[model.bins()];
  }

  /** The random stream of a purpose and a place within it, both of which decide all its numbers. */
  static UniformRandomProvider stream(long seed, int purpose, long place) {
    long first = mixed(mixed(mixed(seed) + purpose) + place);
    return RandomSource.XO_RO_SHI_RO_128_PP.create(new long[] {first, mixed(first + 1)});
  }

  /** A bijection whose outputs look unrelated (S. Vigna's SplitMix64 finaliser). */
  private static long mixed(long x) {
    long z = x + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** One experiment with its statistics. */
  interface Visitor {

    /**
     * Takes an experiment; nothing of it may be kept.
     *
     * @param toy its number
     * @param reference by statistic, R of T = 2 (R &minus; ln L)
     */
    void take(int toy, StrengthLikelihood likelihood, double[] reference);
  }

  /** Simulates experiments at a strength. */
  void run(double strength, int toys, UniformRandomProvider random, Visitor visitor) {
    PoissonTables tables = new PoissonTables(model.rates(strength), toys);
    double[] reference = new double[statistics.size()];
    for (int toy = 0; toy < toys; toy++) {
      tables.draw(random, counts);
      likelihood.load(counts);
      references(likelihood, statistics, reference);
      visitor.take(toy, likelihood, reference);
    }
  }

  /** R of every statistic for the loaded data. */
  static void references(
      StrengthLikelihood likelihood, List<TestStatistic> statistics, double[] reference) {
    int focus = 0;
    for (int j = 0; j < reference.length; j++) {
      reference[j] =
          switch (statistics.get(j)) {
            case TestStatistic.LikelihoodRatio _ -> likelihood.maximum();
            case TestStatistic.Focused _ -> likelihood.logAverage(focus++);
          };
    }
  }

  /** T of a statistic; rounding cannot push the likelihood ratio below zero. */
  static double statistic(TestStatistic statistic, double reference, double logLikelihood) {
    double t = 2 * (reference - logLikelihood);
    return statistic instanceof TestStatistic.LikelihoodRatio ? Math.max(0, t) : t;
  }

  @Override
  public double[][] atTruth(double strength, int toys, UniformRandomProvider random) {
    double[][] values = new double[statistics.size()][toys];
    run(
        strength,
        toys,
        random,
        (toy, data, reference) -> {
          double logLikelihood = data.logLikelihood(strength);
          for (int j = 0; j < reference.length; j++) {
            values[j][toy] = statistic(statistics.get(j), reference[j], logLikelihood);
          }
        });
    return values;
  }

  @Override
  public void reuse(
      double strength, int toys, Values others, UniformRandomProvider random, Reader reader) {
    double[] logDensity = new double[others.size()];
    double[][] values = new double[statistics.size()][others.size()];
    run(
        strength,
        toys,
        random,
        (toy, data, reference) -> {
          for (int k = 0; k < logDensity.length; k++) {
            logDensity[k] = data.logLikelihood(others.get(k));
            for (int j = 0; j < reference.length; j++) {
              values[j][k] = statistic(statistics.get(j), reference[j], logDensity[k]);
            }
          }
          reader.take(logDensity, values);
        });
  }
}
