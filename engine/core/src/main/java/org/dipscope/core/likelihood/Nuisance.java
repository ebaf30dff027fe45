package org.dipscope.core.likelihood;

/**
 * One nuisance parameter &theta;. Its amplitude is a = &sigma;&theta;, where &sigma; is the prior
 * width, and &theta; has a unit Gaussian constraint; so &theta; = 1 is a shift by one prior
 * standard deviation.
 *
 * @param name what to call it in tables of pulls; unique within a set
 * @param kind what it does to the rate
 * @param priorWidth &sigma; &gt; 0, relative (0.025 means 2.5 %); positive infinity leaves the
 *     parameter free, and its amplitude is then &theta; itself
 */
public record Nuisance(String name, NuisanceKind kind, double priorWidth) {

  /** Checks the prior width. */
  public Nuisance {
    if (!(priorWidth > 0)) {
      throw Checks.bad(
          "The prior width of " + name + " is " + priorWidth + ".",
          "Give a positive width, or leave the nuisance out.");
    }
  }

  /** The same parameter without a constraint. */
  public Nuisance free() {
    return new Nuisance(name, kind, Double.POSITIVE_INFINITY);
  }

  /** The same parameter with another prior width. */
  public Nuisance withPriorWidth(double width) {
    return new Nuisance(name, kind, width);
  }

  /** Whether a Gaussian constraint holds the parameter. */
  public boolean isConstrained() {
    return priorWidth < Double.POSITIVE_INFINITY;
  }

  /** The amplitude of one unit of &theta;. */
  double scale() {
    return isConstrained() ? priorWidth : 1;
  }

  /** The largest |&theta;| a fit may reach: a factor e<sup>10</sup>, or a shift by 100 %. */
  double bound() {
    boolean exponential =
        kind instanceof NuisanceKind.Luminosity || kind instanceof NuisanceKind.BackgroundShape;
    return (exponential ? 10 : 1) / scale();
  }

  /** The largest change of &theta; in one Newton step. */
  double stepLimit() {
    return Math.max(1, bound() / 10);
  }
}
