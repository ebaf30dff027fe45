package org.dipscope.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.fit.FitParameter;
import org.dipscope.core.histfactory.BinnedModel;
import org.dipscope.core.histfactory.SignalStrength;
import org.dipscope.core.histfactory.Workspace;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.neyman.CountsStudy;
import org.dipscope.core.neyman.ProfiledStudy;
import org.dipscope.core.neyman.StrengthModel;
import org.dipscope.core.neyman.StrengthRange;
import org.dipscope.core.neyman.StrengthReach;
import org.dipscope.core.neyman.StrengthStudy;
import org.dipscope.core.neyman.TestStatistic;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What confidence intervals are asked for: a model, a statistic, levels and tested values. */
final class StudyOptions {
  private static final int TESTED = 61;
  private static final int TESTED_WITH_NUISANCES = 31;
  private static final int MOST_TESTED = 100_000;

  @Mixin private WorkspaceOptions workspace = new WorkspaceOptions();

  @Mixin private StatisticOptions statistic = new StatisticOptions();

  @Option(
      names = "--level",
      paramLabel = "L1,…",
      description = "Confidence levels between 0 and 1 (default: 0.6827,0.9545).")
  private NumberList levels = new NumberList(new double[] {0.6827, 0.9545});

  @Option(
      names = "--grid",
      paramLabel = "LO:HI:N",
      description =
          "Values of the parameter of interest to test (default: up to six standard deviations from"
              + " the best fit, within its bounds).")
  private @Nullable NumberList grid;

  private final Map<String, Object> description = new LinkedHashMap<>();
  private final List<String> warnings = new ArrayList<>();

  /** The study, after reading the file. */
  StrengthStudy study(CancelToken cancel) {
    TestStatistic asked = statistic.statistic();
    if (grid != null && grid.values().length > MOST_TESTED) {
      throw new ProblemException(
          Problem.usage(
              "--grid: " + grid.values().length + " values are too many.",
              "Test up to " + MOST_TESTED + "."));
    }
    Workspace file = workspace.workspace(cancel);
    BinnedModel model = workspace.model(file);
    warnings.addAll(model.warnings());
    FitParameter p = poi(model);
    Optional<StrengthModel> counts =
        model.parameters().size() == 1 && p.low() >= 0
            ? SignalStrength.of(file, p.name())
            : Optional.empty();
    description.put("poi", p.name());
    description.put("statistic", asked.label());
    statistic.describe(description);
    return counts.isPresent()
        ? counts(file, counts.get(), p, asked)
        : profiled(file, model, asked, cancel);
  }

  private static FitParameter poi(BinnedModel model) {
    if (model.poi() < 0) {
      throw new ProblemException(
          Problem.usage(
              "The model has no parameter of interest.",
              "Name one with --poi: a normfactor of the signal."));
    }
    FitParameter p = model.parameters().get(model.poi());
    if (p.fixed()) {
      throw new ProblemException(
          Problem.usage(
              "The parameter of interest " + p.name() + " is fixed.",
              "Release it, or name another one with --poi."));
    }
    return p;
  }

  private StrengthStudy counts(
      Workspace file, StrengthModel model, FitParameter p, TestStatistic asked) {
    boolean isBounded = SignalStrength.hasBounds(file, p.name());
    @Nullable Values data = file.isObserved() ? file.observed() : null;
    Values tested;
    if (grid == null) {
      double[] typical =
          data == null
              ? Arrays.stream(model.rates(1)).map(n -> Math.max(0, n)).toArray()
              : data.toArray();
      double high = StrengthReach.of(model, typical);
      tested = uniform(p.low(), isBounded ? Math.min(high, p.high()) : high, TESTED);
    } else {
      tested = Values.of(grid.values());
    }
    double last = tested.get(tested.size() - 1);
    StrengthRange range =
        isBounded
            ? new StrengthRange(p.low(), p.high())
            : new StrengthRange(0, Math.max(2 * last, 1e-6));
    describe(tested, range.low(), range.high());
    return new CountsStudy(model, range, asked, tested, Values.of(levels.values()), data);
  }

  private StrengthStudy profiled(
      Workspace file, BinnedModel model, TestStatistic asked, CancelToken cancel) {
    BinnedModel bounded = model;
    FitParameter p = model.parameters().get(model.poi());
    if (grid != null && !SignalStrength.hasBounds(file, p.name())) {
      double last = grid.values()[grid.values().length - 1];
      List<FitParameter> parameters = new ArrayList<>(model.parameters());
      p = p.within(p.low(), Math.max(p.high(), 2 * last));
      parameters.set(model.poi(), p);
      bounded = model.with(parameters, model.poi());
    }
    Values tested;
    if (grid == null) {
      double[] ends =
          StrengthReach.of(
              file.isObserved() ? bounded.observed() : bounded.asimov(bounded.observed().start()),
              cancel);
      tested = uniform(ends[0], ends[1], TESTED_WITH_NUISANCES);
    } else {
      tested = Values.of(grid.values());
    }
    describe(tested, p.low(), p.high());
    return new ProfiledStudy(
        bounded, file.isObserved(), asked, tested, Values.of(levels.values()), cancel);
  }

  private static Values uniform(double low, double high, int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = i == count - 1 ? high : low + (high - low) * i / (count - 1);
    }
    return Values.of(values);
  }

  private void describe(Values tested, double low, double high) {
    Map<String, Object> grid = new LinkedHashMap<>();
    grid.put("low", tested.get(0));
    grid.put("high", tested.get(tested.size() - 1));
    grid.put("count", tested.size());
    description.put("grid", grid);
    description.put("parameterSpace", new double[] {low, high});
  }

  /** Adds what was studied. */
  void describe(Map<String, Object> report) {
    report.putAll(description);
  }

  /** What a user should know about the model. */
  List<String> warnings() {
    return warnings;
  }
}
