package org.dipscope.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.fit.Experiment;
import org.dipscope.core.fit.FitParameter;
import org.dipscope.core.fit.FitResult;
import org.dipscope.core.fit.Impact;
import org.dipscope.core.fit.ProfileSegments;
import org.dipscope.core.fit.Pull;
import org.dipscope.core.unbinned.JointModel;
import org.dipscope.core.unbinned.ReferenceCheck;
import org.dipscope.core.unbinned.UnbinnedModel;

/** Pulls, impacts and covariance of a fit as they are printed. */
final class FitTables {
  /** Rows of a covariance matrix that anyone would read: the first parameters of the workspace. */
  private static final int MOST_SHOWN = 500;

  private FitTables() {}

  static void add(Map<String, Object> report, FitResult result, CancelToken cancel) {
    report.put("pulls", Pull.of(result));
    report.put("impacts", Impact.of(result, cancel).stream().map(FitTables::impact).toList());
    report.put("covariance", covariance(result));
  }

  /** Where the profile of the parameter of interest lies below 1 and 4. */
  static List<Object> intervals(FitResult result, CancelToken cancel) {
    List<Object> intervals = new ArrayList<>();
    for (ProfileSegments found :
        ProfileSegments.of(result, result.problem().poi(), new double[] {1, 4}, cancel)) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("twiceDeltaNll", found.level());
      one.put("segments", segments(found));
      intervals.add(one);
    }
    return intervals;
  }

  /** What the reference sample of a model of single events, if it has one, is worth at a point. */
  static void addReference(Map<String, Object> report, Experiment model, double[] x) {
    Optional<ReferenceCheck> check =
        switch (model) {
          case UnbinnedModel events -> events.reference(x);
          case JointModel joint -> joint.events().reference(joint.ofEvents(x));
          default -> Optional.empty();
        };
    check.ifPresent(found -> report.put("reference", found));
  }

  /** The ends of segments as pairs. */
  static List<double[]> segments(ProfileSegments found) {
    return found.segments().stream().map(s -> new double[] {s.low(), s.high()}).toList();
  }

  private static Map<String, Object> impact(Impact impact) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("name", impact.name());
    one.put("othersHeld", impact.othersHeld());
    one.put("shifted", pair(impact.shiftedLow(), impact.shiftedHigh()));
    one.put("postfit", pair(impact.postfitLow(), impact.postfitHigh()));
    one.put("prefit", pair(impact.prefitLow(), impact.prefitHigh()));
    return one;
  }

  private static Map<String, Object> pair(double low, double high) {
    Map<String, Object> pair = new LinkedHashMap<>();
    pair.put("low", low);
    pair.put("high", high);
    return pair;
  }

  private static Map<String, Object> covariance(FitResult result) {
    List<FitParameter> parameters = result.problem().parameters();
    int[] free =
        IntStream.range(0, parameters.size()).filter(k -> !parameters.get(k).fixed()).toArray();
    int shown = Math.min(free.length, MOST_SHOWN);
    double[][] matrix = new double[shown][shown];
    double[][] correlation = new double[shown][shown];
    for (int i = 0; i < shown; i++) {
      for (int j = 0; j < shown; j++) {
        matrix[i][j] = result.hesse().covariance(free[i], free[j]);
        correlation[i][j] = result.hesse().correlation(free[i], free[j]);
      }
    }
    Map<String, Object> covariance = new LinkedHashMap<>();
    covariance.put(
        "parameters",
        IntStream.of(free).limit(shown).mapToObj(k -> parameters.get(k).name()).toList());
    covariance.put("matrix", matrix);
    covariance.put("correlation", correlation);
    return covariance;
  }
}
