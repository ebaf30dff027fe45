package org.dipscope.core.physics.resonance;

import org.dipscope.core.math.Complex;
import org.dipscope.core.physics.amplitude.CpParity;
import org.dipscope.core.physics.amplitude.StandardModel;

/** The loops of gg → Φ, F(s) = Σ_{q = t, b} ξ_q A(s/4m_q²). */
final class LoopSum {
  private LoopSum() {}

  static Complex of(StandardModel model, Couplings couplings, CpParity parity, double sqrtS) {
    return quark(parity, couplings.top(parity), model.topMassGeV(), sqrtS)
        .plus(quark(parity, couplings.bottom(parity), model.bottomMassGeV(), sqrtS));
  }

  static double norm(StandardModel model, Couplings couplings, CpParity parity, double sqrtS) {
    return of(model, couplings, parity, sqrtS).norm();
  }

  private static Complex quark(CpParity parity, double coupling, double massGeV, double sqrtS) {
    double ratio = sqrtS / (2 * massGeV);
    return coupling == 0 ? Complex.ZERO : parity.loop(ratio * ratio).times(coupling);
  }
}
