package org.dipscope.core.likelihood;

/**
 * How a nuisance parameter &theta; with prior width &sigma; changes the expected rate; a =
 * &sigma;&theta; is its amplitude. The full formula stands at {@link Likelihood}.
 */
public sealed interface NuisanceKind {

  /** All rates times exp(a): the luminosity, log-normal. */
  record Luminosity() implements NuisanceKind {}

  /** Reconstructed masses times 1 + a, to first order through the templates' scale slope. */
  record MassScale() implements NuisanceKind {}

  /** Relative mass resolution times 1 + a, to first order through the resolution slope. */
  record Resolution() implements NuisanceKind {}

  /** The background in a bin times exp(a s), with a shape s that depends on the bin. */
  sealed interface BackgroundShape extends NuisanceKind {
    /** s in the bin with this number and centre. */
    double exponent(int bin, double massGeV);
  }

  /** s = 1: the background normalisation, log-normal. */
  record Normalisation() implements BackgroundShape {
    @Override
    public double exponent(int bin, double massGeV) {
      return 1;
    }
  }

  /**
   * s = ln(m/pivot): a tilt of the spectrum in ln m that leaves the pivot alone. Zero for masses
   * that are not positive.
   *
   * @param pivotGeV the mass at which nothing changes
   */
  record Tilt(double pivotGeV) implements BackgroundShape {
    @Override
    public double exponent(int bin, double massGeV) {
      return massGeV > 0 ? Math.log(massGeV / pivotGeV) : 0;
    }
  }

  /**
   * s = exp(&minus;(m &minus; threshold)/decay) above the threshold and 1 below: what a bound state
   * or missing threshold corrections would add near 2m<sub>t</sub>.
   *
   * @param thresholdGeV usually 2m<sub>t</sub>
   * @param decayGeV the distance over which the term falls to 1/e
   */
  record Threshold(double thresholdGeV, double decayGeV) implements BackgroundShape {
    @Override
    public double exponent(int bin, double massGeV) {
      return Math.exp(-Math.max(0, massGeV - thresholdGeV) / decayGeV);
    }
  }
}
