package org.dipscope.core.math;

import org.apache.commons.numbers.gamma.RegularizedGamma;

/** The &chi;&sup2; distribution. */
public final class ChiSquare {
  private ChiSquare() {}

  /**
   * P(X &gt; x).
   *
   * @param degrees of freedom, positive
   */
  public static double above(double x, double degrees) {
    return x <= 0 ? 1 : RegularizedGamma.Q.value(0.5 * degrees, 0.5 * x);
  }
}
