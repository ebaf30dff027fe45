package org.dipscope.core.neyman;

/** Where critical values come from. */
public enum Calibration {
  /** Experiments simulated at every tested strength; exact sums for a single bin. */
  NEYMAN("neyman"),
  /** Some experiments at each tested strength, all of which serve every strength by weights. */
  QUANTILE_REGRESSION("quantile-regression"),
  /**
   * Formulas for large samples: the &chi;&sup2; quantile that Wilks' theorem promises for the
   * likelihood ratio, {@link FocusedGaussian} for a Gaussian focus. Wrong near bounds, for few
   * events, and with interference.
   */
  ASYMPTOTIC("asymptotic");

  private final String label;

  Calibration(String label) {
    this.label = label;
  }

  /** How the command line calls it. */
  public String label() {
    return label;
  }
}
