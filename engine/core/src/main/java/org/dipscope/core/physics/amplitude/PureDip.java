package org.dipscope.core.physics.amplitude;

import static java.lang.Math.PI;
import static java.lang.Math.log1p;

/**
 * The mass at which the top loop is purely absorptive, Re A = 0: there the resonance is nothing but
 * a negative Breit–Wigner curve, and it reaches the dip floor when it decays to top pairs only
 * ("dip or nothingness", Craig, D'Eramo, Draper, Thomas, Zhang, arXiv:1504.04630; Jung, Song, Yoon,
 * arXiv:1505.00291).
 */
public final class PureDip {
  private PureDip() {}

  /**
   * The mass in GeV, proportional to m_t: for A π² = y², which is 2m_t cosh(π/2); for H the root of
   * 4 + β²(π² − y²) = 0.
   */
  public static double massGeV(StandardModel model, CpParity parity) {
    double threshold = 2 * model.topMassGeV();
    if (parity == CpParity.ODD) {
      return threshold * Math.cosh(0.5 * PI);
    }
    double low = 0.9;
    double high = 0.99;
    for (int i = 0; i < 60; i++) {
      double beta = 0.5 * (low + high);
      double y = log1p(2 * beta / (1 - beta));
      if (4 + beta * beta * (PI * PI - y * y) > 0) {
        low = beta;
      } else {
        high = beta;
      }
    }
    return threshold / Math.sqrt((1 - low) * (1 + low));
  }
}
