package org.dipscope.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dipscope.core.fit.Experiment;
import org.dipscope.core.interval.AsymptoticTest;
import org.dipscope.core.interval.TestResult;
import org.dipscope.core.interval.TestStatistic;
import org.dipscope.core.interval.ToyTest;
import org.dipscope.core.interval.UpperLimit;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Upper limits on the parameter of interest. */
@CommandLine.Command(
    name = "limit",
    description = {
      "Upper limit on the parameter of interest by CLs with qtilde.",
      "",
      "'expected' has the limits without signal at -2, -1, 0, +1, +2 standard deviations. A raster"
          + " over the bounds of the parameter, and beyond if need be, brackets the largest"
          + " crossing of CLs with 1 - level; with --scan the limit is interpolated linearly on"
          + " that grid, as it is with --toys. Then 'observedError' and 'expectedErrors' are the"
          + " standard errors of the limits from the number of toys. Interrupted, it prints what"
          + " the values tested so far tell, with 'partial'."
    })
final class LimitCommand implements Command {
  @Mixin private WorkspaceOptions options = new WorkspaceOptions();

  @Option(
      names = "--level",
      paramLabel = "CL",
      description = "Confidence level between 0 and 1 (default: 0.95).")
  private double level = 0.95;

  @Option(
      names = "--scan",
      paramLabel = "LO:HI:N",
      description = "Test these values and interpolate linearly.")
  private @Nullable NumberList scan;

  @Mixin private ToyOptions toys = new ToyOptions();

  @Override
  public Object run(Session session) {
    if (!(level > 0 && level < 1)) {
      throw new ProblemException(
          Problem.usage(
              "--level: " + level + " is no confidence level.",
              "Give a number between 0 and 1, such as 0.95."));
    }
    Experiment model = options.model(session.cancel());
    UpperLimit limit = limit(model, session);
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("observed", limit.observed());
    report.put("expected", limit.expected());
    if (toys.count() > 0) {
      report.put("observedError", limit.observedError());
      report.put("expectedErrors", limit.expectedErrors());
    }
    if (limit.isPartial()) {
      report.put("partial", true);
    }
    report.put("level", level);
    report.put("scan", scan(limit));
    List<String> warnings = new ArrayList<>(model.warnings());
    warnings.addAll(limit.warnings());
    report.put("warnings", warnings);
    return report;
  }

  private UpperLimit limit(Experiment model, Session session) {
    AsymptoticTest asymptotic =
        new AsymptoticTest(model, TestStatistic.Q_MU_TILDE, session.cancel());
    if (toys.count() == 0) {
      return scan == null
          ? UpperLimit.of(asymptotic, level)
          : UpperLimit.onGrid(asymptotic::at, level, scan.values());
    }
    double[] grid = scan == null ? ToyTest.grid(UpperLimit.of(asymptotic, level)) : scan.values();
    try (Crew crew = new Crew(session.threads())) {
      ToyTest test =
          new ToyTest(
              model,
              TestStatistic.Q_MU_TILDE,
              toys.count(),
              toys.seed(),
              crew.workers(),
              session.cancel());
      return UpperLimit.onGrid(
          value -> {
            session.progress().say("Testing " + value + " with 2 x " + toys.count() + " toys.");
            return test.at(value);
          },
          level,
          grid);
    }
  }

  private static List<Object> scan(UpperLimit limit) {
    List<Object> scan = new ArrayList<>();
    for (TestResult at : limit.scanned()) {
      Map<String, Object> point = new LinkedHashMap<>();
      point.put("value", at.poiValue());
      point.put("cls", at.cls());
      if (at.errors() != null) {
        point.put("clsError", at.errors().cls());
        point.put("toys", at.toys());
      }
      scan.add(point);
    }
    return scan;
  }
}
