package org.dipscope.core.histogram;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * Exact central intervals for the mean of a Poisson count at 68.27 % confidence (F. Garwood,
 * Biometrika 28 (1936) 437): low = ½ χ²(α/2; 2n), high = ½ χ²(1 − α/2; 2n + 2) with α = 0.3173105…,
 * low = 0 for n = 0. Half a χ² with 2n degrees of freedom follows the Gamma distribution of shape
 * n, which also serves counts that are not whole numbers.
 *
 * @param low lower end, at least 0 and at most the count
 * @param high upper end, above the count
 */
public record Garwood(double low, double high) {
  /** The probability outside one standard deviation on one side, Φ(−1). */
  private static final double TAIL = 0.15865525393145707;

  /** Above this count the error of the two-term expansion is below 1e-9 of the count. */
  private static final double LARGE = 1e8;

  private static final int REMEMBERED = 100_000;

  /**
   * The interval for a count.
   *
   * @throws ProblemException if the count is negative or not finite
   */
  public static Garwood of(double count) {
    if (!(count >= 0 && count < Double.POSITIVE_INFINITY)) {
      throw new ProblemException(
          Problem.badInput(
              "There is no Poisson interval for the count " + count + ".",
              "Counts must be finite and not negative."));
    }
    if (count > LARGE) {
      return new Garwood(count - Math.sqrt(count), count + Math.sqrt(count) + 1);
    }
    double low = count == 0 ? 0 : GammaQuantile.lower(count, TAIL);
    return new Garwood(low, GammaQuantile.upper(count + 1, TAIL));
  }

  /** The lower ends for all bins. */
  public static Values lows(Values counts) {
    return map(counts, Garwood::low);
  }

  /** The upper ends for all bins. */
  public static Values highs(Values counts) {
    return map(counts, Garwood::high);
  }

  /** Equal counts, of which a spectrum of many bins is full, are computed once. */
  private static Values map(Values counts, ToDoubleFunction<Garwood> end) {
    Map<Double, Double> known = new HashMap<>();
    return counts.map(
        count -> {
          Double stored = known.get(count);
          if (stored == null) {
            stored = end.applyAsDouble(of(count));
            if (known.size() < REMEMBERED) {
              known.put(count, stored);
            }
          }
          return stored;
        });
  }
}
