package org.dipscope.core.benchmark;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.dipscope.core.analysis.Analysis;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.likelihood.LikelihoodSurface;
import org.dipscope.core.likelihood.ParameterGrid;
import org.dipscope.core.likelihood.SurfaceOptions;
import org.dipscope.core.likelihood.SurfaceScan;
import org.dipscope.core.project.ScanParameter;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** −2Δ ln L over mass and tan β on 64×64 points for 100 bins. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class SurfaceBenchmark {
  /** How many nuisances are profiled. */
  @Param({"0", "5"})
  public int nuisances;

  /** How many threads take part. */
  @Param({"1", "2"})
  public int threads;

  private Analysis analysis = Bench.analysis(0);
  private SurfaceScan known = scan(analysis, Bench.massAndTanBeta(2), Workers.callerOnly());
  private ExecutorService executor = Executors.newSingleThreadExecutor();
  private Workers workers = Workers.callerOnly();

  /** Computes the spectra that {@link #spectraKnown} finds ready. */
  @Setup(Level.Trial)
  public void fill() {
    analysis = Bench.analysis(nuisances);
    workers = threads == 1 ? Workers.callerOnly() : Workers.of(executor, threads);
    known = scan(analysis, Bench.massAndTanBeta(Bench.POINTS), workers);
  }

  /** Ends the second thread. */
  @TearDown(Level.Trial)
  public void close() {
    executor.shutdownNow();
  }

  /** Data, luminosity, couplings or nuisances moved: the likelihood alone, on its grid. */
  @Benchmark
  public LikelihoodSurface spectraKnown() {
    return known.compute(options(SurfaceOptions.Quality.PREVIEW), workers, new CancelToken());
  }

  /** The same with all minima refined and exact contours. */
  @Benchmark
  public LikelihoodSurface spectraKnownWithContours() {
    return known.compute(options(SurfaceOptions.Quality.INTERPOLATED), workers, new CancelToken());
  }

  /** Resolution, K factors or the scalar moved: a spectrum of its own at every point. */
  @Benchmark
  public LikelihoodSurface everySpectrumNew() {
    return scan(analysis, Bench.massAndTanBeta(Bench.POINTS), workers)
        .compute(options(SurfaceOptions.Quality.PREVIEW), workers, new CancelToken());
  }

  /** The labelled preview while a slider moves. */
  @Benchmark
  public LikelihoodSurface preview() {
    return scan(analysis, Bench.massAndTanBeta(24), workers)
        .compute(options(SurfaceOptions.Quality.PREVIEW), workers, new CancelToken());
  }

  private static SurfaceScan scan(Analysis analysis, ParameterGrid grid, Workers workers) {
    return analysis.scan(
        Bench.SCENARIO,
        ScanParameter.MASS,
        ScanParameter.TAN_BETA,
        grid,
        workers,
        new CancelToken());
  }

  private static SurfaceOptions options(SurfaceOptions.Quality quality) {
    return SurfaceOptions.of(quality);
  }
}
