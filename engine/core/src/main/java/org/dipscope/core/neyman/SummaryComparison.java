package org.dipscope.core.neyman;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.dipscope.core.compute.CancelToken;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.unbinned.PeakDip;

/**
 * The same events seen by likelihoods that know more or less of them: what a summary loses. With
 * interference it loses more than sharpness, since strengths that no longer differ come back as
 * segments of their own.
 *
 * @param summary what the likelihood sees
 * @param strength strengths
 * @param twiceDeltaNll &minus;2&Delta; ln L there
 * @param best where it is smallest
 * @param sets where it lies below 1 and below 4
 */
public record SummaryComparison(
    Summary summary, Values strength, Values twiceDeltaNll, double best, List<ConfidenceSet> sets) {
  private static final double LARGEST = 8;
  private static final double SHOWN = 6;
  private static final int POINTS = 241;
  private static final int BINS = 25;
  private static final int PANELS = 60;
  private static final int ANGLES = 32;
  private static final double[] THRESHOLDS = {1, 4};

  /**
   * One summary of {@link PeakDip#DEGENERATE}.
   *
   * @param isObserved whether the data are the 66 events that ship, or what is expected without
   *     signal
   * @throws java.util.concurrent.CancellationException if the token is cancelled meanwhile
   */
  public static SummaryComparison of(Summary summary, boolean isObserved, CancelToken token) {
    StrengthStudy study = study(summary, token);
    StudiedData data =
        isObserved ? study.observedData(token).orElseThrow() : study.expectedData(0, token);
    Values strength = study.tested();
    Values curve = data.twiceDeltaNll(strength);
    List<ConfidenceSet> sets =
        Arrays.stream(THRESHOLDS)
            .mapToObj(
                threshold ->
                    data.set(
                        new CriticalCurve(
                            new TestStatistic.LikelihoodRatio(),
                            ChiSquaredDistribution.of(1).cumulativeProbability(threshold),
                            strength,
                            Values.constant(strength.size(), threshold),
                            Values.constant(strength.size(), 0))))
            .toList();
    return new SummaryComparison(summary, strength, curve, data.bestStrength(), sets);
  }

  private static StrengthStudy study(Summary summary, CancelToken token) {
    PeakDip truth = PeakDip.DEGENERATE;
    List<PeakDip.Event> events = PeakDip.degenerateEvents();
    TestStatistic ratio = new TestStatistic.LikelihoodRatio();
    Values levels = Values.of(0.6827);
    return switch (summary) {
      case MASS_AND_ANGLE, MASS ->
          new ProfiledStudy(
              truth.model(events, summary == Summary.MASS_AND_ANGLE, LARGEST, PANELS, ANGLES),
              true,
              ratio,
              strengths(),
              levels,
              token);
      case BINS, RATE -> {
        int bins = summary == Summary.BINS ? BINS : 1;
        double[][] rows = truth.bins(bins);
        yield new CountsStudy(
            new StrengthModel(rows[0], rows[1], rows[2]),
            new StrengthRange(0, LARGEST),
            ratio,
            strengths(),
            levels,
            Values.of(truth.counts(events, bins)));
      }
    };
  }

  /** Equal steps of the root, since curves bend at zero. */
  private static Values strengths() {
    double[] values = new double[POINTS];
    Arrays.setAll(
        values,
        i -> {
          double s = Math.sqrt(SHOWN) * i / (POINTS - 1);
          return i == POINTS - 1 ? SHOWN : s * s;
        });
    return Values.of(values);
  }
}
