package org.dipscope.core.neyman;

import java.util.List;
import java.util.Optional;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.histogram.Values;
import org.jspecify.annotations.Nullable;

/** The study of counts that only follow the strength, without nuisance parameters. */
public final class CountsStudy implements StrengthStudy {
  private static final int TOYS_PER_STRENGTH = 40_000;
  private static final int TOYS_IN_ALL = 100_000;
  private static final int EXPERIMENTS = 2000;
  private static final int LOOK_PURPOSE = 5;

  /** Below this part of the largest strength the information of an interfering signal diverges. */
  private static final double SMALLEST_SHARE = 1e-3;

  private final StrengthModel model;
  private final StrengthRange range;
  private final TestStatistic statistic;
  private final Values tested;
  private final Values levels;
  private final @Nullable Values data;
  private final NeymanConstruction construction;

  /**
   * What to study.
   *
   * @param range the parameter space over which likelihoods are maximised and averaged
   * @param tested increasing strengths within it
   * @param levels confidence levels, in (0, 1)
   * @param data what was observed, one count per bin; null for nothing
   * @throws org.dipscope.core.problem.ProblemException if a strength or a level is out of range, or
   *     a bin can expect less than nothing
   */
  public CountsStudy(
      StrengthModel model,
      StrengthRange range,
      TestStatistic statistic,
      Values tested,
      Values levels,
      @Nullable Values data) {
    this.model = model;
    this.range = range;
    this.statistic = statistic;
    this.tested = tested;
    this.levels = levels;
    this.data = data;
    construction = new NeymanConstruction(model, range, List.of(statistic), tested, levels);
  }

  @Override
  public Values tested() {
    return tested;
  }

  @Override
  public int usualToys(Calibration method) {
    return method == Calibration.QUANTILE_REGRESSION ? TOYS_IN_ALL : TOYS_PER_STRENGTH;
  }

  @Override
  public int usualExperiments() {
    return EXPERIMENTS;
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
      case NEYMAN -> construction.run(toys, seed, workers, progress, token);
      case QUANTILE_REGRESSION ->
          new QuantileRegression(model, range, List.of(statistic), tested, levels)
              .run(toys, seed, workers, progress, token);
      case ASYMPTOTIC -> AsymptoticCurves.of(statistic, tested, levels, this::deviation);
    };
  }

  /** &sigma; of the fitted strength from the Fisher information, &sigma;(&mu;) = 2s &sigma;(s). */
  private double deviation(double strength) {
    double s = Math.sqrt(strength);
    if (model.interferes()) {
      s = Math.max(s, Math.sqrt(SMALLEST_SHARE) * range.rootHigh());
      return 2 * s / Math.sqrt(model.information(s));
    }
    double information = 0;
    for (int i = 0; i < model.bins(); i++) {
      double signal = model.signal(i);
      information += signal == 0 ? 0 : signal * signal / Math.max(model.rate(i, s), 1e-3);
    }
    return 1 / Math.sqrt(information);
  }

  @Override
  public Optional<StudiedData> observedData(CancelToken token) {
    return Optional.ofNullable(data).map(counts -> studied(counts.toArray()));
  }

  @Override
  public StudiedData expectedData(double strength, CancelToken token) {
    return studied(model.rates(strength));
  }

  private StudiedData studied(double[] counts) {
    return new CountsData(model, construction.likelihood(), statistic, counts);
  }

  @Override
  public ToyDraws toys(double strength, long seed, CancelToken token) {
    PoissonTables tables = new PoissonTables(model.rates(strength), EXPERIMENTS);
    return toy -> {
      double[] counts = new double[model.bins()];
      tables.draw(ToyExperiments.stream(seed, LOOK_PURPOSE, toy), counts);
      return studied(counts);
    };
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
    return new CoverageStudy(model, range, curves)
        .run(truths, experiments, seed, workers, progress, token);
  }

  @Override
  public List<String> warnings() {
    return List.of();
  }
}
