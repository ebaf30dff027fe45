package org.dipscope.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dipscope.core.fit.Experiment;
import org.dipscope.core.interval.AsymptoticTest;
import org.dipscope.core.interval.TestResult;
import org.dipscope.core.interval.TestStatistic;
import org.dipscope.core.interval.ToyErrors;
import org.dipscope.core.interval.ToyTest;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The test of one value of the parameter of interest. */
@CommandLine.Command(
    name = "test",
    description = {
      "Test a value of the parameter of interest.",
      "",
      "'clsb' is the p-value of the tested value, 'clb' the probability of data at least as extreme"
          + " without signal (for q0: with it), 'cls' their ratio. 'expected' has cls, or for q0"
          + " the p-value, at +2, +1, 0, -1, -2 standard deviations, smallest first. Without --toys"
          + " the asymptotic formulas are used. With them 'pValueError', 'clbError', 'clsError' and"
          + " 'expectedErrors' are binomial standard errors; interrupted, it prints what the toys"
          + " done so far tell, with 'partial'. Toys of single events count those of the reference"
          + " sample by their weights, whose worth at the tested value 'reference' tells."
    })
final class TestCommand implements Command {
  @Mixin private WorkspaceOptions options = new WorkspaceOptions();

  @Option(
      names = "--poi-value",
      paramLabel = "V",
      description = "The value to test (needed but for q0, which tests 0).")
  private @Nullable Double poiValue;

  @Option(
      names = "--statistic",
      paramLabel = "q0|qmu|qtilde",
      converter = StatisticConverter.class,
      description = "The test statistic (default: qtilde).")
  private TestStatistic statistic = TestStatistic.Q_MU_TILDE;

  @Mixin private ToyOptions toys = new ToyOptions();

  @Override
  public Object run(Session session) {
    double value = poiValue();
    Experiment model = options.model(session.cancel());
    TestResult result;
    if (toys.count() > 0) {
      session.progress().say("Fitting 2 x " + toys.count() + " toys.");
      try (Crew crew = new Crew(session.threads())) {
        result =
            new ToyTest(
                    model, statistic, toys.count(), toys.seed(), crew.workers(), session.cancel())
                .at(value);
      }
    } else {
      result = new AsymptoticTest(model, statistic, session.cancel()).at(value);
    }
    return report(model, result);
  }

  private double poiValue() {
    if (poiValue != null) {
      return poiValue;
    }
    if (statistic == TestStatistic.Q0) {
      return 0;
    }
    throw new ProblemException(
        Problem.usage("--poi-value is missing.", "Give the value to test, such as --poi-value 1."));
  }

  private static Map<String, Object> report(Experiment model, TestResult result) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("statistic", result.value());
    report.put("pValue", result.pValue());
    report.put("significance", result.significance());
    report.put("clsb", result.clsb());
    report.put("clb", result.clb());
    report.put("cls", result.cls());
    report.put("expected", result.expected());
    report.put("name", result.statistic().label());
    report.put("poiValue", result.poiValue());
    report.put("bestFit", result.bestFit());
    ToyErrors errors = result.errors();
    if (errors != null) {
      report.put("toys", result.toys());
      report.put("pValueError", errors.clsb());
      report.put("clbError", errors.clb());
      report.put("clsError", errors.cls());
      report.put("expectedErrors", errors.expected());
      double[] hypothesis = model.observed().start();
      hypothesis[model.poi()] = model.parameters().get(model.poi()).internal(result.poiValue());
      FitTables.addReference(report, model, hypothesis);
    }
    if (result.isPartial()) {
      report.put("partial", true);
    }
    List<String> warnings = new ArrayList<>(model.warnings());
    warnings.addAll(result.warnings());
    report.put("warnings", warnings);
    return report;
  }

  /** q0, qmu or qtilde. */
  static final class StatisticConverter implements ITypeConverter<TestStatistic> {
    @Override
    public TestStatistic convert(String text) {
      return Arrays.stream(TestStatistic.values())
          .filter(statistic -> statistic.label().equals(text))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      NumberText.quoted(text) + " is not q0, qmu or qtilde"));
    }
  }
}
