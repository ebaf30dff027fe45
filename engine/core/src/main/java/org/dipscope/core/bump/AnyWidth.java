package org.dipscope.core.bump;

import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Values;

/**
 * One definition of z for signals of any width that it knows: what looks at a bump more closely
 * needs other widths than the scan that found it.
 *
 * @param kind how its z relates to the fitted strength of a signal, and which widths it knows
 * @param estimator makes it for one width; used by several threads
 */
public record AnyWidth(Kind kind, Function<SignalWidths, SignificanceEstimator> estimator) {
  private static final double NARROWEST = 0.5;
  private static final int WIDTHS = 13;
  private static final int WIDTHS_PER_OCTAVE = 3;
  private static final double MOST_OF_SPECTRUM = 0.25;
  private static final double NETWORK_WIDEST = 4;

  /** The window that makes most of a Gaussian spans &plusmn;1.4 &sigma;. */
  private static final double WINDOW_SIGMAS = 2.8;

  /** What an estimator makes of a signal of strength A with information I and freedom &kappa;. */
  public enum Kind {
    /** z = A &radic;I over a known background or one that the signal does not pull. */
    UNBIASED(0),
    /** The profile likelihood: z = A &radic;(I (1 &minus; &kappa;)). */
    PROFILED(0.5),
    /** A background fitted without signal: z = A &radic;I (1 &minus; &kappa;). */
    PULLED(1),
    /** A network: as unbiased, for &sigma; of 1, 2, 3 or 4 bins. */
    NETWORK(0),
    /** Windows of whole bins in place of Gaussians. */
    WINDOWS(0);

    private final double power;

    Kind(double power) {
      this.power = power;
    }

    /** z over A &radic;I. */
    double scale(double kappa) {
      return Math.pow(1 - kappa, power);
    }
  }

  /**
   * The widths for a map, increasing, in bins: three per octave from &frac12; to 8, as far as they
   * fit into a quarter of the spectrum.
   */
  public Values widths(int bins) {
    double widest = Math.max(1, MOST_OF_SPECTRUM * bins);
    DoubleStream all =
        switch (kind) {
          case NETWORK -> DoubleStream.of(1, 2, 3, NETWORK_WIDEST);
          case WINDOWS -> DoubleStream.of(1, 2, 3, 4, 6, 8, 12, 16);
          case UNBIASED, PROFILED, PULLED ->
              DoubleStream.iterate(0, k -> k < WIDTHS, k -> k + 1)
                  .map(k -> NARROWEST * Math.pow(2, k / WIDTHS_PER_OCTAVE));
        };
    return Values.of(all.filter(width -> width <= widest * (1 + 1e-9)).toArray());
  }

  /** Whether widths are those of windows, not &sigma;. */
  public boolean isWindow() {
    return kind == Kind.WINDOWS;
  }

  /** &sigma; of the Gaussian that a width stands for. */
  public double sigma(double width) {
    return isWindow() ? width / WINDOW_SIGMAS : width;
  }

  /**
   * The width that is looked for where one is asked for.
   *
   * @param width in the unit of the axis
   * @return in the unit of the axis: the same, or the nearest that is known in these bins
   */
  public double used(double width, Binning binning, int bin) {
    double inBins = width / binning.width(bin);
    return switch (kind) {
      case UNBIASED, PROFILED, PULLED -> width;
      case NETWORK -> Math.clamp(Math.rint(inBins), 1, NETWORK_WIDEST) * binning.width(bin);
      case WINDOWS ->
          Math.clamp(Math.rint(inBins), 1, Math.max(1, binning.count() / 2)) * binning.width(bin);
    };
  }

  /** What looks for a width given in the unit of the axis. */
  SignificanceEstimator.Worker worker(double width, Binning binning, int bin, boolean deficit) {
    boolean inBins = kind == Kind.NETWORK || kind == Kind.WINDOWS;
    double given = inBins ? Math.rint(width / binning.width(bin)) : width;
    return estimator.apply(new SignalWidths(Values.of(given), inBins, deficit)).worker();
  }

  /** Bumps and dips of one width in bins. */
  ZCurve scan(BumpData data, double width) {
    SignalWidths widths = new SignalWidths(Values.of(width), true, false);
    ZCurve excess = estimator.apply(widths).worker().scan(data);
    if (!isWindow()) {
      return excess;
    }
    SignalWidths below = new SignalWidths(widths.sigma(), true, true);
    return TwoSided.of(excess, estimator.apply(below).worker().scan(data)).both();
  }
}
