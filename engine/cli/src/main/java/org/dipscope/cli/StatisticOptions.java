package org.dipscope.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.neyman.FocusShape;
import org.dipscope.core.neyman.TestStatistic;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which test statistic of a signal strength, and for the focused one where it looks. */
final class StatisticOptions {
  @Option(
      names = "--statistic",
      paramLabel = "lrs|fts",
      converter = KindConverter.class,
      description = "lrs: likelihood ratio; fts: focused statistic, with --focus (default: lrs).")
  private Kind kind = Kind.RATIO;

  @Option(
      names = "--focus",
      paramLabel = "A,B",
      description =
          "Focus of fts, chosen before the data are seen: mean and standard deviation, or what"
              + " --focus-shape says.")
  private @Nullable NumberList focus;

  @Option(
      names = "--focus-shape",
      paramLabel = "SHAPE",
      converter = ShapeConverter.class,
      description =
          "gaussian: mean, deviation; tophat: low, high; gamma: shape, rate; table: strengths each"
              + " followed by its weight (default: gaussian).")
  private FocusShape shape = FocusShape.GAUSSIAN;

  /** The statistics. */
  enum Kind {
    RATIO,
    FOCUSED
  }

  /** The statistic asked for. */
  TestStatistic statistic() {
    if (kind == Kind.FOCUSED && focus == null) {
      throw usage(
          "--focus is missing.", "Give mean and standard deviation, such as --focus 1,0.5.");
    }
    if (kind == Kind.RATIO && focus != null) {
      throw usage("--focus belongs to the focused statistic.", "Give --statistic fts with it.");
    }
    return focus == null
        ? new TestStatistic.LikelihoodRatio()
        : new TestStatistic.Focused(shape.focus(Values.of(focus.values())));
  }

  private static ProblemException usage(String message, String hint) {
    return new ProblemException(Problem.usage(message, hint));
  }

  /** Adds what the focus was, so that a result records it. */
  void describe(Map<String, Object> report) {
    if (focus != null) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("shape", shape.label());
      one.put("numbers", focus.values());
      report.put("focus", one);
    }
  }

  /** lrs or fts. */
  static final class KindConverter implements ITypeConverter<Kind> {
    @Override
    public Kind convert(String text) {
      return switch (text) {
        case "lrs" -> Kind.RATIO;
        case "fts" -> Kind.FOCUSED;
        default ->
            throw new TypeConversionException(NumberText.quoted(text) + " is neither lrs nor fts");
      };
    }
  }

  /** The name of a shape. */
  static final class ShapeConverter implements ITypeConverter<FocusShape> {
    @Override
    public FocusShape convert(String text) {
      return FocusShape.of(text)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      NumberText.quoted(text) + " is none of gaussian, tophat, gamma, table"));
    }
  }
}
