package org.dipscope.core.bump;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.math.ChiSquare;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The BumpHunter (G. Choudalakis, arXiv:1101.0390): the most unlikely window of neighbouring bins.
 * For an excess p = P(N &ge; n), for a deficit p = P(N &le; n), N Poisson of the expectation in the
 * window. With side-bands the expectation is scaled to the events outside the window, and these
 * fluctuate as well, which makes p a binomial tail.
 *
 * <p>No window contains a masked bin, and side-bands leave masked bins out.
 *
 * <p>z of a bin is that of the most significant window that contains it, below 0 if that window
 * lies on the other side of the expectation.
 *
 * @param widths of the windows in bins; empty for 1 to half of the bins, or as many widths as make
 *     two million windows
 * @param deficit whether dips are looked for
 * @param sideBands whether the normalisation of the background comes from outside the window
 * @param family what is fitted where no background is known; null for a log-polynomial of BIC
 */
public record BumpHunter(
    Values widths, boolean deficit, boolean sideBands, @Nullable BackgroundFamily family)
    implements SignificanceEstimator {
  private static final long MOST_WINDOWS = 2_000_000;

  /** Checks the widths. */
  public BumpHunter {
    for (double width : widths.toArray()) {
      if (!(width >= 1 && width == Math.rint(width) && width <= Integer.MAX_VALUE)) {
        throw new ProblemException(
            Problem.usage(
                "A window of " + width + " bins is not possible.",
                "Give whole numbers of bins, such as 1,2,3,4."));
      }
    }
  }

  @Override
  public String id() {
    return "bumphunter";
  }

  @Override
  public String definition() {
    return "significance of the most unlikely window over each bin; background "
        + (sideBands ? "normalised to the side-bands" : "as given or fitted");
  }

  /** The most unlikely window. */
  public BumpWindow best(BumpData data) {
    return scan(data, background(data)).best();
  }

  /**
   * The window in which several channels of the same bins are most unlikely together.
   *
   * @return one window per channel, all over the same bins
   * @throws ProblemException if the channels differ in their bins
   */
  public List<BumpWindow> best(List<BumpData> channels) {
    List<WindowScan> scans = new ArrayList<>();
    for (BumpData channel : channels) {
      if (!channel.binning().equals(channels.getFirst().binning())) {
        throw new ProblemException(
            Problem.badInput(
                "\"%s\" has other bins than \"%s\"."
                    .formatted(channel.id(), channels.getFirst().id()),
                "Combine channels with the same bins."));
      }
      double[] background = background(channel);
      for (int i = 0; i < background.length; i++) {
        background[i] = Math.max(background[i], Double.MIN_NORMAL);
      }
      scans.add(scan(channel, background));
    }
    return WindowScan.best(scans);
  }

  /** The probability that the product of as many independent p-values is as small (Fisher). */
  public static double combined(List<BumpWindow> windows) {
    double sum = windows.stream().mapToDouble(BumpWindow::logP).sum();
    return ChiSquare.above(-2 * sum, 2.0 * windows.size());
  }

  private WindowScan scan(BumpData data, double[] background) {
    return new WindowScan(
        data.counts().toArray(),
        background,
        data.masked(),
        widths(data.bins()),
        deficit,
        sideBands);
  }

  /** How many windows are scanned. */
  long windows(BumpData data) {
    int bins = data.bins();
    int[] widths = widths(bins);
    if (data.masked().isEmpty()) {
      return Arrays.stream(widths).mapToLong(width -> Math.max(0, bins - width + 1)).sum();
    }
    long count = 0;
    int run = 0;
    for (int i = 0; i < bins; i++) {
      run = data.masked().has(i) ? 0 : run + 1;
      int longest = run;
      count += Arrays.stream(widths).filter(width -> width <= longest).count();
    }
    return count;
  }

  private int[] widths(int bins) {
    long most = Math.max(1, Math.min(bins / 2, MOST_WINDOWS / bins));
    int[] chosen =
        widths.isEmpty()
            ? IntStream.rangeClosed(1, (int) most).toArray()
            : Arrays.stream(widths.toArray()).mapToInt(width -> (int) width).sorted().toArray();
    if (chosen[0] > bins) {
      throw new ProblemException(
          Problem.badInput(
              "A window of %d bins does not fit into %d.".formatted(chosen[0], bins),
              "Give smaller windows with --widths."));
    }
    return chosen;
  }

  private double[] background(BumpData data) {
    return data.background() == null
        ? FittedBackground.of(data, family).rate
        : KnownEstimator.required(data);
  }

  @Override
  public Worker worker() {
    return new Worker() {
      @Override
      public ZCurve scan(BumpData data) {
        return curve(data);
      }

      @Override
      public double peak(BumpData data, boolean below) {
        double z = best(data).z();
        return below ? -z : z;
      }
    };
  }

  private ZCurve curve(BumpData data) {
    Binning binning = data.binning();
    int bins = data.bins();
    double[] background = background(data);
    double[] z = new double[bins];
    BumpWindow[] windows = new BumpWindow[bins];
    scan(data, background).cover(z, windows);
    double[] width = new double[bins];
    double[] low = new double[bins];
    double[] high = new double[bins];
    for (int j = 0; j < bins; j++) {
      BumpWindow window = windows[j];
      z[j] = window == null && !data.masked().has(j) ? 0 : z[j];
      width[j] = window == null ? 1 : window.last() - window.first() + 1;
      low[j] = binning.low(window == null ? j : window.first());
      high[j] = binning.high(window == null ? j : window.last());
    }
    double[] zero = new double[bins];
    Values none = Values.of(data.masked().replaced(zero, Double.NaN));
    return new ZCurve(
        Values.of(z),
        none,
        none,
        Values.of(width),
        Values.of(low),
        Values.of(high),
        Values.of(background));
  }
}
