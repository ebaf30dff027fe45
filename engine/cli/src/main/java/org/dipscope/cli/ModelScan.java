package org.dipscope.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dipscope.core.fit.Experiment;
import org.dipscope.core.fit.FitParameter;
import org.dipscope.core.fit.FitPoint;
import org.dipscope.core.fit.FitProblem;
import org.dipscope.core.fit.FitSearch;
import org.dipscope.core.fit.ProfileLine;
import org.dipscope.core.fit.ProfileSegments;
import org.dipscope.core.likelihood.Axis;
import org.dipscope.core.likelihood.ModelSurface;
import org.dipscope.core.likelihood.ParameterGrid;
import org.dipscope.core.likelihood.SurfaceOptions;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The likelihood of a model over one or two of its parameters. */
final class ModelScan {
  @Mixin private WorkspaceOptions options = new WorkspaceOptions();

  @Option(
      names = "--parameter",
      paramLabel = "NAME=LO:HI:N",
      converter = ParameterRange.Converter.class,
      description = "A parameter of the model and where to scan it; may be given twice.")
  private List<ParameterRange> ranges = new ArrayList<>();

  /** Whether a model was named. */
  boolean isAsked() {
    return options.isGiven();
  }

  /** How many parameters are scanned. */
  int dimensions() {
    return ranges.size();
  }

  /** The scan as it is printed. */
  Object run(SurfaceOptions surfaceOptions, Session session) {
    if (ranges.isEmpty() || ranges.size() > 2) {
      throw new ProblemException(
          Problem.usage(
              "A model is scanned over one or two parameters, not " + ranges.size() + ".",
              "Give --parameter NAME=LO:HI:N once or twice."));
    }
    for (ParameterRange range : ranges) {
      if (range.values().length < 2) {
        throw new ProblemException(
            Problem.usage(
                "The range of " + range.name() + " is a single value.",
                "Give at least two, or hold it with --fix."));
      }
    }
    Experiment narrow = options.model(session.cancel());
    FitProblem names = narrow.observed();
    int[] scanned = ranges.stream().mapToInt(range -> range.index(names)).toArray();
    if (scanned.length == 2 && scanned[0] == scanned[1]) {
      throw new ProblemException(
          Problem.usage(
              ranges.getFirst().name() + " is given twice.", "Give two different parameters."));
    }
    Experiment model = narrow.with(widened(narrow.parameters(), scanned), narrow.poi());
    FitProblem problem = model.observed();
    session.progress().say("Fitting " + problem.size() + " parameters.");
    List<FitPoint> minima = FitSearch.minima(problem, session.cancel());
    return scanned.length == 1
        ? line(model, minima, scanned[0], surfaceOptions, session)
        : surface(model, minima, scanned, surfaceOptions, session);
  }

  /** The bounds of scanned parameters take in where they are scanned. */
  private List<FitParameter> widened(List<FitParameter> parameters, int[] scanned) {
    List<FitParameter> widened = new ArrayList<>(parameters);
    for (int i = 0; i < scanned.length; i++) {
      double[] values = ranges.get(i).values();
      FitParameter p = parameters.get(scanned[i]);
      widened.set(
          scanned[i],
          p.within(Math.min(p.low(), values[0]), Math.max(p.high(), values[values.length - 1])));
    }
    return widened;
  }

  private Object surface(
      Experiment model,
      List<FitPoint> minima,
      int[] scanned,
      SurfaceOptions surfaceOptions,
      Session session) {
    ParameterGrid grid = new ParameterGrid(axis(ranges.getFirst()), axis(ranges.getLast()));
    session.progress().say("Scanning " + grid.size() + " points.");
    try (Crew crew = new Crew(session.threads())) {
      ModelSurface found =
          ModelSurface.of(
              model::observed,
              minima,
              scanned[0],
              scanned[1],
              grid,
              surfaceOptions,
              crew.workers(),
              session.cancel());
      return SurfaceReport.of(
          found.surface(),
          ranges.getFirst().name(),
          ranges.getLast().name(),
          found.minima().getFirst().twiceNll(),
          model.warnings());
    }
  }

  private static Axis axis(ParameterRange range) {
    double[] values = range.values();
    return Axis.linear(range.name(), "", values[0], values[values.length - 1], values.length);
  }

  private Object line(
      Experiment model,
      List<FitPoint> minima,
      int scanned,
      SurfaceOptions surfaceOptions,
      Session session) {
    ParameterRange range = ranges.getFirst();
    session.progress().say("Scanning " + range.values().length + " points.");
    double[] levels = surfaceOptions.levels().stream().mapToDouble(Double::doubleValue).toArray();
    FitProblem problem = model.observed();
    ProfileLine line =
        ProfileLine.of(problem, minima, scanned, range.values(), levels, session.cancel());
    double[] delta = new double[range.values().length];
    for (int i = 0; i < delta.length; i++) {
      delta[i] = line.scan().twiceDeltaNll(i, 0);
    }
    double lowest = line.scan().minima().getFirst().twiceNll();
    FitParameter parameter = problem.parameters().get(scanned);
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("axes", List.of(new SurfaceReport.AxisReport(range.name(), "", range.values())));
    report.put("twiceDeltaNll", delta);
    report.put("twiceNll", lowest);
    report.put(
        "minima",
        line.minima().stream().map(point -> minimum(parameter, scanned, point, lowest)).toList());
    report.put("contours", line.segments().stream().map(ModelScan::contour).toList());
    report.put("warnings", model.warnings());
    return report;
  }

  private Map<String, Object> minimum(
      FitParameter parameter, int scanned, FitPoint point, double lowest) {
    double value = parameter.external(point.x()[scanned]);
    double[] values = ranges.getFirst().values();
    Map<String, Object> minimum = new LinkedHashMap<>();
    minimum.put(parameter.name(), value);
    minimum.put("twiceDeltaNll", point.twiceNll() - lowest);
    minimum.put("onBorder", value <= values[0] || value >= values[values.length - 1]);
    return minimum;
  }

  private static Map<String, Object> contour(ProfileSegments segments) {
    Map<String, Object> contour = new LinkedHashMap<>();
    contour.put("level", segments.level());
    contour.put("segments", FitTables.segments(segments));
    return contour;
  }
}
