package org.dipscope.core.selection;

/**
 * Z candidates: electrons or muons of opposite charge with |m − m_Z| below the window. Pairs are
 * taken in the order of |m − m_Z|, each lepton once.
 *
 * @param massGeV m_Z in GeV
 * @param windowGeV half width of the window in GeV; 0 makes no candidates
 */
public record ZPairing(double massGeV, double windowGeV) {

  /**
   * @throws org.dipscope.core.problem.ProblemException if the mass is not positive or the window
   *     negative
   */
  public ZPairing {
    Check.positive("The mass of the Z", massGeV, "GeV");
    Check.notNegative("The window around the mass of the Z", windowGeV, "GeV");
  }
}
