package org.dipscope.core.likelihood;

/**
 * &lambda; at any position (u, v) of a grid, nuisances profiled; owned by one thread. Positions
 * count grid points, so (3, 4.5) lies halfway between two rows.
 */
interface PointLikelihood {

  /** What a position is worth, without its &lambda;. */
  PointStatus statusAt(double u, double v);

  /**
   * &lambda; at a position, from the nuisance values of the last one; NaN exactly where {@link
   * #status} is then incomputable.
   */
  double at(double u, double v);

  /** The status of the last position. */
  PointStatus status();

  /** Forgets the last nuisance values: the next fit starts as the first did. */
  void restart();

  /** Starts the next fit at these nuisance values. */
  void startAt(double[] nuisances, int offset);

  /** The nuisance values of the last fit; the array itself, not to be changed. */
  double[] nuisances();
}
