package org.dipscope.core.interval;

/**
 * Standard errors of a test that come from the finite number of toys: binomial ones of
 * probabilities, &radic;(p (1 &minus; p) / N), and of a quantile half the distance of the ranks one
 * binomial deviation below and above it. A probability of 0 or 1 has the error of one toy.
 *
 * @param clsb of the p-value of the tested hypothesis
 * @param clb of the probability under the other hypothesis
 * @param cls of their ratio, the toys of the two hypotheses being independent
 * @param expected of the five expectations
 */
public record ToyErrors(double clsb, double clb, double cls, double[] expected) {

  static ToyErrors of(double clsb, int tests, double clb, int alternatives, double[] expected) {
    double first = binomial(clsb, tests);
    double second = binomial(clb, alternatives);
    double ratio = clb > 0 ? Math.hypot(first, second * clsb / clb) / clb : Double.NaN;
    return new ToyErrors(first, second, ratio, expected);
  }

  /** The error of a share of toys. */
  static double binomial(double share, int toys) {
    double p = Math.clamp(share, 1.0 / (toys + 1), toys / (toys + 1.0));
    return Math.sqrt(p * (1 - p) / toys);
  }

  /**
   * The error of a quantile.
   *
   * @param ascending the values
   * @param share of them that lies below it
   */
  static double quantile(double[] ascending, double share) {
    int n = ascending.length;
    double deviation = Math.sqrt(n * share * (1 - share));
    int low = Math.clamp((long) Math.floor(share * (n - 1) - deviation), 0, n - 1);
    int high = Math.clamp((long) Math.ceil(share * (n - 1) + deviation), 0, n - 1);
    return 0.5 * (ascending[high] - ascending[low]);
  }
}
