package org.dipscope.core.histogram;

import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * Bins whose width follows the resolution: e_{k+1} = e_k + factor · σ(e_k), with the relative
 * resolution σ(m)/m = a ⊕ b/√m ⊕ c/m, where ⊕ adds in quadrature: constant, stochastic and noise
 * term of a calorimeter.
 *
 * @param constant a, without unit
 * @param stochastic b, in the root of the unit of m
 * @param noise c, in the unit of m
 * @param factor bin width in units of σ
 */
public record ResolutionBinning(double constant, double stochastic, double noise, double factor) {
  private static final int MOST_BINS = 100_000;

  /**
   * @throws ProblemException if a term is negative or not finite, all are 0, or the factor is not
   *     positive
   */
  public ResolutionBinning {
    boolean terms = isTerm(constant) && isTerm(stochastic) && isTerm(noise);
    if (!terms || constant + stochastic + noise == 0) {
      throw new ProblemException(
          Problem.usage(
              "The resolution %s ⊕ %s/√m ⊕ %s/m is none.".formatted(constant, stochastic, noise),
              "Give terms that are finite and not negative, one of them positive."));
    }
    if (!(factor > 0 && Double.isFinite(factor))) {
      throw new ProblemException(
          Problem.usage(
              "Bins of " + factor + " times the resolution are none.",
              "Give a positive factor, such as 1."));
    }
  }

  private static boolean isTerm(double term) {
    return term >= 0 && Double.isFinite(term);
  }

  /**
   * For the mass of several objects whose resolutions σ(p_T)/p_T are constant: width(m) = ½ √Σ
   * σ_i²(p_T = m/2), the bins of JHEP 02 (2025) 122, §2.2.2. A resonance then spans two bins.
   *
   * @param relativeResolutions one per object
   */
  public static ResolutionBinning ofObjects(double... relativeResolutions) {
    double squares = 0;
    for (double resolution : relativeResolutions) {
      squares += resolution * resolution;
    }
    return new ResolutionBinning(0.5 * Math.sqrt(squares), 0, 0, 0.5);
  }

  /** The resolution σ(m) in the unit of m, for a positive m. */
  public double sigma(double m) {
    return Math.sqrt(constant * constant * m * m + stochastic * stochastic * m + noise * noise);
  }

  /**
   * The bins from low on; the last is the first that reaches high, so that none is narrower than
   * the resolution.
   *
   * @throws ProblemException if low is not positive, high does not lie above it, or there would be
   *     more than 100,000 bins
   */
  public Binning between(double low, double high) {
    if (!(low > 0 && high > low && Double.isFinite(high))) {
      throw new ProblemException(
          Problem.usage(
              "Bins that follow a resolution cannot go from " + low + " to " + high + ".",
              "Start above 0, and end above the start."));
    }
    List<Double> edges = new ArrayList<>();
    double edge = low;
    edges.add(edge);
    while (edge < high) {
      double next = edge + factor * sigma(edge);
      if (edges.size() > MOST_BINS || !(next > edge)) {
        throw new ProblemException(
            Problem.usage(
                "More than %d bins would be needed from %s to %s.".formatted(MOST_BINS, low, high),
                "Give a larger resolution or factor."));
      }
      edges.add(next);
      edge = next;
    }
    return Binning.of(edges.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
