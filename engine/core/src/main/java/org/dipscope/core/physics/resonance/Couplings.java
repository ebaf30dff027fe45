package org.dipscope.core.physics.resonance;

import org.dipscope.core.physics.amplitude.CpParity;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;

/**
 * Yukawa couplings of a neutral scalar Φ in units of m_f/v: L = −Σ (m_f/v) ξ_even Φ f̄f + Σ (m_f/v)
 * ξ_odd Φ f̄ iγ₅ f. A pure H has only even couplings, a pure A only odd ones.
 *
 * @param topEven ξ_t, CP-even
 * @param bottomEven ξ_b, CP-even
 * @param tauEven ξ_τ, CP-even
 * @param topOdd ξ_t, CP-odd
 * @param bottomOdd ξ_b, CP-odd
 * @param tauOdd ξ_τ, CP-odd
 */
public record Couplings(
    double topEven,
    double bottomEven,
    double tauEven,
    double topOdd,
    double bottomOdd,
    double tauOdd) {

  private static final double LARGEST = 1e12;

  /** Checks that every coupling is a number of modulus up to 1e12. */
  public Couplings {
    check("top", topEven);
    check("bottom", bottomEven);
    check("tau", tauEven);
    check("top", topOdd);
    check("bottom", bottomOdd);
    check("tau", tauOdd);
  }

  /**
   * The type-II two-Higgs-doublet model in the alignment limit: for H ξ_t = −cot β, ξ_b = ξ_τ = tan
   * β; for A ξ_t = cot β, ξ_b = ξ_τ = tan β.
   *
   * @throws ProblemException if tan β does not lie between 1e-12 and 1e12
   */
  public static Couplings typeTwo(CpParity parity, double tanBeta) {
    if (!(tanBeta >= 1 / LARGEST && tanBeta <= LARGEST)) {
      throw new ProblemException(
          Problem.badInput(
              "tan beta is " + tanBeta + ".",
              "Give a positive value; the type-II model is of interest between 0.1 and 60."));
    }
    return parity == CpParity.EVEN
        ? pure(parity, -1 / tanBeta, tanBeta, tanBeta)
        : pure(parity, 1 / tanBeta, tanBeta, tanBeta);
  }

  /** Free couplings of a state of definite parity. */
  public static Couplings pure(CpParity parity, double top, double bottom, double tau) {
    return parity == CpParity.EVEN
        ? new Couplings(top, bottom, tau, 0, 0, 0)
        : new Couplings(0, 0, 0, top, bottom, tau);
  }

  /** A state that couples to top quarks only, with c_even + i c_odd γ₅ up to sign. */
  public static Couplings topPhilic(double even, double odd) {
    return new Couplings(even, 0, 0, odd, 0, 0);
  }

  /** Coupling of one parity to the top quark. */
  public double top(CpParity parity) {
    return parity == CpParity.EVEN ? topEven : topOdd;
  }

  /** Coupling of one parity to the bottom quark. */
  public double bottom(CpParity parity) {
    return parity == CpParity.EVEN ? bottomEven : bottomOdd;
  }

  /** Coupling of one parity to the tau lepton. */
  public double tau(CpParity parity) {
    return parity == CpParity.EVEN ? tauEven : tauOdd;
  }

  private static void check(String fermion, double coupling) {
    if (!(Math.abs(coupling) <= LARGEST)) {
      throw new ProblemException(
          Problem.badInput(
              "The coupling to the " + fermion + " is " + coupling + ".",
              "Give a number of modulus up to 1e12, in units of m/v."));
    }
  }
}
