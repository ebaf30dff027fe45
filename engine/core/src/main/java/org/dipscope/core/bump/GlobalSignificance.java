package org.dipscope.core.bump;

import java.util.Arrays;
import org.dipscope.core.math.Normal;

/**
 * How often background alone would look as significant somewhere.
 *
 * @param toys how many toys were drawn; 0 if none
 * @param above how many of them are at least as significant
 * @param conservative (above + 1)/(toys + 1), never too small; NaN without toys
 * @param tailFit from an exponential fitted to the tail of ln p of the toys; NaN with too few
 * @param tailFitError its relative statistical error
 * @param formula the bound of E. Gross and O. Vitells (Eur. Phys. J. C 70 (2010) 525), or another
 *     that its name tells; NaN where there is none
 * @param formulaName what the formula is called
 */
public record GlobalSignificance(
    int toys,
    int above,
    double conservative,
    double tailFit,
    double tailFitError,
    double formula,
    String formulaName) {
  /** With fewer toys above, their number says less than the fitted tail. */
  private static final int ENOUGH_ABOVE = 10;

  private static final double TAIL_SHARE = 0.25;
  private static final int LEAST_IN_TAIL = 20;

  /** The best available number: counted toys, else the fitted tail, else the formula. */
  public double p() {
    if (above >= ENOUGH_ABOVE || (toys > 0 && Double.isNaN(tailFit))) {
      return conservative;
    }
    return toys > 0 ? Math.min(tailFit, conservative) : formula;
  }

  /** In a word where {@link #p()} comes from. */
  public String method() {
    if (above >= ENOUGH_ABOVE || (toys > 0 && Double.isNaN(tailFit))) {
      return "toys";
    }
    return toys > 0 ? "tail-fit" : formulaName;
  }

  /**
   * From toys.
   *
   * @param z the observed largest significance, in the direction that is looked for
   * @param peaks that of each toy
   * @param formula the p-value of the formula
   */
  static GlobalSignificance of(double z, double[] peaks, double formula, String formulaName) {
    int above = 0;
    double[] t = new double[peaks.length];
    double observed = -Normal.logAbove(z);
    for (int k = 0; k < t.length; k++) {
      t[k] = -Normal.logAbove(peaks[k]);
      above += peaks[k] >= z ? 1 : 0;
    }
    Arrays.sort(t);
    int tail = (int) (TAIL_SHARE * t.length);
    double fitted = Double.NaN;
    double error = Double.NaN;
    if (tail >= LEAST_IN_TAIL) {
      double start = t[t.length - tail - 1];
      double mean = 0;
      for (int k = t.length - tail; k < t.length; k++) {
        mean += (t[k] - start) / tail;
      }
      double distance = (observed - start) / mean;
      double share = (double) tail / t.length;
      if (distance > 0 && mean > 0) {
        fitted = share * Math.exp(-distance);
        error = Math.hypot(distance, Math.sqrt(1 - share)) / Math.sqrt(tail);
      }
    }
    return new GlobalSignificance(
        t.length, above, (above + 1.0) / (t.length + 1.0), fitted, error, formula, formulaName);
  }

  /** Without toys. */
  static GlobalSignificance of(double formula, String formulaName) {
    return new GlobalSignificance(0, 0, Double.NaN, Double.NaN, Double.NaN, formula, formulaName);
  }

  /**
   * p &asymp; p_local + &lang;N(u0)&rang; exp(&minus;(z&sup2; &minus; u0&sup2;)/2), at most 1.
   *
   * @param crossings the mean number of times that background alone rises through u0
   */
  static double upCrossings(double z, double crossings, double u0) {
    double tail = z < u0 ? 1 : Math.exp(-0.5 * (z * z - u0 * u0));
    return Math.min(1, Normal.above(z) + crossings * tail);
  }

  /**
   * How often the significance of a Gaussian signal of &sigma; = w bins rises through 0 along a
   * spectrum: neighbouring values are correlated as exp(&minus;d&sup2;/4w&sup2;), which rises
   * through 0 once in 2&pi;&radic;2 w bins (S. O. Rice, Bell Syst. Tech. J. 23 (1944) 282).
   */
  static double expectedCrossings(int bins, double w) {
    return bins / (2 * Math.PI * Math.sqrt(2) * Math.max(w, 0.5));
  }

  /** How often a curve rises through a level, from one bin that is not masked to the next. */
  static int crossings(ZCurve curve, double level, boolean deficit) {
    int count = 0;
    double sign = deficit ? -1 : 1;
    boolean isBelow = false;
    for (int i = 0; i < curve.z().size(); i++) {
      double z = sign * curve.z().get(i);
      count += isBelow && z >= level ? 1 : 0;
      isBelow = Double.isNaN(z) ? isBelow : z < level;
    }
    return count;
  }

  /** The p-value of the smallest of n independent p-values: 1 &minus; (1 &minus; p)^n. */
  public static double ofLooks(double p, double n) {
    return -Math.expm1(n * Math.log1p(-p));
  }
}
