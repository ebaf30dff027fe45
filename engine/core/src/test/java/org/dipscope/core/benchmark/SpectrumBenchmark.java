package org.dipscope.core.benchmark;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.dipscope.core.physics.resonance.Resonance;
import org.dipscope.core.physics.spectrum.Normalisation;
import org.dipscope.core.physics.spectrum.PlainSpectrum;
import org.dipscope.core.physics.spectrum.SpectrumEvaluator;
import org.dipscope.core.physics.spectrum.SpectrumGrid;
import org.dipscope.core.physics.spectrum.Templates;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** B, S, I for 100 bins with smearing after the mass moved. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SpectrumBenchmark {
  private final SpectrumGrid grid = Bench.GRIDS.grid(Bench.SCENARIO, Bench.BINS);
  private final SpectrumEvaluator evaluator = new SpectrumEvaluator(grid);
  private final Normalisation counts = Bench.SCENARIO.normalisation(140);
  private final double[] signal = new double[Bench.BINS.count()];
  private final double[] interference = new double[Bench.BINS.count()];
  private final Templates templates = grid.emptyTemplates();
  private final PlainSpectrum plain =
      new PlainSpectrum(
          Bench.SCENARIO.standardModel(),
          Bench.GRIDS.collisions(Bench.SCENARIO),
          Bench.BINS,
          Bench.SCENARIO.resolution(),
          Bench.SCENARIO.efficiency(),
          PlainSpectrum.equalPanels(Bench.SCENARIO.standardModel(), 3000, 200),
          4);
  private double massGeV = 450;

  private List<Resonance> moved() {
    massGeV = massGeV < 560 ? massGeV + 0.37 : 450;
    return Bench.SCENARIO.withScalar(Bench.SCENARIO.scalar().withMass(massGeV)).resonances();
  }

  /** Signal and interference apart, as a slider move needs them. */
  @Benchmark
  public double[] signalAndInterference() {
    evaluator.rates(moved(), counts, signal, interference);
    return signal;
  }

  /** Their sum with its response to mass scale and resolution, as a fit needs it. */
  @Benchmark
  public Templates templatesWithSlopes() {
    evaluator.templates(moved(), counts, templates);
    return templates;
  }

  /** The obvious way, on 800 points, luminosities kept. */
  @Benchmark
  public double[][] plain() {
    return plain.counts(moved(), counts);
  }
}
