package org.dipscope.core.selection;

/** What an object is taken for. The order is that of names. */
public enum Species {
  /** An electron that belongs to no Z candidate. */
  ELECTRON("e", "electrons"),
  /** A muon that belongs to no Z candidate. */
  MUON("m", "muons"),
  /** A photon. */
  PHOTON("g", "photons"),
  /** A Z candidate: two leptons of one flavour and opposite charge. */
  Z_BOSON("Z", "Z candidates"),
  /** A jet as heavy as a W or Z boson. */
  VECTOR_BOSON("V", "W/Z jets"),
  /** A jet as heavy as a top quark. */
  TOP("T", "top jets"),
  /** A jet heavier than a top quark. */
  HEAVY_JET("H", "heavy jets"),
  /** A jet lighter than a W boson, with a b tag or without. */
  LIGHT_JET("j", "light jets"),
  /** The missing transverse momentum. */
  MISSING("met", "missing momenta");

  private final String mark;
  private final String plural;

  Species(String mark, String plural) {
    this.mark = mark;
    this.plural = plural;
  }

  /** Its letter in the names of categories and combinations. */
  public String mark() {
    return mark;
  }

  /** Several of them, in words. */
  public String plural() {
    return plural;
  }
}
