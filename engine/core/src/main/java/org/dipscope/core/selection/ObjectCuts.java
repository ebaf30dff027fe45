package org.dipscope.core.selection;

/**
 * Which objects of a kind are used: p_T above, |η| below.
 *
 * @param ptGeV transverse momentum that must be exceeded, in GeV
 * @param absEta pseudorapidity that must not be reached
 */
public record ObjectCuts(double ptGeV, double absEta) {

  /**
   * @throws org.dipscope.core.problem.ProblemException if the momentum is negative or |η| not
   *     positive
   */
  public ObjectCuts {
    Check.notNegative("The smallest p_T of an object", ptGeV, "GeV");
    Check.positive("The largest |η| of an object", absEta, "");
  }
}
