package org.dipscope.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dipscope.core.fit.Estimate;
import org.dipscope.core.fit.Experiment;
import org.dipscope.core.fit.FitParameter;
import org.dipscope.core.fit.FitPoint;
import org.dipscope.core.fit.FitProblem;
import org.dipscope.core.fit.FitResult;
import org.dipscope.core.fit.ProfileScan;
import org.dipscope.core.histfactory.BinnedModel;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The maximum-likelihood fit of a model. */
@CommandLine.Command(
    name = "fit",
    description = {
      "Maximum-likelihood fit of a model of bins, of single events, or of both.",
      "",
      "'twiceNll' is -2 ln L relative to the saturated model with all constraints;"
          + " 'absoluteTwiceNll' has all factorials and normalisations. 'error' is from the"
          + " curvature; 'errorLow' and 'errorHigh' are where the profile rises by 1, null where it"
          + " does not up to the bound. With interference 'intervals' has its segments"
          + " below levels of -2 Delta ln L. 'minima' lists all minima, the lowest first. 'pull' is"
          + " in errors after the fit, 'shift' in errors before. Impacts: 'othersHeld' from second"
          + " derivatives, 'shifted' by a refit with the auxiliary measurement moved by its width,"
          + " 'postfit' and 'prefit' by refits with the parameter held one error away.",
      "",
      "Of single events 'twiceNll' is 2 nu - 2 sum ln of nu p(x), or of its ratio to the reference."
          + " With a reference sample 'reference' has the effective number of its events at the"
          + " best fit, their largest weight, and the 'residual' E[p/p_ref] - 1 with its error:"
          + " how far the density fails to integrate to one."
    })
final class FitCommand implements Command {
  @Mixin private WorkspaceOptions options = new WorkspaceOptions();

  @Option(
      names = "--scan",
      paramLabel = "NAME=LO:HI:N",
      converter = ParameterRange.Converter.class,
      description =
          "Profile -2 Delta ln L along a parameter; given twice, over two parameters as 'surface'.")
  private List<ParameterRange> scans = new ArrayList<>();

  @Override
  public Object run(Session session) {
    Experiment model = options.model(session.cancel());
    FitProblem problem = model.observed();
    int[] scanned = scans.stream().mapToInt(scan -> scan.index(problem)).toArray();
    if (scanned.length > 2) {
      throw new ProblemException(
          Problem.usage(
              "A scan over " + scanned.length + " parameters is not possible.",
              "Give --scan once or twice."));
    }
    session.progress().say("Fitting " + problem.size() + " parameters.");
    FitResult result = FitResult.of(problem, session.cancel());
    @Nullable ProfileScan scan = null;
    if (scanned.length > 0) {
      scan = scan(problem, result, scanned, session);
      if (scan.isReseeded()) {
        session.progress().say("The scan found a lower minimum; fitting again from there.");
        result = FitResult.from(problem, scan.minima(), session.cancel());
      }
    }
    return report(model, result, scan, session);
  }

  private ProfileScan scan(FitProblem problem, FitResult result, int[] scanned, Session session) {
    double[] first = scans.getFirst().values();
    return scanned.length == 1
        ? ProfileScan.along(problem, result.minima(), scanned[0], first, session.cancel())
        : ProfileScan.over(
            problem,
            result.minima(),
            scanned[0],
            first,
            scanned[1],
            scans.get(1).values(),
            session.cancel());
  }

  private Map<String, Object> report(
      Experiment model, FitResult result, @Nullable ProfileScan scan, Session session) {
    FitProblem problem = result.problem();
    double lowest = result.best().twiceNll();
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("bestFit", bestFit(result));
    report.put("twiceNll", lowest);
    if (model instanceof BinnedModel binned) {
      double saturated = binned.likelihood(binned.data()).saturatedTwiceNll();
      report.put("absoluteTwiceNll", lowest + saturated);
    }
    if (model.poi() >= 0) {
      report.put("poi", model.parameters().get(model.poi()).name());
    }
    report.put(
        "minima", result.minima().stream().map(point -> minimum(problem, point, lowest)).toList());
    if (scan != null && scans.size() == 1) {
      report.put("scan", line(scan));
    } else if (scan != null) {
      report.put("surface", surface(scan));
    }
    if (hasManyMinima(model)) {
      report.put("intervals", FitTables.intervals(result, session.cancel()));
    }
    FitTables.addReference(report, model, result.best().x());
    FitTables.add(report, result, session.cancel());
    List<String> warnings = new ArrayList<>(model.warnings());
    warnings.addAll(result.warnings());
    report.put("warnings", warnings);
    return report;
  }

  /** Where one interval around the best fit does not say all. */
  private static boolean hasManyMinima(Experiment model) {
    if (model.poi() < 0) {
      return false;
    }
    FitParameter poi = model.parameters().get(model.poi());
    return poi.landscape() == FitParameter.Landscape.MANY_MINIMA && !poi.fixed();
  }

  private static Map<String, Object> bestFit(FitResult result) {
    Map<String, Object> bestFit = new LinkedHashMap<>();
    for (Estimate estimate : result.estimates()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("value", estimate.value());
      one.put("error", estimate.error());
      one.put("errorLow", estimate.errorLow());
      one.put("errorHigh", estimate.errorHigh());
      bestFit.put(estimate.name(), one);
    }
    return bestFit;
  }

  private static Map<String, Object> minimum(FitProblem problem, FitPoint point, double lowest) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int k = 0; k < problem.size(); k++) {
      values.put(
          problem.parameters().get(k).name(), problem.parameters().get(k).external(point.x()[k]));
    }
    Map<String, Object> minimum = new LinkedHashMap<>();
    minimum.put("values", values);
    minimum.put("twiceNll", point.twiceNll());
    minimum.put("twiceDeltaNll", point.twiceNll() - lowest);
    return minimum;
  }

  private static List<Object> line(ProfileScan scan) {
    List<Object> line = new ArrayList<>();
    for (int i = 0; i < scan.first().length; i++) {
      Map<String, Object> point = new LinkedHashMap<>();
      point.put("value", scan.first()[i]);
      point.put("twiceDeltaNll", scan.twiceDeltaNll(i, 0));
      line.add(point);
    }
    return line;
  }

  private Map<String, Object> surface(ProfileScan scan) {
    double[][] delta = new double[scan.first().length][scan.second().length];
    for (int i = 0; i < delta.length; i++) {
      for (int j = 0; j < delta[i].length; j++) {
        delta[i][j] = scan.twiceDeltaNll(i, j);
      }
    }
    Map<String, Object> surface = new LinkedHashMap<>();
    surface.put(
        "axes",
        List.of(
            axis(scans.getFirst().name(), scan.first()), axis(scans.get(1).name(), scan.second())));
    surface.put("twiceDeltaNll", delta);
    return surface;
  }

  private static Map<String, Object> axis(String name, double[] values) {
    Map<String, Object> axis = new LinkedHashMap<>();
    axis.put("name", name);
    axis.put("values", values);
    return axis;
  }
}
