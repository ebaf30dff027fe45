package org.dipscope.core.neyman;

/**
 * How confidence sets behave in repeated experiments at one true strength.
 *
 * @param statistic which statistic
 * @param level the nominal confidence level
 * @param truth the true strength
 * @param experiments how many were simulated
 * @param covered in how many of them the set contains the truth
 * @param wilksCovered in how many of them T is below the &chi;&sup2; quantile of the level, which
 *     Wilks' theorem promises for the likelihood ratio; -1 for other statistics
 * @param medianLength median length of the sets, 0 for an empty one
 * @param meanLength mean length of the sets
 * @param severalSegments in how many experiments the set has several pieces
 * @param reachesEnd in how many it goes on beyond the largest tested strength
 */
public record Coverage(
    TestStatistic statistic,
    double level,
    double truth,
    int experiments,
    int covered,
    int wilksCovered,
    double medianLength,
    double meanLength,
    int severalSegments,
    int reachesEnd) {

  /** The share of experiments whose set contains the truth. */
  public double coverage() {
    return (double) covered / experiments;
  }

  /** Its binomial standard error. */
  public double standardError() {
    return error(coverage());
  }

  /** The share that Wilks' threshold would cover; NaN where it promises nothing. */
  public double wilksCoverage() {
    return wilksCovered < 0 ? Double.NaN : (double) wilksCovered / experiments;
  }

  private double error(double share) {
    return Math.sqrt(Math.max(share * (1 - share), 1.0 / experiments) / experiments);
  }
}
