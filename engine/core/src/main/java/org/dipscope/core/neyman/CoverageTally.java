package org.dipscope.core.neyman;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/** What is counted for one curve at one truth. */
final class CoverageTally {
  private final CriticalCurve curve;
  private final double truth;
  private final double critical;
  private final double wilks;
  private final double[] lengths;
  private int covered;
  private int wilksCovered;
  private int several;
  private int ends;

  CoverageTally(CriticalCurve curve, double truth, int experiments) {
    this.curve = curve;
    this.truth = truth;
    critical = curve.at(truth);
    boolean promised = curve.statistic() instanceof TestStatistic.LikelihoodRatio;
    wilks =
        promised
            ? ChiSquaredDistribution.of(1).inverseCumulativeProbability(curve.level())
            : Double.NaN;
    wilksCovered = promised ? 0 : -1;
    lengths = new double[experiments];
  }

  /** The statistic that is inverted. */
  TestStatistic statistic() {
    return curve.statistic();
  }

  /**
   * Counts an experiment.
   *
   * @param reference R of T = 2 (R &minus; ln L)
   * @param logLikelihood ln L at the truth
   * @param logL ln L at the tested strengths
   */
  void add(int toy, double reference, double logLikelihood, double[] logL) {
    double t = ToyExperiments.statistic(curve.statistic(), reference, logLikelihood);
    covered += t <= critical + 1e-12 ? 1 : 0;
    wilksCovered += t <= wilks ? 1 : 0;
    int segments = 0;
    double length = 0;
    double before = excess(0, reference, logL);
    segments += before <= 0 ? 1 : 0;
    for (int k = 1; k < logL.length; k++) {
      double now = excess(k, reference, logL);
      double cell = curve.strength().get(k) - curve.strength().get(k - 1);
      segments += now <= 0 && before > 0 ? 1 : 0;
      length += cell * share(before, now);
      before = now;
    }
    lengths[toy] = length;
    several += segments > 1 ? 1 : 0;
    ends += before <= 0 ? 1 : 0;
  }

  private double excess(int k, double reference, double[] logL) {
    double t = ToyExperiments.statistic(curve.statistic(), reference, logL[k]);
    return t - curve.value().get(k) - 1e-12;
  }

  /** The part of a cell inside the set, the excess being linear in it. */
  private static double share(double left, double right) {
    if (left <= 0 && right <= 0) {
      return 1;
    }
    if (left > 0 && right > 0) {
      return 0;
    }
    return Math.min(left, right) / (Math.min(left, right) - Math.max(left, right));
  }

  Coverage result() {
    Arrays.sort(lengths);
    int n = lengths.length;
    return new Coverage(
        curve.statistic(),
        curve.level(),
        truth,
        n,
        covered,
        wilksCovered,
        0.5 * (lengths[(n - 1) / 2] + lengths[n / 2]),
        Arrays.stream(lengths).sum() / n,
        several,
        ends);
  }
}
