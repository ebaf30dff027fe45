package org.dipscope.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.fit.Experiment;
import org.dipscope.core.format.tree.Cursor;
import org.dipscope.core.histfactory.BinnedModel;
import org.dipscope.core.histfactory.Workspace;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.neyman.TestStatistic;
import org.dipscope.core.neyman.WorkspaceStudy;
import org.dipscope.core.unbinned.EventModelReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What confidence intervals are asked for: a model, a statistic, levels and tested values. */
final class StudyOptions {
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
  WorkspaceStudy study(CancelToken cancel) {
    TestStatistic asked = statistic.statistic();
    @Nullable Values values = grid == null ? null : Values.of(grid.values());
    Values at = Values.of(levels.values());
    Cursor root = workspace.document(cancel);
    WorkspaceStudy study;
    if (EventModelReader.isEventModel(root)) {
      Experiment model = workspace.events(root, cancel);
      warnings.addAll(model.warnings());
      study = WorkspaceStudy.of(model, asked, at, values, cancel);
    } else {
      Workspace file = workspace.workspace(root, cancel);
      BinnedModel model = workspace.model(file);
      warnings.addAll(model.warnings());
      study = WorkspaceStudy.of(file, model, asked, at, values, cancel);
    }
    description.put("poi", study.poi());
    description.put("statistic", asked.label());
    statistic.describe(description);
    Values tested = study.study().tested();
    Map<String, Object> range = new LinkedHashMap<>();
    range.put("low", tested.get(0));
    range.put("high", tested.get(tested.size() - 1));
    range.put("count", tested.size());
    description.put("grid", range);
    description.put("parameterSpace", new double[] {study.low(), study.high()});
    return study;
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
