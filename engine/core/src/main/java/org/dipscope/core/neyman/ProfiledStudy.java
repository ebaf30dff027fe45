package org.dipscope.core.neyman;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.fit.Experiment;
import org.dipscope.core.fit.FitParameter;
import org.dipscope.core.fit.FitPoint;
import org.dipscope.core.fit.FitProblem;
import org.dipscope.core.fit.Hesse;
import org.dipscope.core.histogram.Values;
import org.jspecify.annotations.Nullable;

/**
 * The study of any model with nuisance parameters: the profiled likelihood takes the place of the
 * likelihood, both in the ratio and under the integral of the focused statistic. Toys are drawn
 * with nuisance parameters at their fit to the observed data, and include the auxiliary
 * measurements, so coverage is exact only for nuisance parameters near there.
 */
public final class ProfiledStudy implements StrengthStudy {
  private static final int PURPOSE = 3;
  private static final int COVERAGE_PURPOSE = 4;
  private static final int LOOK_PURPOSE = 6;
  private static final int RATIO_TOYS = 2000;
  private static final int FOCUSED_TOYS = 1000;
  private static final int TOYS_IN_ALL = 10_000;
  private static final int EXPERIMENTS = 200;
  private static final double SMALLEST_SHARE = 1e-3;

  private final Experiment experiment;
  private final boolean isObserved;
  private final TestStatistic statistic;
  private final Values tested;
  private final Values levels;
  private final @Nullable FocusNodes nodes;
  private final AtomicInteger failures = new AtomicInteger();

  /**
   * What to study; the bounds of the parameter of interest are the parameter space.
   *
   * @param experiment has a free parameter of interest
   * @param isObserved whether its data were observed, or only their places are known
   * @param tested increasing values within the bounds of the parameter of interest
   * @param levels confidence levels, in (0, 1)
   * @throws org.dipscope.core.problem.ProblemException if a value or level is out of range, or a
   *     fit fails
   * @throws java.util.concurrent.CancellationException if the token is cancelled meanwhile
   */
  public ProfiledStudy(
      Experiment experiment,
      boolean isObserved,
      TestStatistic statistic,
      Values tested,
      Values levels,
      CancelToken token) {
    this.experiment = experiment;
    this.isObserved = isObserved;
    this.statistic = statistic;
    this.tested = tested;
    this.levels = levels;
    FitParameter strength = experiment.parameters().get(experiment.poi());
    NeymanConstruction.requireTestable(tested, levels, strength.low(), strength.high());
    nodes =
        statistic instanceof TestStatistic.Focused focused
            ? FocusNodes.of(strength, focused.focus(), width(strength, token))
            : null;
  }

  /** The smallest width of the likelihood in the internal coordinate, all else held. */
  private double width(FitParameter strength, CancelToken token) {
    ProfiledToys toys = new ProfiledToys(experiment, isObserved, statistic, null, failures, token);
    int n = experiment.parameters().size();
    int poi = experiment.poi();
    double room = strength.internal(strength.high()) - strength.internal(strength.low());
    double width = room;
    for (double mu : new double[] {tested.get(0), tested.get(tested.size() / 2)}) {
      double[] truth = toys.truth(mu);
      double[] hessian = new double[n * n];
      experiment.asimov(truth).objective().evaluate(truth, new double[n], hessian);
      double curvature = hessian[poi * n + poi];
      width = curvature > 0 ? Math.min(width, Math.sqrt(2 / curvature)) : width;
    }
    return Math.max(width, 1e-3 * room);
  }

  @Override
  public Values tested() {
    return tested;
  }

  @Override
  public int usualToys(Calibration method) {
    if (method == Calibration.QUANTILE_REGRESSION) {
      return TOYS_IN_ALL;
    }
    return nodes == null ? RATIO_TOYS : FOCUSED_TOYS;
  }

  @Override
  public int usualExperiments() {
    return EXPERIMENTS;
  }

  private ProfiledToys source(CancelToken token) {
    return new ProfiledToys(experiment, isObserved, statistic, nodes, failures, token);
  }

  @Override
  public List<CriticalCurve> calibrate(
      Calibration method,
      int toys,
      long seed,
      Workers workers,
      StudyProgress<List<CriticalCurve>> progress,
      CancelToken token) {
    return switch (method) {
      case NEYMAN -> construct(toys, seed, workers, progress, token);
      case QUANTILE_REGRESSION ->
          new QuantileRegression(() -> source(token), List.of(statistic), tested, levels)
              .run(toys, seed, workers, progress, token);
      case ASYMPTOTIC -> {
        ProfiledToys source = source(token);
        yield AsymptoticCurves.of(statistic, tested, levels, mu -> deviation(source, mu));
      }
    };
  }

