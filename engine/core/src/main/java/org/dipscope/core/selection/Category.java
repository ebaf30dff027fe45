package org.dipscope.core.selection;

/**
 * What all events of a category have in common: the exact numbers of their objects. Categories
 * exclude each other.
 *
 * @param charge how two leptons outside Z candidates are charged, where that divides
 * @param lightJets number of light jets, or {@link #ANY}
 * @param orMore whether it stands for that many light jets or more
 * @param missingBin between which edges E_T^miss lies; 0 where it does not divide
 * @param leadingBin between which edges the leading p_T lies; 0 where it does not divide
 */
public record Category(
    int electrons,
    int muons,
    int photons,
    int zBosons,
    int vectorBosons,
    int tops,
    int heavyJets,
    Charge charge,
    int lightJets,
    boolean orMore,
    int missingBin,
    int leadingBin) {
  /** Any number of light jets. */
  public static final int ANY = -1;

  /** The charges of two leptons. */
  public enum Charge {
    /** Not looked at. */
    NONE(""),
    /** Opposite. */
    OPPOSITE("OS"),
    /** The same. */
    SAME("SS");

    private final String mark;

    Charge(String mark) {
      this.mark = mark;
    }
  }

  /** Short: e1m1g0Z0V1T0H0OS, with j2 or j3+ and further divisions behind. */
  public String name() {
    StringBuilder name =
        new StringBuilder("e%dm%dg%dZ%dV%dT%dH%d".formatted(numbers())).append(charge.mark);
    if (lightJets != ANY) {
      name.append('j').append(lightJets).append(orMore ? "+" : "");
    }
    return name.append(divisions()).toString();
  }

  /**
   * As BumpNet writes it in the names of histograms, with Z, W/Z jets, top and heavy jets added:
   * 1ex_1mx_0gx_0Zx_1Vx_0Tx_0Hx_OS; {@code x} stands for exactly, {@code i} for at least.
   */
  public String longName() {
    StringBuilder name =
        new StringBuilder("%dex_%dmx_%dgx_%dZx_%dVx_%dTx_%dHx".formatted(numbers()));
    if (lightJets != ANY) {
      name.append('_').append(lightJets).append(orMore ? "ji" : "jx");
    }
    if (charge != Charge.NONE) {
      name.append('_').append(charge.mark);
    }
    return name.append(divisions()).toString();
  }

  private Object[] numbers() {
    return new Object[] {electrons, muons, photons, zBosons, vectorBosons, tops, heavyJets};
  }

  private String divisions() {
    return (missingBin > 0 ? "_met" + missingBin : "") + (leadingBin > 0 ? "_pt" + leadingBin : "");
  }

  /** How many objects of a species its events have; of light jets the least. */
  int count(Species species) {
    return switch (species) {
      case ELECTRON -> electrons;
      case MUON -> muons;
      case PHOTON -> photons;
      case Z_BOSON -> zBosons;
      case VECTOR_BOSON -> vectorBosons;
      case TOP -> tops;
      case HEAVY_JET -> heavyJets;
      case LIGHT_JET -> Math.max(0, lightJets);
      case MISSING -> 0;
    };
  }

  Category withLightJets(int number, boolean more) {
    return new Category(
        electrons,
        muons,
        photons,
        zBosons,
        vectorBosons,
        tops,
        heavyJets,
        charge,
        number,
        more,
        missingBin,
        leadingBin);
  }
}
