package org.dipscope.app.interference;

import org.dipscope.core.physics.amplitude.CpParity;
import org.dipscope.core.project.CouplingChoice;
import org.dipscope.core.project.Scalar;

/** The CP of a scalar as the user chooses it. */
public enum StateKind {
  /** CP-odd. */
  A,
  /** CP-even. */
  H,
  /** Neither; couples to top quarks only. */
  MIXED;

  static StateKind of(Scalar scalar) {
    if (scalar.coupling() instanceof CouplingChoice.Mixed) {
      return MIXED;
    }
    return scalar.cp() == CpParity.ODD ? A : H;
  }

  CpParity parity(CpParity otherwise) {
    return switch (this) {
      case A -> CpParity.ODD;
      case H -> CpParity.EVEN;
      case MIXED -> otherwise;
    };
  }
}
