package org.dipscope.core.neyman;

import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * Where a focused test statistic looks for short intervals: a weight over the signal strength,
 * chosen before the data are seen (arXiv:2507.17831). A wrong focus costs length, never coverage.
 * It is normalised over the parameter space with the quadrature that averages the likelihood.
 */
public sealed interface Focus {

  /** The weight at a strength, up to a constant. */
  double weight(double strength);

  /** The smallest strength with a weight. */
  default double low() {
    return 0;
  }

  /** The largest strength with a weight. */
  default double high() {
    return Double.POSITIVE_INFINITY;
  }

  /** The largest step of &mu; in which the weight hardly changes at a strength. */
  double scale(double strength);

  /**
   * A Gaussian, cut at the ends of the parameter space.
   *
   * @param mean its centre
   * @param deviation its standard deviation, &gt; 0
   */
  record Gaussian(double mean, double deviation) implements Focus {
    private static final double REACH = 9;

    /** Checks the numbers. */
    public Gaussian {
      require(
          Double.isFinite(mean) && deviation > 0 && deviation < 1e9,
          "The focus has the mean " + mean + " and the standard deviation " + deviation + ".",
          "Give a finite mean and a positive standard deviation.");
    }

    @Override
    public double weight(double strength) {
      double pull = (strength - mean) / deviation;
      return Math.exp(-0.5 * pull * pull);
    }

    @Override
    public double scale(double strength) {
      boolean near = Math.abs(strength - mean) < REACH * deviation;
      return near ? deviation : Double.POSITIVE_INFINITY;
    }
  }

  /**
   * The same weight everywhere between two strengths.
   *
   * @param low the smallest
   * @param high the largest
   */
  record TopHat(double low, double high) implements Focus {

    /** Checks the numbers. */
    public TopHat {
      require(
          low >= 0 && high > low && high < 1e9,
          "The focus reaches from " + low + " to " + high + ".",
          "Give 0 ≤ low < high.");
    }

    @Override
    public double weight(double strength) {
      return strength >= low && strength <= high ? 1 : 0;
    }

    @Override
    public double scale(double strength) {
      return Double.POSITIVE_INFINITY;
    }
  }

  /**
   * A gamma distribution: &mu;<sup>a&minus;1</sup> e<sup>&minus;r&mu;</sup>.
   *
   * @param shape a &ge; 1/2
   * @param rate r &gt; 0
   */
  record Gamma(double shape, double rate) implements Focus {

    /** Checks the numbers. */
    public Gamma {
      require(
          shape >= 0.5 && shape < 1e6 && rate > 0 && rate < 1e9,
          "The focus is a gamma distribution of shape " + shape + " and rate " + rate + ".",
          "Give a shape of at least 0.5 and a positive rate.");
    }

    @Override
    public double weight(double strength) {
      double mode = Math.max(0, shape - 1) / rate;
      double shifted = -rate * (strength - mode);
      return mode == 0
          ? Math.pow(strength, shape - 1) * Math.exp(shifted)
          : Math.exp((shape - 1) * Math.log(strength / mode) + shifted);
    }

    @Override
    public double scale(double strength) {
      return Math.sqrt(shape) / rate;
    }
  }

  /**
   * The user's own curve, linear between its points and zero outside.
   *
   * @param strength increasing strengths
   * @param density weights there, not negative and not all zero
   */
  record Tabulated(Values strength, Values density) implements Focus {

    /** Checks the numbers. */
    public Tabulated {
      boolean good = strength.size() == density.size() && strength.size() > 1;
      double total = 0;
      for (int i = 0; good && i < strength.size(); i++) {
        good =
            density.get(i) >= 0
                && density.get(i) < 1e300
                && strength.get(i) >= 0
                && strength.get(i) < 1e9
                && (i == 0 || strength.get(i) > strength.get(i - 1));
        total += density.get(i);
      }
      require(
          good && total > 0,
          "The focus is not a curve over the signal strength.",
          "Give two or more increasing strengths with weights that are not negative.");
    }

    @Override
    public double weight(double mu) {
      return mu < low() || mu > high() ? 0 : LinearCurve.at(strength, density, mu);
    }

    @Override
    public double low() {
      return strength.get(0);
    }

    @Override
    public double high() {
      return strength.get(strength.size() - 1);
    }

    @Override
    public double scale(double mu) {
      return (high() - low()) / strength.size();
    }
  }

  private static void require(boolean good, String message, String hint) {
    if (!good) {
      throw new ProblemException(Problem.usage(message, hint));
    }
  }
}
