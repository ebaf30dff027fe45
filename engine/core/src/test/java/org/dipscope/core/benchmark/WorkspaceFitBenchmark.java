package org.dipscope.core.benchmark;

import java.util.concurrent.TimeUnit;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.fit.FitPoint;
import org.dipscope.core.fit.FitProblem;
import org.dipscope.core.fit.FitResult;
import org.dipscope.core.fit.Minimiser;
import org.dipscope.core.histfactory.BinnedModel;
import org.dipscope.core.histfactory.Interpolation;
import org.dipscope.core.histfactory.PlainObjective;
import org.dipscope.core.histfactory.RandomWorkspaces;
import org.dipscope.core.histfactory.Workspace;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * A workspace of 30 bins with 30 systematic variations of signal and background, 30 statistical
 * errors and a signal strength: 61 free parameters. Target for a fit: 5 ms.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class WorkspaceFitBenchmark {
  private final Workspace workspace = RandomWorkspaces.large(30, 30);
  private final BinnedModel model = workspace.model(null, Interpolation.SMOOTH);
  private final FitProblem problem = model.observed();
  private final FitProblem plain =
      problem.withObjective(new PlainObjective(workspace, Interpolation.SMOOTH, problem));

  /** From the workspace's starting values to the minimum. */
  @Benchmark
  public FitPoint fit() {
    return new Minimiser(problem).minimise(problem.start());
  }

  /** The same with the model built from the workspace first. */
  @Benchmark
  public FitPoint modelAndFit() {
    FitProblem fresh = workspace.model(null, Interpolation.SMOOTH).observed();
    return new Minimiser(fresh).minimise(fresh.start());
  }

  /** All minima, Hesse and profile errors of all 61 parameters. */
  @Benchmark
  public FitResult fitWithProfileErrors() {
    return FitResult.of(problem, new CancelToken());
  }

  /** One fit, rates bin by bin and modifier by modifier, derivatives by differences. */
  @Benchmark
  public FitPoint plainFit() {
    return new Minimiser(plain).minimise(plain.start());
  }
}
