package org.dipscope.core.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.neyman.CriticalCurve;
import org.dipscope.core.neyman.Focus;
import org.dipscope.core.neyman.NeymanConstruction;
import org.dipscope.core.neyman.StrengthModel;
import org.dipscope.core.neyman.StrengthRange;
import org.dipscope.core.neyman.TestStatistic;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Toys of 20 bins with likelihood-ratio and focused statistic: one operation is one toy drawn and
 * both statistics evaluated at one tested strength; or the whole belt of 61 strengths.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ToyBenchmark {
  private static final int TOYS = 20_000;
  private static final int STRENGTHS = 61;
  private static final double[] SIGNAL = new double[20];
  private static final double[] BACKGROUND = new double[20];
  private static final Values TESTED = strengths();
  private static final Values LEVELS = Values.of(0.6827, 0.9545);

  static {
    for (int i = 0; i < SIGNAL.length; i++) {
      double pull = (i - 8.3) / 2.4;
      SIGNAL[i] = 10 * Math.exp(-0.5 * pull * pull);
      BACKGROUND[i] = 15 + 350 * Math.exp(-0.2 * i);
    }
  }

  /** How many threads take part. */
  @Param({"1", "2"})
  public int threads;

  private final NeymanConstruction one = construction(Values.of(1, 2));
  private final NeymanConstruction belt = construction(TESTED);
  private ExecutorService executor = Executors.newSingleThreadExecutor();
  private Workers workers = Workers.callerOnly();

  private static Values strengths() {
    double[] strengths = new double[STRENGTHS];
    Arrays.setAll(strengths, i -> 0.1 * i);
    return Values.of(strengths);
  }

  private static NeymanConstruction construction(Values tested) {
    return new NeymanConstruction(
        StrengthModel.withoutInterference(SIGNAL, BACKGROUND),
        new StrengthRange(0, 12),
        List.of(
            new TestStatistic.LikelihoodRatio(),
            new TestStatistic.Focused(new Focus.Gaussian(1, 0.5))),
        tested,
        LEVELS);
  }

  /** Chooses the threads. */
  @Setup(Level.Trial)
  public void choose() {
    workers = threads == 1 ? Workers.callerOnly() : Workers.of(executor, threads);
  }

  /** Ends the second thread. */
  @TearDown(Level.Trial)
  public void close() {
    executor.shutdownNow();
  }

  /** Toys at two strengths, one for each thread, with their sorted quantiles. */
  @Benchmark
  @OperationsPerInvocation(2 * TOYS)
  public List<CriticalCurve> toy() {
    return one.run(TOYS, 1, workers, row -> {}, new CancelToken());
  }

  /** The complete belt: 40 000 toys at each of 61 strengths. */
  @Benchmark
  @OutputTimeUnit(TimeUnit.SECONDS)
  public List<CriticalCurve> belt() {
    return belt.run(40_000, 1, workers, row -> {}, new CancelToken());
  }

  /** One toy the plain way: a logarithm per bin and strength, an exponential per strength. */
  @Benchmark
  @OperationsPerInvocation(200)
  public double plainToy() {
    UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(1L);
    double sum = 0;
    double[] logL = new double[121];
    for (int toy = 0; toy < 200; toy++) {
      double[] counts = new double[SIGNAL.length];
      for (int i = 0; i < counts.length; i++) {
        counts[i] = PoissonSampler.of(random, SIGNAL[i] + BACKGROUND[i]).sample();
      }
      double largest = Double.NEGATIVE_INFINITY;
      for (int k = 0; k < logL.length; k++) {
        logL[k] = plain(counts, 0.1 * k);
        largest = Math.max(largest, logL[k]);
      }
      double average = 0;
      double norm = 0;
      for (int k = 0; k < logL.length; k++) {
        double weight = (k == 0 || k == 120 ? 1 : k % 2 == 0 ? 2 : 4) * focus(0.1 * k);
        average += weight * Math.exp(logL[k] - largest);
        norm += weight;
      }
      double tested = plain(counts, 1);
      sum += 2 * (largest - tested) + 2 * (largest + Math.log(average / norm) - tested);
    }
    return sum;
  }

  private static double focus(double mu) {
    return Math.exp(-2 * (mu - 1) * (mu - 1));
  }

  private static double plain(double[] counts, double mu) {
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      double rate = mu * SIGNAL[i] + BACKGROUND[i];
      sum += counts[i] * Math.log(rate) - rate;
    }
    return sum;
  }
}
