package org.dipscope.core.benchmark;

import java.util.concurrent.TimeUnit;
import org.dipscope.core.likelihood.NuisanceSet;
import org.dipscope.core.likelihood.PlainLikelihood;
import org.dipscope.core.physics.spectrum.Templates;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The likelihood of the surface written down as it stands, and the limits it runs into. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class PlainSurfaceBenchmark {
  private static final int SIZE = Bench.POINTS * Bench.POINTS;

  private final Templates signal =
      Bench.GRIDS
          .grid(Bench.SCENARIO, Bench.BINS)
          .predict(Bench.SCENARIO.resonances(), Bench.SCENARIO.normalisation(140))
          .total();
  private final PlainLikelihood likelihood =
      new PlainLikelihood(
          Bench.counts(), Bench.BINS, Bench.background(), NuisanceSet.statisticsOnly());
  private final PlainLikelihood profiled =
      new PlainLikelihood(
          Bench.counts(),
          Bench.BINS,
          Bench.background(),
          new NuisanceSet(NuisanceSet.standard().nuisances().subList(0, 5)));
  private final double[] x = filled(1024);
  private final double[] y = filled(1024);

  private static double[] filled(int size) {
    double[] values = new double[size];
    java.util.Arrays.fill(values, 1.000001);
    return values;
  }

  /** 64×64 likelihoods of 100 bins, spectra known, statistics only. */
  @Benchmark
  public double spectraKnown() {
    double sum = 0;
    for (int p = 0; p < SIZE; p++) {
      sum += likelihood.twiceNll(signal);
    }
    return sum;
  }

  /** 64 of the 4096 points with five nuisances profiled. */
  @Benchmark
  public double profiledAt64Points() {
    double sum = 0;
    for (int p = 0; p < Bench.POINTS; p++) {
      sum += profiled.profile(signal);
    }
    return sum;
  }

  /** As many logarithms as that surface has bins: what Math.log alone costs. */
  @Benchmark
  public double logarithms() {
    double sum = 0;
    for (int p = 0; p < SIZE; p++) {
      for (int i = 0; i < Bench.BINS.count(); i++) {
        sum += Math.log(1.5 + 1e-3 * i + p);
      }
    }
    return sum;
  }

  /** 100 million multiply-adds on arrays in the first cache: the arithmetic limit of one core. */
  @Benchmark
  public double[] multiplyAdds() {
    for (int repeat = 0; repeat < 97_656; repeat++) {
      for (int i = 0; i < x.length; i++) {
        x[i] += 1e-9 * y[i];
      }
    }
    return x;
  }
}
