package org.dipscope.core.physics.amplitude;

import org.dipscope.core.math.Complex;

/** CP quantum number of a neutral scalar, or of one component of a mixed one. */
public enum CpParity {
  /** Scalar H, coupling −(m_q/v) ξ H q̄q; top pairs in a P wave, β³. */
  EVEN(3),
  /** Pseudoscalar A, coupling +(m_q/v) ξ A q̄ iγ₅ q; top pairs in an S wave, β. */
  ODD(1);

  private final int betaPower;

  CpParity(int betaPower) {
    this.betaPower = betaPower;
  }

  /** The exponent p of the threshold factor β^p: 3 for H, 1 for A. */
  public int betaPower() {
    return betaPower;
  }

  /** The loop function A_H or A_A at τ = ŝ/4m_q², see {@link LoopFunction}. */
  public Complex loop(double tau) {
    return this == EVEN ? LoopFunction.even(tau) : LoopFunction.odd(tau);
  }
}
