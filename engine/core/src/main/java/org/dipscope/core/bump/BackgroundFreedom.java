package org.dipscope.core.bump;

import java.util.Arrays;
import org.dipscope.core.math.Cholesky;

/**
 * How much of a signal a fitted background could take over: with u = V^(&minus;&frac12;) s
 * normalised and P the projector on V^(&minus;&frac12;) &part;b/&part;&theta;, &kappa; = u&#7488; P
 * u. An estimate of z that lets the signal float has the variance &kappa;/(1 &minus; &kappa;), the
 * fit of the background alone the bias &minus;&kappa;z, and the profile likelihood the mean
 * z&radic;(1 &minus; &kappa;). Masked bins are in none of the sums.
 */
final class BackgroundFreedom {
  /** Between this many bins &kappa; is interpolated, except where a signal meets a mask. */
  private static final int COMPUTED = 500;

  private final BackgroundShape shape;
  private final double[] theta;
  private final double[] rate;
  private final double[] factor;
  private final boolean isDetermined;
  private final MaskedBins masked;
  private final double[] weight;
  private final double[] pull;

  BackgroundFreedom(BackgroundShape shape, double[] theta, double[] rate, MaskedBins masked) {
    this.shape = shape;
    this.theta = theta;
    this.rate = rate;
    this.masked = masked;
    factor = BackgroundFit.information(shape, theta, rate, masked.flags(rate.length));
    isDetermined = Cholesky.factorise(factor, shape.size()) < 0;
    weight = new double[rate.length];
    pull = new double[shape.size()];
  }

  /** &kappa; of the signal at every bin; NaN where it is masked. */
  double[] kappa(SignalShape signal) {
    int bins = rate.length;
    int stride = 1 + bins / COMPUTED;
    double[] kappa = new double[bins];
    for (int j = 0; j < bins; j += stride) {
      kappa[j] = kappa(signal, j);
    }
    if (stride > 1) {
      kappa[bins - 1] = kappa(signal, bins - 1);
      for (int j = 0; j < bins - 1; j++) {
        int low = j / stride * stride;
        int high = Math.min(low + stride, bins - 1);
        kappa[j] =
            masked.meets(low - signal.reach(), high + signal.reach())
                ? kappa(signal, j)
                : kappa[low] + (kappa[high] - kappa[low]) * (j - low) / (high - low);
      }
    }
    return kappa;
  }

  private double kappa(SignalShape signal, int j) {
    if (masked.has(j)) {
      return Double.NaN;
    }
    int first = Math.max(0, j - signal.reach());
    int last = Math.min(rate.length - 1, j + signal.reach());
    double norm = 0;
    for (int i = first; i <= last; i++) {
      double s = signal.share(j, i);
      weight[i] = rate[i] > 0 && !masked.has(i) ? s / rate[i] : 0;
      norm += s * weight[i];
    }
    shape.pull(theta, rate, weight, pull);
    Arrays.fill(weight, first, last + 1, 0);
    if (!isDetermined || !(norm > 0)) {
      return 1;
    }
    double[] solved = pull.clone();
    Cholesky.solve(factor, shape.size(), solved);
    double overlap = 0;
    for (int k = 0; k < pull.length; k++) {
      overlap += pull[k] * solved[k];
    }
    return Math.clamp(overlap / norm, 0, 1);
  }
}
