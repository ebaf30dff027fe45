package org.dipscope.core.project;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.dipscope.core.physics.amplitude.CpParity;
import org.dipscope.core.physics.resonance.Couplings;

/** How the couplings of a scalar are given. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = CouplingChoice.TypeTwo.class, name = "typeTwo"),
  @JsonSubTypes.Type(value = CouplingChoice.Free.class, name = "free"),
  @JsonSubTypes.Type(value = CouplingChoice.Mixed.class, name = "mixed"),
})
public sealed interface CouplingChoice {

  /** The couplings of a state of this parity; a mixed state has both and ignores it. */
  Couplings couplings(CpParity cp);

  /**
   * The type-II two-Higgs-doublet model in alignment.
   *
   * @param tanBeta tan β
   */
  record TypeTwo(double tanBeta) implements CouplingChoice {
    @Override
    public Couplings couplings(CpParity cp) {
      return Couplings.typeTwo(cp, tanBeta);
    }
  }

  /**
   * Free couplings in units of m_f/v.
   *
   * @param top ξ_t, the coupling g of top-philic searches
   * @param bottom ξ_b
   * @param tau ξ_τ
   */
  record Free(double top, double bottom, double tau) implements CouplingChoice {
    @Override
    public Couplings couplings(CpParity cp) {
      return Couplings.pure(cp, top, bottom, tau);
    }
  }

  /**
   * A CP-mixed state that couples to top quarks only.
   *
   * @param even c_even
   * @param odd c_odd
   */
  record Mixed(double even, double odd) implements CouplingChoice {
    @Override
    public Couplings couplings(CpParity cp) {
      return Couplings.topPhilic(even, odd);
    }
  }
}
