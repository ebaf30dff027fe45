package org.dipscope.core.physics.parton;

/** A strong coupling as a function of the scale. */
interface Coupling {
  /** α_s at a positive scale in GeV. */
  double at(double qGeV);
}
