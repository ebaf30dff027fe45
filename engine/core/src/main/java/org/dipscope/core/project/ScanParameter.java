package org.dipscope.core.project;

/** A parameter over which a likelihood can be scanned. */
public enum ScanParameter {
  /** M in GeV. */
  MASS("mass", "mass", "GeV"),
  /** Γ in GeV, free of the couplings. */
  WIDTH("width", "width", "GeV"),
  /** Γ/M, free of the couplings. */
  RELATIVE_WIDTH("relative-width", "Γ/M", ""),
  /** tan β of the type-II model. */
  TAN_BETA("tan-beta", "tan β", ""),
  /** The top coupling g = ξ_t, or the modulus of (c_even, c_odd). */
  COUPLING("coupling", "g", ""),
  /** μ in λ = μS + √μ I + B. */
  SIGNAL_STRENGTH("signal-strength", "μ", "");

  private final String option;
  private final String label;
  private final String unit;

  ScanParameter(String option, String label, String unit) {
    this.option = option;
    this.label = label;
    this.unit = unit;
  }

  /** Its name on the command line and in files. */
  public String option() {
    return option;
  }

  /** Its name on axes. */
  public String label() {
    return label;
  }

  /** Its unit, or an empty string. */
  public String unit() {
    return unit;
  }
}
