package org.dipscope.neural.significance;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.dipscope.core.bump.BackgroundChoice;
import org.dipscope.core.bump.BumpData;
import org.dipscope.core.bump.MaskedBins;
import org.dipscope.core.bump.SignalWidths;
import org.dipscope.core.bump.SignificanceEstimator;
import org.dipscope.core.bump.ZCurve;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.dipscope.neural.training.ArrayFile;
import org.dipscope.neural.training.ComputeDevice;

/**
 * Significance as a network has learnt it, with the uncertainty that it quotes. Each thread opens
 * its own copy of the network at the first call; close it when nobody uses it any more.
 *
 * <p>The network needs every bin: it sees masked bins {@link BackgroundChoice#filled filled}.
 */
public final class NetworkEstimator implements SignificanceEstimator, AutoCloseable {
  private static final int LEAST_BINS = 5;
  private static final int MOST_BINS = 10_000;
  private static final double LARGEST_WIDTH = 4;
  private static final int FEWEST_SUITABLE = 15;
  private static final int MOST_SUITABLE = 2000;

  private final ArrayFile content;
  private final SignalWidths widths;
  private final Mode mode;
  private final Queue<SignificanceNetwork> opened = new ConcurrentLinkedQueue<>();
  private final ThreadLocal<SignificanceNetwork> networks = ThreadLocal.withInitial(this::open);

  /**
   * From a network.
   *
   * @param widths of 1, 2, 3 and 4 bins
   * @throws ProblemException for other widths
   */
  public NetworkEstimator(ArrayFile content, SignalWidths widths) {
    this.content = content;
    this.widths = widths;
    boolean known = widths.inBins();
    for (double sigma : widths.sigma().toArray()) {
      known &= knows(sigma);
    }
    if (!known) {
      throw new ProblemException(
          Problem.usage(
              "The network knows signals of 1, 2, 3 and 4 bins, not of " + widths.sigma() + ".",
              "Use --widths 1,2,3,4 or some of them, or the estimator profile."));
    }
    mode = widths.sigma().equals(Values.of(1)) ? Mode.NARROW : Mode.MIXED;
  }

  /** Whether a network is a good choice for so many bins, if nobody asks for it. */
  public static boolean suits(int bins) {
    return bins >= FEWEST_SUITABLE && bins <= MOST_SUITABLE;
  }

  /** Whether networks are trained for signals of this width in bins. */
  public static boolean knows(double sigmaBins) {
    return sigmaBins >= 1 && sigmaBins <= LARGEST_WIDTH && sigmaBins == Math.rint(sigmaBins);
  }

  @Override
  public String id() {
    return "bumpnet";
  }

  @Override
  public String definition() {
    return "signed z over a background that the network has learnt to see, with its own error";
  }

  @Override
  public Worker worker() {
    SignificanceNetwork network = networks.get();
    return new Worker() {
      @Override
      public ZCurve scan(BumpData data) {
        return NetworkEstimator.this.scan(network, data);
      }

      @Override
      public List<String> warnings(BumpData data) {
        return network.info().warnings(BackgroundChoice.filled(data).counts().toArray());
      }
    };
  }

  private SignificanceNetwork open() {
    SignificanceNetwork network =
        SignificanceNetwork.of(
            content, "of this program", ComputeDevice.choose(ComputeDevice.Choice.CPU, 1));
    opened.add(network);
    return network;
  }

  /** Frees the networks of all threads. */
  @Override
  public void close() {
    opened.forEach(SignificanceNetwork::close);
    opened.clear();
  }

  private ZCurve scan(SignificanceNetwork network, BumpData data) {
    int bins = data.bins();
    if (bins < LEAST_BINS || bins > MOST_BINS) {
      throw new ProblemException(
          Problem.badInput(
              "\"" + data.id() + "\" has " + bins + " bins.",
              "The network needs 5 to 10000 bins; use the estimator profile or known-background."));
    }
    if (data.counts().sum() == 0) {
      throw new ProblemException(
          Problem.badInput(
              "\"" + data.id() + "\" holds no events.", "Give a spectrum with events in it."));
    }
    double[] counts = BackgroundChoice.filled(data).counts().toArray();
    Significance found =
        network.significance(List.of(counts), mode, widths.sigma(), widths.deficit()).getFirst();
    Binning binning = data.binning();
    double[] low = new double[bins];
    double[] high = new double[bins];
    double[] width = found.width().toArray();
    for (int i = 0; i < bins; i++) {
      double reach = 2 * width[i] * binning.width(i);
      low[i] = Math.max(binning.low(0), binning.centre(i) - reach);
      high[i] = Math.min(binning.high(bins - 1), binning.centre(i) + reach);
    }
    Values error = open(found.error(), data.masked());
    return new ZCurve(
        open(found.z(), data.masked()),
        error,
        error.map(e -> e * e / (1 + e * e)),
        found.width(),
        Values.of(low),
        Values.of(high),
        found.background());
  }

  private static Values open(Values perBin, MaskedBins masked) {
    return Values.of(masked.replaced(perBin.toArray(), Double.NaN));
  }
}