  private List<CriticalCurve> construct(
      int toys,
      long seed,
      Workers workers,
      StudyProgress<List<CriticalCurve>> progress,
      CancelToken token) {
    NeymanConstruction.requireEnough(toys);
    Gathering<List<CriticalValue>, List<CriticalCurve>> gathering =
        new Gathering<>(
            tested.size(),
            List.of(),
            rows -> NeymanConstruction.curves(rows, List.of(statistic), tested, levels),
            progress);
    int[] order = Gathering.coarseFirst(tested.size());
    workers.forEachRow(
        tested.size(),
        token,
        () -> {
          ProfiledToys source = source(token);
          return place -> {
            int row = order[place];
            double[][] values =
                source.atTruth(tested.get(row), toys, ToyExperiments.stream(seed, PURPOSE, row));
            gathering.put(row, NeymanConstruction.quantiles(values, levels));
          };
        });
    return gathering.soFar();
  }

  /** The error of the fitted strength from the curvature for data as expected at a strength. */
  private double deviation(ProfiledToys source, double strength) {
    FitParameter p = experiment.parameters().get(experiment.poi());
    double smallest = p.power() == 1 ? strength : SMALLEST_SHARE * tested.get(tested.size() - 1);
    double[] truth = source.truth(Math.max(strength, smallest));
    FitPoint point = new FitPoint(truth, 0, new double[truth.length], true, false, 0);
    return Hesse.at(experiment.asimov(truth), point).error(experiment.poi());
  }

  /** T of the observed data at a strength; empty if nothing was observed. */
  public OptionalDouble statistic(double strength, CancelToken token) {
    return observedData(token).stream().mapToDouble(data -> data.statistic(strength)).findFirst();
  }

  @Override
  public Optional<StudiedData> observedData(CancelToken token) {
    return isObserved ? Optional.of(studied(experiment.observed(), token)) : Optional.empty();
  }

  @Override
  public StudiedData expectedData(double strength, CancelToken token) {
    ProfiledToys source = source(token);
    return studied(source.expectation(strength), token);
  }

  @Override
  public ToyDraws toys(double strength, long seed, CancelToken token) {
    ProfiledToys source = source(token);
    double[] truth = source.truth(strength);
    return toy -> studied(source.toy(truth, ToyExperiments.stream(seed, LOOK_PURPOSE, toy)), token);
  }

  private StudiedData studied(FitProblem problem, CancelToken token) {
    ProfiledData ratio = new ProfiledData(problem, null, token);
    ProfiledData focused = nodes == null ? ratio : new ProfiledData(problem, nodes, token);
    return new ProfiledView(experiment, problem, statistic, ratio, focused);
  }

  @Override
  public List<List<Coverage>> coverage(
      List<CriticalCurve> curves,
      Values truths,
      int experiments,
      long seed,
      Workers workers,
      StudyProgress<List<List<Coverage>>> progress,
      CancelToken token) {
    Gathering<List<Coverage>, List<List<Coverage>>> results =
        new Gathering<>(truths.size(), List.of(), rows -> rows, progress);
    int[] order = Gathering.coarseFirst(truths.size());
    workers.forEachRow(
        truths.size(),
        token,
        () -> {
          ProfiledToys source = source(token);
          return place -> {
            int row = order[place];
            results.put(row, at(source, curves, truths.get(row), row, experiments, seed));
          };
        });
    return results.soFar();
  }

  private List<Coverage> at(
      ProfiledToys source,
      List<CriticalCurve> curves,
      double truth,
      int row,
      int experiments,
      long seed) {
    List<CoverageTally> tallies =
        curves.stream().map(curve -> new CoverageTally(curve, truth, experiments)).toList();
    source.run(
        truth,
        experiments,
        ToyExperiments.stream(seed, COVERAGE_PURPOSE, row),
        (toy, data) -> {
          double atTruth = data.logLikelihood(truth);
          double[] logL = tested.map(data::logLikelihood).toArray();
          double reference = data.reference();
          tallies.forEach(tally -> tally.add(toy, reference, atTruth, logL));
        });
    return tallies.stream().map(CoverageTally::result).toList();
  }

  @Override
  public List<String> warnings() {
    int failed = failures.get();
    return failed == 0
        ? List.of()
        : List.of(failed + " toys could not be fitted and were drawn again.");
  }
}
