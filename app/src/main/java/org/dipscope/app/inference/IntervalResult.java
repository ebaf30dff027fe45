package org.dipscope.app.inference;

import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.neyman.Calibration;
import org.dipscope.core.neyman.ConfidenceSet;
import org.dipscope.core.neyman.CriticalCurve;
import org.dipscope.core.neyman.ProfiledStudy;
import org.dipscope.core.neyman.StrengthStudy;
import org.dipscope.core.neyman.StudiedData;
import org.dipscope.core.neyman.TestStatistic;
import org.dipscope.core.neyman.WorkspaceStudy;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Statistics of the data with their confidence sets.
 *
 * @param input what was asked
 * @param seen one per statistic; none if something is wrong
 * @param wrong what is
 */
record IntervalResult(IntervalInput input, List<Seen> seen, @Nullable ProblemException wrong) {
  private static final int POINTS = 241;
  private static final int POINTS_WITH_NUISANCES = 81;

  /**
   * One statistic.
   *
   * @param statistic which
   * @param toys how many a calibration takes
   * @param strength where it was taken
   * @param value T there
   * @param best where the likelihood is largest
   * @param critical the critical curves so far
   * @param sets what they do not exclude
   * @param wilks what the &chi;&sup2; quantiles do not exclude; empty for other statistics
   */
  record Seen(
      TestStatistic statistic,
      int toys,
      Values strength,
      Values value,
      double best,
      List<CriticalCurve> critical,
      List<ConfidenceSet> sets,
      List<ConfidenceSet> wilks) {}

  /** Looks at the data; what is wrong with the choices is part of the answer. */
  static IntervalResult of(IntervalInput input, Calibrations calibrations, CancelToken token) {
    try {
      List<Seen> seen = new ArrayList<>();
      for (int i = 0; i < input.request().statistics().size(); i++) {
        seen.add(seen(input, i, calibrations, token));
      }
      return new IntervalResult(input, List.copyOf(seen), null);
    } catch (ProblemException wrong) {
      return new IntervalResult(input, List.of(), wrong);
    }
  }

  private static Seen seen(
      IntervalInput input, int i, Calibrations calibrations, CancelToken token) {
    StudyRequest request = input.request();
    TestStatistic statistic = request.statistics().get(i);
    WorkspaceStudy prepared = calibrations.study(request, statistic, token);
    StrengthStudy study = prepared.study();
    StudiedData data =
        input.isHidden()
            ? study.expectedData(
                Math.clamp(input.expectedAt(), prepared.low(), prepared.high()), token)
            : study.observedData(token).orElseThrow();
    Values strength = strengths(study);
    Values value = data.statistic(strength);
    List<CriticalCurve> critical = input.curves().get(i).map(Calibrated::curves).orElse(List.of());
    boolean isRatio = statistic instanceof TestStatistic.LikelihoodRatio;
    return new Seen(
        statistic,
        study.usualToys(request.method()),
        strength,
        value,
        data.bestStrength(),
        critical,
        critical.stream().map(data::set).toList(),
        isRatio ? wilks(study, token).stream().map(data::set).toList() : List.of());
  }

  /** What large samples promise for the likelihood ratio. */
  static List<CriticalCurve> wilks(StrengthStudy study, CancelToken token) {
    return study.calibrate(
        Calibration.ASYMPTOTIC, 0, 0, Workers.callerOnly(), (share, soFar) -> {}, token);
  }

  /** Steps that are finer at the lower end, where curves bend. */
  static Values strengths(StrengthStudy study) {
    Values tested = study.tested();
    double low = tested.get(0);
    double high = tested.get(tested.size() - 1);
    int count = study instanceof ProfiledStudy ? POINTS_WITH_NUISANCES : POINTS;
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      double part = (double) i / (count - 1);
      values[i] = i == count - 1 ? high : low + (high - low) * Math.pow(part, 1.5);
    }
    return Values.of(values);
  }
}
