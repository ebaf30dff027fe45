package org.dipscope.core.physics.parton;

/** Parton distributions frozen at one scale; immutable and safe for use by several threads. */
public interface PartonsAtScale {
  /** Returns the scale Q in GeV. */
  double scaleGeV();

  /** Returns the strong coupling at this scale. */
  double alphaS();

  /**
   * Returns x·f(x) at this scale, dimensionless.
   *
   * @param pid PDG id (gluon 21 or 0)
   * @param x momentum fraction in (0, 1]
   * @throws org.dipscope.core.problem.ProblemException when x lies outside the domain of the set
   */
  double xf(int pid, double x);

  /**
   * Returns the luminosities of two protons at this scale.
   *
   * @param tau ŝ/S in (0, 1]
   * @throws org.dipscope.core.problem.ProblemException when τ lies outside (0, 1]
   */
  Luminosity luminosity(double tau);
}
