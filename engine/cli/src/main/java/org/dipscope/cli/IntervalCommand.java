package org.dipscope.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.neyman.Calibration;
import org.dipscope.core.neyman.ConfidenceSet;
import org.dipscope.core.neyman.Coverage;
import org.dipscope.core.neyman.CriticalCurve;
import org.dipscope.core.neyman.StrengthStudy;
import org.dipscope.core.neyman.WorkspaceStudy;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Confidence intervals that cover. */
@CommandLine.Command(
    name = "interval",
    description = {
      "Confidence intervals of the parameter of interest, calibrated so that they cover.",
      "",
      "'criticalValues' has, for every tested value and level, what the statistic may reach; its"
          + " 'standardError' is 0 where exact and null where unknown. 'intervals' has the values"
          + " that the observed data do not exclude, a union of segments; 'reachesEnd' tells"
          + " whether it goes on beyond the tested values. 'coverage' repeats experiments that the"
          + " calibration has not seen: the share of sets with the true value, that share for"
          + " Wilks' threshold ('wilks'), the median length, and the share of sets with several"
          + " segments."
    })
final class IntervalCommand implements Command {
  private static final int MOST_TOYS = 10_000_000;
  private static final double TENTHS = 10;

  @Mixin private StudyOptions study = new StudyOptions();

  @Option(
      names = "--method",
      paramLabel = "neyman|quantile-regression|asymptotic",
      converter = CalibrationConverter.class,
      description = "Where critical values come from (default: neyman).")
  private Calibration method = Calibration.NEYMAN;

  @Option(
      names = "--toys",
      paramLabel = "N",
      description =
          "Toys per tested value, or in all for quantile-regression (default: 40000 or 100000; less"
              + " with nuisance parameters).")
  private @Nullable Integer toys;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of the toys; the same seed gives the same result (default: 1).")
  private long seed = 1;

  @Option(
      names = "--coverage-at",
      paramLabel = "MU1,…",
      description = "True values at which coverage is checked (default: some of the tested).")
  private @Nullable NumberList truths;

  @Option(
      names = "--experiments",
      paramLabel = "N",
      description =
          "Experiments per true value; 0 leaves the check out (default: 2000; less with nuisance"
              + " parameters).")
  private @Nullable Integer experiments;

  @Override
  public Object run(Session session) {
    requireCount("--toys", toys, 1);
    requireCount("--experiments", experiments, 0);
    WorkspaceStudy prepared = study.study(session.cancel());
    StrengthStudy asked = prepared.study();
    try (Crew crew = new Crew(session.threads())) {
      int count = toys == null ? asked.usualToys(method) : toys;
      List<CriticalCurve> curves =
          asked.calibrate(
              method,
              count,
              seed,
              crew.workers(),
              tenths(session, "Calibrating %d tested values".formatted(asked.tested().size())),
              session.cancel());
      Map<String, Object> report = new LinkedHashMap<>();
      report.put("criticalValues", criticalValues(curves));
      report.put("intervals", intervals(asked, curves, session));
      report.put("coverage", coverage(prepared, curves, crew, session));
      asked.bestStrength(session.cancel()).ifPresent(best -> report.put("bestFit", best));
      study.describe(report);
      report.put("method", method.label());
      report.put("toys", method == Calibration.ASYMPTOTIC ? 0 : count);
      report.put("seed", seed);
      report.put("warnings", warnings(asked));
      return report;
    }
  }

  private static void requireCount(String option, @Nullable Integer count, int least) {
    if (count != null && (count < least || count > MOST_TOYS)) {
      throw new ProblemException(
          Problem.usage(
              option + ": " + count + " were asked for.",
              "Ask for " + least + " to " + MOST_TOYS + "."));
    }
  }

  /** Says how far it is at every tenth. */
  private static DoubleConsumer tenths(Session session, String what) {
    session.progress().say(what + ".");
    AtomicInteger said = new AtomicInteger();
    return share -> {
      int tenth = (int) (TENTHS * share);
      if (said.getAndAccumulate(tenth, Math::max) < tenth) {
        session.progress().say(what + ": " + 10 * tenth + " %.");
      }
    };
  }

  private static List<Object> criticalValues(List<CriticalCurve> curves) {
    List<Object> values = new ArrayList<>();
    for (CriticalCurve curve : curves) {
      for (int i = 0; i < curve.strength().size(); i++) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("mu", curve.strength().get(i));
        one.put("level", curve.level());
        one.put("value", curve.value().get(i));
        one.put("standardError", curve.standardError().get(i));
        values.add(one);
      }
    }
    return values;
  }

  private static List<Object> intervals(
      StrengthStudy asked, List<CriticalCurve> curves, Session session) {
    List<Object> intervals = new ArrayList<>();
    for (CriticalCurve curve : curves) {
      asked.observed(curve, session.cancel()).ifPresent(set -> intervals.add(interval(set)));
    }
    return intervals;
  }

  private static Map<String, Object> interval(ConfidenceSet set) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("level", set.level());
    one.put(
        "segments", set.segments().stream().map(s -> new double[] {s.low(), s.high()}).toList());
    one.put("length", set.length());
    one.put("reachesEnd", set.reachesEnd());
    return one;
  }

  private List<Object> coverage(
      WorkspaceStudy prepared, List<CriticalCurve> curves, Crew crew, Session session) {
    StrengthStudy asked = prepared.study();
    int count = experiments == null ? asked.usualExperiments() : experiments;
    if (count == 0) {
      return List.of();
    }
    Values at = truths == null ? prepared.someTruths() : Values.of(truths.values());
    for (double truth : at.toArray()) {
      if (!(truth >= asked.tested().get(0)
          && truth <= asked.tested().get(asked.tested().size() - 1))) {
        throw new ProblemException(
            Problem.usage(
                "--coverage-at: " + truth + " lies outside the tested values.",
                "Give values within them, or widen --grid."));
      }
    }
    List<List<Coverage>> found =
        asked.coverage(
            curves,
            at,
            count,
            seed,
            crew.workers(),
            tenths(session, "Repeating experiments at %d true values".formatted(at.size())),
            session.cancel());
    return found.stream().flatMap(List::stream).<Object>map(IntervalCommand::coverage).toList();
  }

  private static Map<String, Object> coverage(Coverage coverage) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("truth", coverage.truth());
    one.put("level", coverage.level());
    one.put("coverage", coverage.coverage());
    one.put("standardError", coverage.standardError());
    one.put("wilks", coverage.wilksCoverage());
    one.put("medianLength", coverage.medianLength());
    one.put("severalSegments", (double) coverage.severalSegments() / coverage.experiments());
    one.put("reachesEnd", (double) coverage.reachesEnd() / coverage.experiments());
    one.put("experiments", coverage.experiments());
    return one;
  }

  private List<String> warnings(StrengthStudy asked) {
    List<String> warnings = new ArrayList<>(study.warnings());
    warnings.addAll(asked.warnings());
    if (method == Calibration.ASYMPTOTIC) {
      warnings.add("Asymptotic critical values need not cover near bounds or with interference.");
    }
    return warnings;
  }

  /** The name of a method. */
  static final class CalibrationConverter implements CommandLine.ITypeConverter<Calibration> {
    @Override
    public Calibration convert(String text) {
      for (Calibration known : Calibration.values()) {
        if (known.label().equals(text)) {
          return known;
        }
      }
      throw new CommandLine.TypeConversionException(
          NumberText.quoted(text) + " is none of neyman, quantile-regression, asymptotic");
    }
  }
}
