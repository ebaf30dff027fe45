package org.dipscope.core.bump;

import java.util.Arrays;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.math.Normal;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * A Gaussian signal of one event centred on each bin in turn, integrated over the bins: s_i =
 * &Phi;((e_{i+1} &minus; m)/&sigma;) &minus; &Phi;((e_i &minus; m)/&sigma;), m the centre of the
 * tested bin, cut at 5 &sigma;. Immutable.
 *
 * <p>Stored by distance: row k holds, for every tested bin j, what falls into bin j + k. Loops over
 * j are then free of dependences.
 */
public final class SignalShape {
  /** Where the Gaussian is cut, in standard deviations. */
  static final double REACH_SIGMA = 5;

  private static final long MOST_NUMBERS = 50_000_000;

  private final int bins;
  private final int reach;
  private final double[][] rows;

  private SignalShape(int bins, int reach) {
    if (bins * (2L * reach + 1) > MOST_NUMBERS) {
      throw new ProblemException(
          Problem.badInput(
              "A signal that spans " + (2L * reach + 1) + " of " + bins + " bins is too wide.",
              "Join bins, or look for a narrower signal."));
    }
    this.bins = bins;
    this.reach = reach;
    rows = new double[2 * reach + 1][bins];
  }

  /**
   * In bins of equal width.
   *
   * @param bins the number of bins, at least 1
   * @param sigmaBins &sigma; in bins, positive
   */
  public static SignalShape uniform(int bins, double sigmaBins) {
    requireWidth(sigmaBins);
    SignalShape shape =
        new SignalShape(bins, (int) Math.min(bins - 1, Math.ceil(REACH_SIGMA * sigmaBins - 0.5)));
    for (int k = -shape.reach; k <= shape.reach; k++) {
      double share = Normal.between((k - 0.5) / sigmaBins, (k + 0.5) / sigmaBins);
      Arrays.fill(shape.row(k), share);
    }
    return shape;
  }

  /** With one &sigma; for all bins, in the unit of the axis. */
  public static SignalShape ofSigma(Binning binning, double sigma) {
    requireWidth(sigma);
    double[] sigmas = new double[binning.count()];
    Arrays.fill(sigmas, sigma);
    return new Builder(binning, sigmas).build();
  }

  /** With &sigma; a number of times the width of the tested bin, as in bins that follow it. */
  public static SignalShape ofBins(Binning binning, double sigmaBins) {
    requireWidth(sigmaBins);
    if (isUniform(binning)) {
      return uniform(binning.count(), sigmaBins);
    }
    double[] sigmas = new double[binning.count()];
    for (int j = 0; j < sigmas.length; j++) {
      sigmas[j] = sigmaBins * binning.width(j);
    }
    return new Builder(binning, sigmas).build();
  }

  private static boolean isUniform(Binning binning) {
    double mean = (binning.high(binning.count() - 1) - binning.low(0)) / binning.count();
    for (int j = 0; j < binning.count(); j++) {
      if (Math.abs(binning.width(j) - mean) > 1e-9 * mean) {
        return false;
      }
    }
    return true;
  }

  private static void requireWidth(double sigma) {
    if (!(sigma > 0 && Double.isFinite(sigma))) {
      throw new ProblemException(
          Problem.usage("A signal of width " + sigma + " is none.", "Give a positive width."));
    }
  }

  /** How many bins can be tested. */
  public int bins() {
    return bins;
  }

  /** How many bins the signal reaches to either side of the tested one at most. */
  public int reach() {
    return reach;
  }

  /** What of a signal centred on one bin falls into another. */
  public double share(int centre, int bin) {
    return Math.abs(bin - centre) > reach ? 0 : row(bin - centre)[centre];
  }

  /** What of each signal falls into the bin at a distance from its own; not to be changed. */
  double[] row(int distance) {
    return rows[distance + reach];
  }

  /** Fills a shape whose width differs from bin to bin. */
  private record Builder(Binning binning, double[] sigmas) {

    SignalShape build() {
      int bins = binning.count();
      int widest = 0;
      for (int j = 0; j < bins; j++) {
        widest = Math.max(widest, Math.max(j - first(j), last(j) - j));
      }
      SignalShape shape = new SignalShape(bins, widest);
      for (int j = 0; j < bins; j++) {
        double centre = binning.centre(j);
        for (int i = first(j); i <= last(j); i++) {
          shape.row(i - j)[j] =
              Normal.between(
                  (binning.low(i) - centre) / sigmas[j], (binning.high(i) - centre) / sigmas[j]);
        }
      }
      return shape;
    }

    private int first(int j) {
      double low = binning.centre(j) - REACH_SIGMA * sigmas[j];
      return low <= binning.low(0) ? 0 : binning.indexOf(low);
    }

    private int last(int j) {
      double high = binning.centre(j) + REACH_SIGMA * sigmas[j];
      int end = binning.count() - 1;
      return high >= binning.high(end) ? end : binning.indexOf(high);
    }
  }
}
