package org.dipscope.neural.significance;

import java.util.Arrays;

/**
 * How the largest significance of a histogram differs from the truth: &Delta;Z<sub>max</sub> =
 * max<sub>i</sub> z<sub>i</sub> &minus; max<sub>i</sub> z<sub>LR,i</sub>, each over its own bins.
 *
 * @param sample what was drawn, such as {@code functions, width 1}
 * @param histograms how many
 * @param bias mean of &Delta;Z<sub>max</sub>
 * @param deviation standard deviation
 * @param halfWidth half of the central interval with 68.27 % of the histograms
 * @param pullWidth half of the central interval with 68.27 % of (z &minus; z<sub>LR</sub>)/error
 *     over interior bins; NaN for networks without errors
 * @param spurious share of histograms with z &gt; 5 somewhere
 */
public record Performance(
    String sample,
    int histograms,
    double bias,
    double deviation,
    double halfWidth,
    double pullWidth,
    double spurious) {
  private static final double ONE_SIGMA = 0.6827;

  static Performance of(String sample, double[] differences, double[] pulls, double spurious) {
    double mean = Arrays.stream(differences).average().orElse(Double.NaN);
    double variance =
        Arrays.stream(differences).map(d -> (d - mean) * (d - mean)).average().orElse(Double.NaN);
    return new Performance(
        sample,
        differences.length,
        mean,
        Math.sqrt(variance),
        halfWidth(differences),
        pulls.length == 0 ? Double.NaN : halfWidth(pulls),
        spurious);
  }

  /** Half of the central interval with 68.27 % of the values. */
  static double halfWidth(double[] values) {
    if (values.length == 0) {
      return Double.NaN;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return (quantile(sorted, (1 + ONE_SIGMA) / 2) - quantile(sorted, (1 - ONE_SIGMA) / 2)) / 2;
  }

  /** The value below which a share of sorted values lies, between neighbours in proportion. */
  static double quantile(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int i = Math.min((int) at, sorted.length - 2);
    return sorted.length == 1 ? sorted[0] : sorted[i] + (at - i) * (sorted[i + 1] - sorted[i]);
  }
}
