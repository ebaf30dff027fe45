package org.dipscope.core.bump;

import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Values;

/**
 * A significance per bin. Masked bins have none: z, error and &kappa; are NaN there.
 *
 * @param z signed; of several widths the largest (or of dips the smallest)
 * @param error what an unknown background does to it: the standard deviation of an unbiased
 *     estimate around the z of the true background, &radic;(&kappa;/(1 &minus; &kappa;))
 * @param kappa &kappa;: the part of the signal that the background could mimic, 0 to 1
 * @param width of the signal that gives z, in bins
 * @param low where the signal or window of a bin begins, in the unit of the axis
 * @param high where it ends: for a Gaussian two standard deviations around the bin
 * @param background the expected events that z stands on and toys are drawn from
 */
public record ZCurve(
    Values z,
    Values error,
    Values kappa,
    Values width,
    Values low,
    Values high,
    Values background) {
  /** Above this &kappa; the background can mimic most of the signal. */
  public static final double DECIDABLE = 0.5;

  /** Whether a bin is left undecided by the data alone. */
  public boolean isDecidable(int bin) {
    return kappa.get(bin) <= DECIDABLE;
  }

  /** The most significant bin that is not masked: the largest z, or of deficits the smallest. */
  public int peak(boolean deficit) {
    int best = 0;
    for (int i = 1; i < z.size(); i++) {
      boolean isBetter = deficit ? z.get(i) < z.get(best) : z.get(i) > z.get(best);
      best = isBetter || Double.isNaN(z.get(best)) ? i : best;
    }
    return best;
  }

  /**
   * The 68 % interval of the mass of a signal at a bin: where z&sup2; lies less than 1 below its
   * value there, between the centres of bins on a straight line. Masked bins are passed over.
   *
   * @return its two ends, within the centres of the first and last bin
   */
  public double[] massInterval(Binning binning, int peak) {
    return new double[] {end(binning, peak, -1), end(binning, peak, 1)};
  }

  private double end(Binning binning, int peak, int direction) {
    double level = Math.sqrt(Math.max(0, z.get(peak) * z.get(peak) - 1));
    double sign = Math.signum(z.get(peak));
    int last = peak;
    for (int i = peak + direction; i >= 0 && i < z.size(); i += direction) {
      double here = sign * z.get(last);
      double next = sign * z.get(i);
      if (next < level) {
        double share = (here - level) / (here - next);
        return binning.centre(last) + share * (binning.centre(i) - binning.centre(last));
      }
      last = Double.isNaN(next) ? last : i;
    }
    return binning.centre(last);
  }
}
