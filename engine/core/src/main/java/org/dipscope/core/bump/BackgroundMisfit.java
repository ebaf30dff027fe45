package org.dipscope.core.bump;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dipscope.core.histogram.Values;

/**
 * Whether a background describes a spectrum at all. A typical bin tells: the median of |n &minus;
 * b|/&radic;b, in units of that of a normal variable, which a signal in few bins leaves alone.
 */
public final class BackgroundMisfit {
  private static final double NORMAL_MEDIAN = 0.6745;
  private static final double POOR = Math.sqrt(3);
  private static final int MANY = 100;

  private BackgroundMisfit() {}

  /**
   * How many standard deviations a typical bin is off, near 1 for a good background.
   *
   * @param background one number per bin; bins without any do not count
   */
  static double typical(BumpData data, Values background) {
    double[] pulls =
        IntStream.range(0, data.bins())
            .filter(i -> !data.masked().has(i) && background.get(i) > 0)
            .mapToDouble(
                i ->
                    Math.abs(data.counts().get(i) - background.get(i))
                        / Math.sqrt(background.get(i)))
            .sorted()
            .toArray();
    return pulls.length == 0 ? Double.NaN : pulls[pulls.length / 2] / NORMAL_MEDIAN;
  }

  /** What to say if a background misses a spectrum. */
  public static Optional<String> warning(BumpData data, Values background) {
    double typical = background.size() == 0 ? 0 : typical(data, background);
    String much = typical < MANY ? String.format(Locale.ROOT, "%.1f", typical) : "over " + MANY;
    return typical > POOR
        ? Optional.of(
            "The background misses the spectrum: a typical bin is "
                + much
                + " standard deviations off. No z here can be trusted.")
        : Optional.empty();
  }
}
