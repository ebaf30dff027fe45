package org.dipscope.app.interference;

/** How the couplings of a scalar of definite CP are given. */
public enum CouplingMode {
  /** By tan β of the type-II model. */
  TAN_BETA("tan β"),
  /** Each by itself. */
  FREE("couplings");

  private final String words;

  CouplingMode(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}
