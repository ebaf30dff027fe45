package org.dipscope.core.physics.parton;

/**
 * The parton distributions of a proton with their strong coupling. Implementations are immutable
 * and safe for use by several threads.
 *
 * <p>Partons are named by PDG id: d, u, s, c, b, t = 1 … 6, antiquarks negative, gluon 21 or 0. A
 * parton that the set does not know has the distribution 0.
 */
public interface PartonDistribution {
  /** Returns the name of the set, with the member where there is more than one. */
  String name();

  /** Returns one line for people: origin, order, and where α_s comes from. */
  String description();

  /**
   * Returns the distributions at one scale. Everything that depends only on the scale is computed
   * once, so a whole spectrum at a fixed scale should be read from one such object.
   *
   * @param qGeV factorisation scale in GeV
   * @throws org.dipscope.core.problem.ProblemException when the scale is not positive and finite,
   *     or lies outside the domain of the set
   */
  PartonsAtScale atScale(double qGeV);

  /**
   * Returns the strong coupling α_s(Q).
   *
   * @param qGeV renormalisation scale in GeV
   * @throws org.dipscope.core.problem.ProblemException when the scale is not positive and finite,
   *     or lies outside the domain of the set
   */
  double alphaS(double qGeV);

  /**
   * Returns x·f(x, Q), dimensionless.
   *
   * @param pid PDG id
   * @param x momentum fraction in (0, 1]
   * @param qGeV factorisation scale in GeV
   * @throws org.dipscope.core.problem.ProblemException outside the domain of the set
   */
  default double xf(int pid, double x, double qGeV) {
    return atScale(qGeV).xf(pid, x);
  }

  /**
   * Returns the luminosities of two protons.
   *
   * @param tau ŝ/S in (0, 1]
   * @param qGeV factorisation scale in GeV
   * @throws org.dipscope.core.problem.ProblemException outside the domain of the set
   */
  default Luminosity luminosity(double tau, double qGeV) {
    return atScale(qGeV).luminosity(tau);
  }
}
