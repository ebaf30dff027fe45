package org.dipscope.core.event;

import org.dipscope.core.histogram.Binning;

/**
 * Bins for values of which nothing is known but their profile. The range leaves out far tails, what
 * lies outside is under- and overflow; the width follows D. Freedman and P. Diaconis (Z.
 * Wahrscheinlichkeitstheorie 57 (1981) 453), h = 2 IQR n^(−1/3), rounded to 1, 2 or 5 times a power
 * of ten; whole numbers lie in the middle of their bins.
 */
public final class AutomaticBinning {
  private static final int LEAST = 20;
  private static final int MOST = 100;
  private static final double TAIL = 0.005;

  /** A range this much longer than that between the tails has far outliers. */
  private static final double FAR = 2;

  private AutomaticBinning() {}

  /** The bins; from 0 to 1 if there is no finite value. */
  public static Binning of(ValueProfile profile) {
    if (profile.sample().isEmpty()) {
      return Binning.uniform(1, 0, 1);
    }
    double low = finite(profile.minimum(), profile.quantile(0));
    double high = finite(profile.maximum(), profile.quantile(1));
    double tailLow = profile.quantile(TAIL);
    double tailHigh = profile.quantile(1 - TAIL);
    double inner = tailHigh - tailLow;
    if (inner > 0 && high - low > FAR * inner) {
      low = Math.max(low, tailLow - 0.5 * inner);
      high = Math.min(high, tailHigh + 0.5 * inner);
    }
    if (!(high > low)) {
      return constant(low);
    }
    return profile.whole() ? whole(profile, low, high) : real(profile, low, high);
  }

  private static double finite(double value, double otherwise) {
    return Double.isFinite(value) ? value : otherwise;
  }

  private static Binning constant(double value) {
    double half = Math.max(0.5, 1e-6 * Math.abs(value));
    return Binning.uniform(1, value - half, value + half);
  }

  private static Binning whole(ValueProfile profile, double low, double high) {
    double first = Math.rint(low);
    double span = Math.rint(high) - first + 1;
    if (span > 1e9 || first - 0.5 == first || high + 0.5 == high) {
      return real(profile, low, high);
    }
    double width = span <= MOST ? 1 : Math.max(1, Math.rint(nice(width(profile, low, high))));
    int count = (int) Math.ceil(span / width);
    return Binning.uniform(count, first - 0.5, first - 0.5 + count * width);
  }

  private static Binning real(ValueProfile profile, double low, double high) {
    double width = nice(width(profile, low, high));
    boolean resolved = width >= Double.MIN_NORMAL && low + width > low && high - width < high;
    if (!resolved || !Double.isFinite(high - low)) {
      return Binning.of(low, high); // doubles cannot tell finer bins apart
    }
    double first = Math.floor(low / width + 1e-9);
    double last = Math.ceil(high / width - 1e-9);
    int count = (int) Math.max(1, last - first);
    return Binning.uniform(count, multiple(first, width), multiple(last, width));
  }

  /** How often the width fits, without the rounding of a decimal fraction: 3 · 0.1 is 0.3. */
  private static double multiple(double times, double width) {
    return width < 1 ? times / Math.rint(1 / width) : times * width;
  }

  /** Freedman and Diaconis, with a number of bins that a screen can show. */
  private static double width(ValueProfile profile, double low, double high) {
    double iqr = profile.quantile(0.75) - profile.quantile(0.25);
    double wanted = 2 * iqr / Math.cbrt((double) Math.max(1, profile.values()));
    double range = high - low;
    return Math.clamp(wanted, range / MOST, range / LEAST);
  }

  /** The next larger 1, 2 or 5 times a power of ten. */
  private static double nice(double width) {
    double power = Math.pow(10, Math.floor(Math.log10(width)));
    double digits = width / power;
    double rounded = digits <= 1.001 ? 1 : digits <= 2.001 ? 2 : digits <= 5.001 ? 5 : 10;
    return rounded * power;
  }
}
