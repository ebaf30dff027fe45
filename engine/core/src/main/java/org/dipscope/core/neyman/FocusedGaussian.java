package org.dipscope.core.neyman;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The focused statistic of a Gaussian measurement x ~ N(&mu;, &sigma;&sup2;) with the focus N(m,
 * &tau;&sup2;) and no bound on &mu;, in closed form. With S&sup2; = &sigma;&sup2; + &tau;&sup2;, T
 * = (x &minus; &mu;)&sup2;/&sigma;&sup2; &minus; (x &minus; m)&sup2;/S&sup2; +
 * ln(&sigma;&sup2;/S&sup2;) = A (x &minus; x<sub>c</sub>)&sup2; + K: a parabola around
 * x<sub>c</sub> = &mu; + (&sigma;&sup2;/&tau;&sup2;)(&mu; &minus; m), so that its quantile is one
 * of a noncentral &chi;&sup2; of one degree of freedom. It is the asymptotic form for any regular
 * likelihood far from bounds.
 *
 * @param deviation &sigma; &gt; 0
 * @param mean m
 * @param width &tau; &gt; 0
 */
public record FocusedGaussian(double deviation, double mean, double width) {

  /** T(x; &mu;). */
  public double statistic(double x, double mu) {
    double sum = deviation * deviation + width * width;
    double pull = (x - mu) / deviation;
    return pull * pull - (x - mean) * (x - mean) / sum + Math.log(deviation * deviation / sum);
  }

  /** The quantile of T at a strength and a level in (0, 1). */
  public double critical(double mu, double level) {
    double ratio = deviation * deviation / (width * width);
    double centre = mu + ratio * (mu - mean);
    double sum = deviation * deviation + width * width;
    double slope = width * width / (deviation * deviation * sum);
    double shift = ratio * (mu - mean) / deviation;
    double squared = deviation * deviation * noncentralQuantile(level, shift * shift);
    double least = statistic(centre, mu);
    return slope * squared + least;
  }

  /** The quantile of a noncentral &chi;&sup2; distribution with one degree of freedom. */
  private static double noncentralQuantile(double level, double noncentrality) {
    double root = Math.sqrt(noncentrality);
    double low = 0;
    double high = root + 40;
    for (int step = 0; step < 200 && high - low > 1e-15 * high; step++) {
      double middle = 0.5 * (low + high);
      if (within(middle, root) < level) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double h = 0.5 * (low + high);
    return h * h;
  }

  /** P(|Z + root| &le; h) of a standard Gaussian Z. */
  private static double within(double h, double root) {
    return NormalDistribution.of(0, 1).probability(-h - root, h - root);
  }
}
