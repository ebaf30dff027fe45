package org.dipscope.core.likelihood;

/**
 * What a scan must know of the signal: signal plus interference X at a point (x, y) of two
 * parameters, split into components C<sub>k</sub> that are expensive and weights w<sub>k</sub> that
 * are cheap, X = &Sigma;<sub>k</sub> w<sub>k</sub> C<sub>k</sub>. For a top-philic scalar at fixed
 * mass and width these are X = g<sup>4</sup> S + g&sup2; I; a signal strength &mu; gives &mu; S +
 * &radic;&mu; I. Components that are known on a grid are kept in a {@link SurfaceCache}, so moving
 * a coupling, a nuisance, the luminosity or the data costs no spectrum. Thread-safe.
 */
public interface SignalModel {

  /** The number of bins of every template. */
  int binCount();

  /** The number of components, at least one. */
  int componentCount();

  /** Whether the components change along the first parameter. */
  boolean dependsOnX();

  /** Whether the components change along the second parameter. */
  boolean dependsOnY();

  /** A source of components for one thread. */
  SignalEvaluator newEvaluator();
}
