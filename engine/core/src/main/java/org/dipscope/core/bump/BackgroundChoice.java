package org.dipscope.core.bump;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/** Which of several nested or different backgrounds a spectrum asks for. */
public final class BackgroundChoice {
  private static final int MOST_ORDER = 5;

  private BackgroundChoice() {}

  /** The log-polynomials of orders 1 to 5 that leave two degrees of freedom or more. */
  public static List<BackgroundFamily> logPolynomials(int bins) {
    if (bins < 3) {
      throw new ProblemException(
          Problem.badInput(
              "A spectrum of " + bins + (bins == 1 ? " bin" : " bins") + " shows no background.",
              "Give at least 3 bins, or a known background."));
    }
    List<BackgroundFamily> families = new ArrayList<>();
    for (int order = 1; order <= Math.min(MOST_ORDER, Math.max(1, bins - 3)); order++) {
      families.add(new BackgroundFamily.LogPolynomial(order));
    }
    return families;
  }

  /** The fits of several families. */
  public static List<BackgroundFit> fits(List<BackgroundFamily> families, BumpData data) {
    return families.stream().map(family -> BackgroundFit.of(family, data)).toList();
  }

  /** The fit with the smallest Bayesian information criterion. */
  public static BackgroundFit byBic(List<BackgroundFit> fits) {
    BackgroundFit best = fits.getFirst();
    for (BackgroundFit fit : fits) {
      best = fit.bic() < best.bic() ? fit : best;
    }
    return best;
  }

  /**
   * The probability that the richer of two nested functions gains as much in deviance per parameter
   * by chance: the F-test on (d1 &minus; d2)/(p2 &minus; p1) over d2/(bins &minus; p2).
   *
   * @param small the function with fewer parameters
   * @param large one that contains it
   */
  public static double fTest(BackgroundFit small, BackgroundFit large) {
    int added = small.degreesOfFreedom() - large.degreesOfFreedom();
    int rest = large.degreesOfFreedom();
    if (added < 1 || rest < 1) {
      throw new ProblemException(
          Problem.usage(
              "The F-test compares a function with a richer one that leaves degrees of freedom.",
              "Give the function with fewer parameters first."));
    }
    double gain = Math.max(0, small.deviance() - large.deviance());
    double ratio = large.deviance() / (large.deviance() + gain);
    return RegularizedBeta.value(ratio, 0.5 * rest, 0.5 * added);
  }

  /**
   * The smallest number of parameters after which no richer function of the list gains
   * significantly.
   *
   * @param fits nested functions, each with more parameters than the one before
   * @param level below which a gain counts, usually 0.05
   */
  public static BackgroundFit byFTest(List<BackgroundFit> fits, double level) {
    BackgroundFit chosen = fits.getFirst();
    for (BackgroundFit richer : fits.subList(1, fits.size())) {
      if (richer.degreesOfFreedom() >= 1 && fTest(chosen, richer) < level) {
        chosen = richer;
      }
    }
    return chosen;
  }

  /**
   * The spurious signal: what a family fakes at every bin where another one is the truth, in units
   * of its statistical error. Usually |z| below 0.2 is asked for (ATLAS, Phys. Rev. D 98 (2018)
   * 052005, section 6.2).
   *
   * @param truth the background that is taken for real, without fluctuations
   * @param tested the family that is fitted to it
   */
  public static ZCurve spuriousSignal(
      BackgroundFit truth, BackgroundFamily tested, BumpData data, SignalWidths widths) {
    return new ProfileEstimator(widths, tested).worker().scan(data.withCounts(truth.rate()));
  }

  /**
   * A histogram for an estimator that needs every bin: masked bins hold the known background, or
   * else the log-polynomial of BIC that is fitted to the other bins, and count as data.
   *
   * @throws ProblemException if the other bins do not allow a fit
   */
  public static BumpData filled(BumpData data) {
    if (data.masked().isEmpty()) {
      return data;
    }
    Values known = data.background();
    return data.filled(known == null ? Values.of(FittedBackground.of(data, null).rate) : known);
  }
}
