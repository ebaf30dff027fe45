package org.dipscope.core.bump;

import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.numbers.gamma.RegularizedGamma;

/**
 * Logarithms of the tail probabilities of counts, exact also where the probability itself is too
 * small for a number. Counts need not be whole: sums become incomplete gamma and beta functions.
 */
final class CountTail {
  private static final double REPRESENTABLE = 1e-250;
  private static final double PRECISE = 1e-15;
  private static final int MOST_TERMS = 1_000_000;
  private static final double TINY = 1e-300;

  private CountTail() {}

  /** ln P(N &ge; n) of a Poisson count of mean b. */
  static double logAtLeast(double n, double b) {
    if (n <= 0) {
      return 0;
    }
    if (b <= 0) {
      return Double.NEGATIVE_INFINITY;
    }
    double p = RegularizedGamma.P.value(n, b);
    if (p > REPRESENTABLE) {
      return Math.log(p);
    }
    double sum = 1;
    double term = 1;
    for (int k = 1; k < MOST_TERMS && term > PRECISE * sum; k++) {
      term *= b / (n + k);
      sum += term;
    }
    return n * Math.log(b) - b - LogGamma.value(n + 1) + Math.log(sum);
  }

  /** ln P(N &le; n) of a Poisson count of mean b. */
  static double logAtMost(double n, double b) {
    if (b <= 0) {
      return 0;
    }
    double p = RegularizedGamma.Q.value(n + 1, b);
    if (p > REPRESENTABLE) {
      return Math.log(p);
    }
    double a = n + 1;
    double start = b + 1 - a;
    double c = 1 / TINY;
    double d = 1 / start;
    double fraction = d;
    for (int k = 1; k < MOST_TERMS; k++) {
      double numerator = -k * (k - a);
      start += 2;
      d = nonZero(numerator * d + start);
      c = nonZero(start + numerator / c);
      d = 1 / d;
      double factor = d * c;
      fraction *= factor;
      if (Math.abs(factor - 1) < PRECISE) {
        break;
      }
    }
    return a * Math.log(b) - b - LogGamma.value(a) + Math.log(fraction);
  }

  private static double nonZero(double x) {
    return Math.abs(x) < TINY ? TINY : x;
  }

  /**
   * ln P(N &ge; n) if n of n + outside events fall in with probability share: the mean of the count
   * is measured by the events outside, which fluctuate themselves.
   */
  static double logAtLeast(double n, double outside, double share) {
    return n <= 0 ? 0 : logBeta(share, n, outside + 1);
  }

  /** ln P(N &le; n) if n of n + outside events fall in with probability share. */
  static double logAtMost(double n, double outside, double share) {
    return outside <= 0 ? 0 : logBeta(1 - share, outside, n + 1);
  }

  /** ln I_x(a, b). */
  private static double logBeta(double x, double a, double b) {
    if (x <= 0) {
      return Double.NEGATIVE_INFINITY;
    }
    if (x >= 1) {
      return 0;
    }
    double p = RegularizedBeta.value(x, a, b);
    if (p > REPRESENTABLE) {
      return Math.log(p);
    }
    double sum = 1;
    double term = 1;
    for (int k = 0; k < MOST_TERMS && term > PRECISE * sum; k++) {
      term *= x * (a + b + k) / (a + 1 + k);
      sum += term;
    }
    return a * Math.log(x) + b * Math.log1p(-x) - Math.log(a) - LogBeta.value(a, b) + Math.log(sum);
  }

  /**
   * A bound of the significance of n over b from outside: the signed root of the deviance (A. M.
   * Zubkov and A. A. Serov, Theory Probab. Appl. 57 (2013) 539, for whole numbers).
   */
  static double bound(double n, double b) {
    double half = n == 0 ? b : n * Math.log(n / b) - n + b;
    return Math.copySign(Math.sqrt(2 * Math.max(0, half)), n - b);
  }

  /** The same with the mean measured by events outside. */
  static double bound(double n, double outside, double share) {
    double all = n + outside;
    double half =
        (n == 0 ? 0 : n * Math.log(n / (all * share)))
            + (outside == 0 ? 0 : outside * Math.log(outside / (all * (1 - share))));
    return Math.copySign(Math.sqrt(2 * Math.max(0, half)), n - all * share);
  }
}
