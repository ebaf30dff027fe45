package org.dipscope.core.histogram;

import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/** Which neighbouring bins become one, and what happens to their contents and errors. */
record Rebinning(Binning fine, Binning binning, int merge) {

  static Rebinning of(Binning fine, int merge) {
    if (merge < 1) {
      throw new ProblemException(
          Problem.usage(
              "Bins cannot be joined in groups of " + merge + ".", "Join 1 bin or more."));
    }
    int groups = fine.count() / merge + (fine.count() % merge == 0 ? 0 : 1);
    double[] edges = new double[groups + 1];
    for (int group = 0; group < groups; group++) {
      edges[group] = fine.low(group * merge);
    }
    edges[groups] = fine.high(fine.count() - 1);
    return new Rebinning(fine, Binning.of(edges), merge);
  }

  static void requireOnePerBin(String what, Values values, Binning binning) {
    if (values.size() != binning.count()) {
      throw new ProblemException(
          Problem.badInput(
              values.size() + " " + what + " given for " + binning.count() + " bins.",
              "Give one per bin."));
    }
  }

  /** Contents that add: counts, or fully correlated errors of counts. */
  Values sums(Values values) {
    double[] sums = new double[binning.count()];
    for (int i = 0; i < fine.count(); i++) {
      sums[i / merge] += values.get(i);
    }
    return Values.of(sums);
  }

  /** Contents per unit of the axis: densities, or fully correlated errors of densities. */
  Values densities(Values values) {
    double[] sums = new double[binning.count()];
    for (int i = 0; i < fine.count(); i++) {
      sums[i / merge] += values.get(i) * fine.width(i);
    }
    return perWidth(sums);
  }

  /** Uncorrelated errors of densities: areas added in quadrature. */
  Values uncorrelatedErrors(Values values) {
    double[] sums = new double[binning.count()];
    for (int i = 0; i < fine.count(); i++) {
      sums[i / merge] = Math.hypot(sums[i / merge], values.get(i) * fine.width(i));
    }
    return perWidth(sums);
  }

  private Values perWidth(double[] sums) {
    for (int group = 0; group < sums.length; group++) {
      sums[group] /= binning.width(group);
    }
    return Values.of(sums);
  }
}
