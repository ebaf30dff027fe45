package org.dipscope.core.triage;

import org.dipscope.core.math.Normal;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * What it costs to explore a share f of the events, to freeze all places with z above a cut, and to
 * confirm them on the rest, instead of looking at all events at once. A signal that has the
 * significance Z in all events has Z√f in the first part and Z√(1 − f) in the second. With N looks,
 * k = 1 + N·(1 − Φ(z_cut)) places are frozen, and the second part needs the z that is worth 5σ
 * after k looks.
 *
 * @param looks N, all places
 * @param share f
 * @param cut z_cut
 * @param frozen k, the number of places that are expected to be frozen, a signal included
 * @param neededAtOnce Z that is found with a probability of ½ in all events at once
 * @param neededSplit Z that passes both steps with a probability of ½: Φ(Z√f − z_cut) · Φ(Z√(1 − f)
 *     − z_k) = ½
 * @param breakEven by which factor N may be underestimated before the split is the better choice
 */
public record SplitReach(
    double looks,
    double share,
    double cut,
    double frozen,
    double neededAtOnce,
    double neededSplit,
    double breakEven) {
  private static final int BISECTIONS = 100;

  /**
   * The costs of a split.
   *
   * @throws ProblemException if the share is not between 0 and 1, or there is no look
   */
  public static SplitReach of(double looks, double share, double cut) {
    if (!(share > 0 && share < 1 && looks >= 1 && Double.isFinite(cut))) {
      throw new ProblemException(
          Problem.usage(
              "A share of %s of the events and %s looks give no split.".formatted(share, looks),
              "Give a share between 0 and 1, such as 0.25, and one look or more."));
    }
    double frozen = 1 + looks * Normal.above(cut);
    double confirm = Looks.neededFor5Sigma(frozen);
    double low = 0;
    double high = 100 / Math.min(Math.sqrt(share), Math.sqrt(1 - share)) + cut / Math.sqrt(share);
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = 0.5 * (low + high);
      double power =
          Normal.above(cut - middle * Math.sqrt(share))
              * Normal.above(confirm - middle * Math.sqrt(1 - share));
      if (power < 0.5) {
        low = middle;
      } else {
        high = middle;
      }
    }
    // n looks after which the split's Z would be needed at once, as p(5) = 1 − (1 − p(Z))^n
    double equal = Math.log1p(-Normal.above(5)) / Math.log1p(-Normal.above(high));
    return new SplitReach(
        looks, share, cut, frozen, Looks.neededFor5Sigma(looks), high, equal / looks);
  }

  /** How much more significance a signal must have, in σ. */
  public double loss() {
    return neededSplit - neededAtOnce;
  }
}
