package org.dipscope.core.physics.spectrum;

/**
 * The differential cross-section dσ/dM of pp → tt̄ at one mass of the pair, by origin, in pb/GeV.
 *
 * @param massGeV M
 * @param bornGg gg → tt̄ without the resonances
 * @param bornQq qq̄ → tt̄
 * @param signal gg → Φ → tt̄
 * @param interference of the two gluon amplitudes, of either sign
 */
public record SpectrumPoint(
    double massGeV, double bornGg, double bornQq, double signal, double interference) {

  /** (S + I)/B; 0 where there is no background. */
  public double relativeEffect() {
    double background = bornGg + bornQq;
    return background > 0 ? (signal + interference) / background : 0;
  }
}
