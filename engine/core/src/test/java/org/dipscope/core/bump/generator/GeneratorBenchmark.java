package org.dipscope.core.bump.generator;

import java.util.concurrent.TimeUnit;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Histograms with their exact targets per second on two threads, 30 to 100 bins, beside the plain
 * way: a library's Poisson sampler per bin and Newton's method with logarithms for every bin.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@Threads(2)
public class GeneratorBenchmark {

  /** A stream per thread. */
  @State(Scope.Thread)
  public static class Stream {
    /** Widths of signals and targets. */
    @Param({"1", "1-4"})
    public String widths = "1";

    private HistogramGenerator generator = new HistogramGenerator(GeneratorSettings.functions(1.0));
    private UniformRandomProvider random = HistogramGenerator.block(1, 1);

    /** Begins a stream. */
    @org.openjdk.jmh.annotations.Setup
    public void begin() {
      generator =
          new HistogramGenerator(
              widths.equals("1")
                  ? GeneratorSettings.functions(1.0)
                  : GeneratorSettings.functions(1.0, 2.0, 3.0, 4.0));
      random = HistogramGenerator.block(1, Thread.currentThread().threadId());
    }
  }

  /** Ours. */
  @Benchmark
  public PseudoHistogram generated(Stream stream) {
    return stream.generator.next(stream.generator.bins(stream.random), stream.random);
  }

  /** The plain way. */
  @Benchmark
  public double plain(Stream stream) {
    UniformRandomProvider random = stream.random;
    int bins = stream.generator.bins(random);
    double[] b = FunctionMother.anyOf(EndpointPrior.USUAL).draw(bins, random);
    double width = stream.widths.equals("1") ? 1 : 1 + random.nextInt(4);
    double[] s = SignalInjection.gaussian(bins, random.nextInt(bins), width);
    SignalInjection.scale(s, b, 10 * random.nextDouble());
    double[] n = new double[bins];
    for (int i = 0; i < bins; i++) {
      n[i] = PoissonSampler.of(random, b[i]).sample();
      n[i] += s[i] > 0 ? PoissonSampler.of(random, s[i]).sample() : 0;
    }
    double largest = 0;
    for (int w = 1; w <= (stream.widths.equals("1") ? 1 : 4); w++) {
      for (int j = 0; j < bins; j++) {
        largest = Math.max(largest, significance(n, b, SignalInjection.gaussian(bins, j, w)));
      }
    }
    return largest;
  }

  private static double significance(double[] n, double[] b, double[] s) {
    double mu = 0;
    for (int step = 0; step < 50; step++) {
      double slope = 0;
      double bend = 0;
      for (int i = 0; i < n.length; i++) {
        double expected = b[i] + mu * s[i];
        slope += s[i] * (n[i] / expected - 1);
        bend += n[i] * s[i] * s[i] / (expected * expected);
      }
      double change = slope / bend;
      mu += change;
      if (!(Math.abs(change) > 1e-8 * Math.abs(mu))) {
        break;
      }
    }
    double q = 0;
    for (int i = 0; i < n.length; i++) {
      q += 2 * (n[i] * Math.log(Math.max(1e-12, 1 + mu * s[i] / b[i])) - mu * s[i]);
    }
    return Math.signum(mu) * Math.sqrt(Math.max(0, q));
  }
}
