package org.dipscope.core.likelihood;

import org.dipscope.core.physics.spectrum.Templates;

/** Computes the components of a {@link SignalModel}; owned by one thread. */
@FunctionalInterface
public interface SignalEvaluator {

  /**
   * Writes the components at a point into the caller's arrays. Numbers that are not finite mark the
   * point as incomputable; that is no reason to throw.
   *
   * @param x the first parameter
   * @param y the second parameter
   * @param into one set of templates per component, whose arrays are overwritten completely
   */
  void components(double x, double y, Templates[] into);
}
