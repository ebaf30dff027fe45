package org.dipscope.core.physics.parton;

/**
 * Parton luminosities L_ab(τ) = ∫_τ^1 dx/x f_a(x) f_b(τ/x) of two protons at one τ = ŝ/S and one
 * scale, dimensionless. The hadronic cross-section is dσ/dM = (2M/S) Σ L_ab(M²/S) σ̂_ab(M²).
 *
 * @param gg gluon–gluon luminosity
 * @param qqbar Σ_q 2 L_{q q̄} over the quark flavours d, u, s, c, b: quark from either proton
 */
public record Luminosity(double gg, double qqbar) {
  /** No partons: the luminosity at τ = 1. */
  public static final Luminosity NONE = new Luminosity(0, 0);
}
