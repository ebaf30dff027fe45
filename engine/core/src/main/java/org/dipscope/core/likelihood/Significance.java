package org.dipscope.core.likelihood;

import org.dipscope.core.physics.spectrum.Templates;

/**
 * How well two hypotheses can be told apart, as a number of standard deviations: Z = &radic;q with
 * q the difference of &lambda;, nuisances profiled under each (G. Cowan et al., Eur. Phys. J. C 71
 * (2011) 1554, sections 2 and 3.4). Since signal and background are two fixed points, no look
 * elsewhere is included.
 *
 * @param q the difference of &lambda;, not below 0 for Asimov data; negative if the observed data
 *     prefer the other hypothesis
 * @param z sign(q) &radic;|q|
 */
public record Significance(double q, double z) {

  private static Significance of(double q) {
    return new Significance(q, Math.copySign(Math.sqrt(Math.abs(q)), q));
  }

  /** What rejects background only if the signal, peak or dip, is real: Asimov data with it. */
  public static Significance expected(Likelihood likelihood, Templates signal) {
    Likelihood asimov = likelihood.asimov(signal);
    double q = asimov.fit(asimov.noSignal()).twiceNll() - asimov.fit(signal).twiceNll();
    return of(Math.max(0, q));
  }

  /** What rejects the signal if there is none: Asimov data of the background. */
  public static Significance expectedExclusion(Likelihood likelihood, Templates signal) {
    Likelihood asimov = likelihood.asimov(likelihood.noSignal());
    double q = asimov.fit(signal).twiceNll() - asimov.fit(asimov.noSignal()).twiceNll();
    return of(Math.max(0, q));
  }

  /** By how much the observed data prefer the signal to background only. */
  public static Significance observed(Likelihood likelihood, Templates signal) {
    return of(likelihood.fit(likelihood.noSignal()).twiceNll() - likelihood.fit(signal).twiceNll());
  }
}
