package org.dipscope.core.neyman;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.fit.Experiment;
import org.dipscope.core.fit.FitParameter;
import org.dipscope.core.histfactory.BinnedModel;
import org.dipscope.core.histfactory.Workspace;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The study of a parameter of a workspace, with the tested values and the parameter space that
 * belong to it unless something else is asked for.
 *
 * @param study what leads to confidence sets
 * @param poi the parameter of interest
 * @param low the smallest value of the parameter space
 * @param high the largest
 */
public record WorkspaceStudy(StrengthStudy study, String poi, double low, double high) {
  private static final int TESTED = 61;
  private static final int TESTED_WITH_NUISANCES = 31;
  private static final int MOST_TESTED = 100_000;

  /**
   * Prepares a study. Counts that only follow one strength are studied by themselves, much faster;
   * everything else with profiled likelihoods.
   *
   * @param model of the workspace, with the parameter of interest and what is held
   * @param levels confidence levels, in (0, 1)
   * @param grid increasing values to test; null for values up to six standard deviations from the
   *     best fit, within the bounds
   * @throws ProblemException if the model has no free parameter of interest, a value or level is
   *     out of range, or a fit fails
   * @throws java.util.concurrent.CancellationException if the token is cancelled meanwhile
   */
  public static WorkspaceStudy of(
      Workspace file,
      BinnedModel model,
      TestStatistic statistic,
      Values levels,
      @Nullable Values grid,
      CancelToken token) {
    requireFew(grid);
    FitParameter p = poi(model);
    Optional<StrengthModel> counts =
        model.parameters().size() == 1 && p.low() >= 0
            ? SignalStrength.of(file, p.name())
            : Optional.empty();
    return counts.isPresent()
        ? counts(file, counts.get(), p, statistic, levels, grid)
        : profiled(
            model,
            file.isObserved(),
            SignalStrength.hasBounds(file, p.name()),
            statistic,
            levels,
            grid,
            token);
  }

  /**
   * Prepares a study of observed single events, with profiled likelihoods.
   *
   * @throws ProblemException as for a workspace
   */
  public static WorkspaceStudy of(
      Experiment model,
      TestStatistic statistic,
      Values levels,
      @Nullable Values grid,
      CancelToken token) {
    requireFew(grid);
    poi(model);
    return profiled(model, true, true, statistic, levels, grid, token);
  }

  private static void requireFew(@Nullable Values grid) {
    if (grid != null && grid.size() > MOST_TESTED) {
      throw usage(grid.size() + " tested values are too many.", "Test up to " + MOST_TESTED + ".");
    }
  }

  private static ProblemException usage(String message, String hint) {
    return new ProblemException(Problem.usage(message, hint));
  }

  private static FitParameter poi(Experiment model) {
    if (model.poi() < 0) {
      throw usage(
          "The model has no parameter of interest.", "Choose one: a normfactor of the signal.");
    }
    FitParameter p = model.parameters().get(model.poi());
    if (p.fixed()) {
      throw usage(
          "The parameter of interest " + p.name() + " is fixed.",
          "Release it, or choose another one.");
    }
    return p;
  }

  private static WorkspaceStudy counts(
      Workspace file,
      StrengthModel model,
      FitParameter p,
      TestStatistic statistic,
      Values levels,
      @Nullable Values grid) {
    boolean isBounded = SignalStrength.hasBounds(file, p.name());
    @Nullable Values data = file.isObserved() ? file.observed() : null;
    Values tested = grid;
    if (tested == null) {
      double[] typical =
          data == null
              ? Arrays.stream(model.rates(1)).map(n -> Math.max(0, n)).toArray()
              : data.toArray();
      double high = StrengthReach.of(model, typical);
      tested = uniform(p.low(), isBounded ? Math.min(high, p.high()) : high, TESTED);
    }
    double last = tested.get(tested.size() - 1);
    StrengthRange range =
        isBounded
            ? new StrengthRange(p.low(), p.high())
            : new StrengthRange(0, Math.max(2 * last, 1e-6));
    return new WorkspaceStudy(
        new CountsStudy(model, range, statistic, tested, levels, data),
        p.name(),
        range.low(),
        range.high());
  }

  private static WorkspaceStudy profiled(
      Experiment model,
      boolean isObserved,
      boolean isBounded,
      TestStatistic statistic,
      Values levels,
      @Nullable Values grid,
      CancelToken token) {
    Experiment bounded = model;
    FitParameter p = model.parameters().get(model.poi());
    if (grid != null && !isBounded) {
      p = p.within(p.low(), Math.max(p.high(), 2 * grid.get(grid.size() - 1)));
      List<FitParameter> parameters = new ArrayList<>(model.parameters());
      parameters.set(model.poi(), p);
      bounded = model.with(parameters, model.poi());
    }
    Values tested = grid;
    if (tested == null) {
      double[] ends =
          StrengthReach.of(
              isObserved ? bounded.observed() : bounded.asimov(bounded.observed().start()), token);
      tested = uniform(ends[0], ends[1], TESTED_WITH_NUISANCES);
    }
    return new WorkspaceStudy(
        new ProfiledStudy(bounded, isObserved, statistic, tested, levels, token),
        p.name(),
        p.low(),
        p.high());
  }

  /** Equal steps from end to end. */
  private static Values uniform(double low, double high, int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = i == count - 1 ? high : low + (high - low) * i / (count - 1);
    }
    return Values.of(values);
  }

  /** Some of the tested values, leaving out large ones whose sets the last tested value cuts. */
  public Values someTruths() {
    Values tested = study.tested();
    int last = tested.size() - 1;
    return Values.of(
        java.util.stream.IntStream.of(0, last / 6, last / 3, last / 2, 2 * last / 3)
            .distinct()
            .mapToDouble(tested::get)
            .toArray());
  }
}
