package org.dipscope.core.neyman;

import java.util.Arrays;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * Expected counts that follow a signal strength: &lambda;<sub>i</sub>(&mu;) = &mu; S<sub>i</sub> +
 * &radic;&mu; I<sub>i</sub> + B<sub>i</sub>, with the signal S, its interference I with the
 * background B, and &mu; &ge; 0. In s = &radic;&mu; it is a polynomial without a singular point.
 * Immutable.
 */
public final class StrengthModel {
  private static final int CHECKED = 400;

  private final double[] signal;
  private final double[] interference;
  private final double[] background;

  /**
   * Expected counts of some bins.
   *
   * @param signal S per bin
   * @param interference I per bin, zeros for none
   * @param background B per bin, not negative
   * @throws ProblemException if the lengths differ, there is no bin, or a number is not finite
   */
  public StrengthModel(double[] signal, double[] interference, double[] background) {
    this.signal = signal.clone();
    this.interference = interference.clone();
    this.background = background.clone();
    int bins = signal.length;
    if (bins == 0 || interference.length != bins || background.length != bins) {
      throw bad(
          "The model has %d signal, %d interference and %d background bins."
              .formatted(bins, interference.length, background.length),
          "Give the same number of bins, at least one, to each.");
    }
    for (int i = 0; i < bins; i++) {
      if (!Double.isFinite(signal[i]) || !Double.isFinite(interference[i])) {
        throw bad(
            "Bin %d has the signal %s and the interference %s."
                .formatted(i + 1, signal[i], interference[i]),
            "Give finite numbers.");
      }
      if (!(background[i] >= 0 && background[i] < Double.POSITIVE_INFINITY)) {
        throw bad(
            "Bin %d has the background %s.".formatted(i + 1, background[i]),
            "Give a finite number that is not negative.");
      }
    }
  }

  /** A signal that does not interfere. */
  public static StrengthModel withoutInterference(double[] signal, double[] background) {
    return new StrengthModel(signal, new double[signal.length], background);
  }

  private static ProblemException bad(String message, String hint) {
    return new ProblemException(Problem.badInput(message, hint));
  }

  /**
   * Checks that no bin expects a negative number, or none but cannot help it, anywhere in a range.
   *
   * @throws ProblemException naming the bin and the strength
   */
  public void requirePositive(StrengthRange range) {
    for (int k = 0; k <= CHECKED; k++) {
      double s = range.rootLow() + k * (range.rootHigh() - range.rootLow()) / CHECKED;
      for (int i = 0; i < bins(); i++) {
        double rate = rate(i, s);
        if (rate < -1e-9 * (background[i] + s * s * Math.abs(signal[i]))) {
          throw bad(
              "Bin %d expects %.4g events at the signal strength %.4g."
                  .formatted(i + 1, rate, s * s),
              "The interference exceeds signal plus background there: check the templates, or"
                  + " narrow the range of the strength.");
        }
      }
    }
  }

  /** The number of bins. */
  public int bins() {
    return signal.length;
  }

  /** Whether any bin interferes. */
  public boolean interferes() {
    return Arrays.stream(interference).anyMatch(i -> i != 0);
  }

  /** S of a bin. */
  double signal(int bin) {
    return signal[bin];
  }

  /** I of a bin. */
  double interference(int bin) {
    return interference[bin];
  }

  /** &lambda; of a bin at s = &radic;&mu;. */
  double rate(int bin, double s) {
    return background[bin] + s * (interference[bin] + s * signal[bin]);
  }

  /** d&lambda;/ds of a bin. */
  double slope(int bin, double s) {
    return interference[bin] + 2 * s * signal[bin];
  }

  /** &lambda; of every bin at a strength &mu; &ge; 0. */
  public double[] rates(double strength) {
    double s = Math.sqrt(strength);
    double[] rates = new double[bins()];
    Arrays.setAll(rates, i -> rate(i, s));
    return rates;
  }

  /**
   * Fisher information of one experiment on s = &radic;&mu;: &Sigma; (d&lambda;/ds)&sup2;/&lambda;.
   */
  double information(double s) {
    double sum = 0;
    for (int i = 0; i < bins(); i++) {
      double slope = slope(i, s);
      if (slope != 0) {
        sum += slope * slope / Math.max(rate(i, s), 1e-3 * slope * slope);
      }
    }
    return sum;
  }
}
