package org.dipscope.core.selection;

/**
 * Jets by their mass √max(E² − p², 0), whatever their b tag: light below the first bound, then W/Z,
 * then top, then heavy. A bound belongs to what lies above it.
 *
 * @param vectorBosonGeV from here a jet is taken for a W or Z boson
 * @param topGeV from here for a top quark
 * @param heavyGeV from here for something heavier
 */
public record JetMasses(double vectorBosonGeV, double topGeV, double heavyGeV) {

  /**
   * @throws org.dipscope.core.problem.ProblemException if the bounds do not increase
   */
  public JetMasses {
    Check.increasing(
        "The list of bounds of the jet mass", new double[] {vectorBosonGeV, topGeV, heavyGeV});
  }

  /** What a jet of this mass is. */
  Species of(double massGeV) {
    if (massGeV >= heavyGeV) {
      return Species.HEAVY_JET;
    }
    if (massGeV >= topGeV) {
      return Species.TOP;
    }
    return massGeV >= vectorBosonGeV ? Species.VECTOR_BOSON : Species.LIGHT_JET;
  }
}
