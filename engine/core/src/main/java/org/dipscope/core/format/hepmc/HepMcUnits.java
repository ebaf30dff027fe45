package org.dipscope.core.format.hepmc;

/**
 * Factors from the units of an event to GeV and mm.
 *
 * @param toGev 1 or 0.001
 * @param toMm 1 or 10
 */
record HepMcUnits(double toGev, double toMm) {
  /** What files without a line of units mean. */
  static final HepMcUnits USUAL = new HepMcUnits(1, 1);

  /** Whether two words are units that HepMC knows. */
  static boolean known(String momentum, String length) {
    return (momentum.equals("GEV") || momentum.equals("MEV"))
        && (length.equals("MM") || length.equals("CM"));
  }

  static HepMcUnits of(String momentum, String length) {
    return new HepMcUnits(momentum.equals("MEV") ? 1e-3 : 1, length.equals("CM") ? 10 : 1);
  }
}
