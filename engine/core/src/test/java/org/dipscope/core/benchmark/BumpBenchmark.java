package org.dipscope.core.benchmark;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.dipscope.core.bump.BumpData;
import org.dipscope.core.bump.BumpHunter;
import org.dipscope.core.bump.BumpWindow;
import org.dipscope.core.bump.KnownBackground;
import org.dipscope.core.bump.ProfileEstimator;
import org.dipscope.core.bump.SignalShape;
import org.dipscope.core.bump.SignalWidths;
import org.dipscope.core.bump.SignificanceEstimator;
import org.dipscope.core.bump.ZCurve;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Values;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Significances of one histogram of 65 falling bins with a bump of five standard deviations. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class BumpBenchmark {
  private static final int BINS = 65;

  /** &sigma; of the signal in bins. */
  @Param({"1", "4"})
  public double width;

  private final double[] background = new double[BINS];
  private final double[] counts = new double[BINS];
  private final double[] z = new double[BINS];
  private final KnownBackground known = new KnownBackground();
  private final BumpHunter hunter = new BumpHunter(Values.EMPTY, false, false, null);
  private final SignificanceEstimator.Worker profile =
      new ProfileEstimator(SignalWidths.ONE_BIN, null).worker();
  private final BumpData data;

  /** Draws the histogram. */
  public BumpBenchmark() {
    UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(1L);
    for (int i = 0; i < BINS; i++) {
      background[i] = 3000 * Math.exp(-0.05 * i);
      double pull = i - 30;
      double signal = 160 * Math.exp(-0.5 * pull * pull);
      counts[i] = PoissonSampler.of(random, background[i] + signal).sample();
    }
    Binning binning = Binning.uniform(BINS, 0, BINS);
    data = BumpData.of("bench", binning, Values.of(counts), Values.of(background));
  }

  /** z of all bins over the known background. */
  @Benchmark
  public double[] knownBackground() {
    known.z(counts, background, width, z);
    return z;
  }

  /** The same bin by bin: Newton's method on &mu; and a logarithm per bin of the window. */
  @Benchmark
  public double[] plainKnownBackground() {
    SignalShape shape = SignalShape.uniform(BINS, width);
    for (int j = 0; j < BINS; j++) {
      double mu = 0;
      for (int step = 0; step < 50; step++) {
        double slope = 0;
        double curvature = 0;
        for (int i = 0; i < BINS; i++) {
          double s = shape.share(j, i);
          double nu = background[i] + mu * s;
          slope += s * (counts[i] / nu - 1);
          curvature += s * s * counts[i] / (nu * nu);
        }
        mu += slope / curvature;
        if (slope * slope < 1e-12 * curvature) {
          break;
        }
      }
      double q = 0;
      for (int i = 0; i < BINS; i++) {
        double s = shape.share(j, i);
        q += 2 * (counts[i] * Math.log1p(mu * s / background[i]) - mu * s);
      }
      z[j] = Math.copySign(Math.sqrt(Math.max(0, q)), mu);
    }
    return z;
  }

  /** The most unlikely of the 1584 windows of 1 to 32 bins. */
  @Benchmark
  public BumpWindow bumpHunter() {
    return hunter.best(data);
  }

  /** The same with the sums and the incomplete gamma function of every window. */
  @Benchmark
  public double plainBumpHunter() {
    double least = 1;
    for (int wide = 1; wide <= BINS / 2; wide++) {
      for (int first = 0; first + wide <= BINS; first++) {
        double n = Arrays.stream(counts, first, first + wide).sum();
        double b = Arrays.stream(background, first, first + wide).sum();
        if (n > b) {
          double p = org.apache.commons.numbers.gamma.RegularizedGamma.P.value(n, b);
          least = Math.min(least, p);
        }
      }
    }
    return least;
  }

  /** The profile likelihood of every bin with the log-polynomial that BIC chooses. */
  @Benchmark
  public ZCurve profile() {
    return profile.scan(data);
  }
}
