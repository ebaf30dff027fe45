package org.dipscope.app.inference;

import java.util.List;
import java.util.Optional;
import org.dipscope.app.support.JobProgress;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.compute.Workers;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.neyman.Calibration;
import org.dipscope.core.neyman.ConfidenceSet;
import org.dipscope.core.neyman.CriticalCurve;
import org.dipscope.core.neyman.StrengthStudy;
import org.dipscope.core.neyman.StudiedData;
import org.dipscope.core.neyman.StudyProgress;
import org.dipscope.core.neyman.TestStatistic;
import org.dipscope.core.neyman.ToySummary;

/**
 * Experiments simulated at one strength.
 *
 * @param request what was asked about the model
 * @param study of its first statistic
 * @param statistic that statistic
 * @param curve critical values of the first level
 * @param isCalibrated whether they are calibrated, not asymptotic
 * @param truth the true strength
 * @param tested where T is taken
 * @param toys how many
 * @param observed T of the observed data there; NaN if they are hidden
 * @param observedBest where they are fitted; NaN likewise
 */
record ToyRun(
    StudyRequest request,
    StrengthStudy study,
    TestStatistic statistic,
    CriticalCurve curve,
    boolean isCalibrated,
    double truth,
    double tested,
    int toys,
    double observed,
    double observedBest) {

  /** What is asked about toys. */
  record Wish(StudyRequest request, double truth, double tested, int toys, boolean isHidden) {}

  /** Prepares a run. */
  static ToyRun of(Wish wish, Calibrations calibrations, CancelToken token) {
    StudyRequest request = wish.request();
    TestStatistic statistic = request.statistics().getFirst();
    StrengthStudy study = calibrations.study(request, statistic, token).study();
    Optional<CriticalCurve> known =
        calibrations
            .curves(request, statistic)
            .filter(Calibrated::isWhole)
            .map(found -> found.curves().getFirst());
    CriticalCurve curve =
        known.orElseGet(
            () ->
                study
                    .calibrate(
                        Calibration.ASYMPTOTIC,
                        0,
                        0,
                        Workers.callerOnly(),
                        (share, soFar) -> {},
                        token)
                    .getFirst());
    Optional<StudiedData> data = wish.isHidden() ? Optional.empty() : study.observedData(token);
    return new ToyRun(
        request,
        study,
        statistic,
        curve,
        known.isPresent() && request.method() != Calibration.ASYMPTOTIC,
        wish.truth(),
        wish.tested(),
        wish.toys(),
        data.map(one -> one.statistic(wish.tested())).orElse(Double.NaN),
        data.map(StudiedData::bestStrength).orElse(Double.NaN));
  }

  List<ToySummary> simulate(
      Workers workers, JobProgress progress, StudyProgress<List<ToySummary>> listener) {
    return ToySummary.simulate(
        study, truth, tested, curve, toys, request.seed(), workers, listener, progress.token());
  }

  /**
   * One experiment again, looked at closely.
   *
   * @param toy in short
   * @param strength where the likelihood was taken
   * @param counts by bin
   * @param expected by bin, fitted
   * @param twiceDeltaNll &minus;2&Delta; ln L
   * @param statistic T
   * @param set what it does not exclude
   * @param nuisances the other parameters
   */
  record Detail(
      ToyRun run,
      ToySummary toy,
      Values strength,
      Values counts,
      Values expected,
      Values twiceDeltaNll,
      Values statistic,
      ConfidenceSet set,
      List<StudiedData.Nuisance> nuisances) {}

  /** Simulates an experiment that could be fitted again. */
  Detail detail(ToySummary toy, CancelToken token) {
    StudiedData data = study.toys(truth, request.seed(), token).draw(toy.toy());
    Values strength = IntervalResult.strengths(study);
    return new Detail(
        this,
        toy,
        strength,
        data.counts(),
        data.expected(data.bestStrength()),
        data.twiceDeltaNll(strength),
        data.statistic(strength),
        data.set(curve),
        data.nuisances());
  }
}
