package org.dipscope.core.bump.generator;

import org.apache.commons.rng.UniformRandomProvider;

/** A family of smoothly falling backgrounds, the mothers of histograms. */
public interface Mother {
  /** What the family is called in configurations and tables. */
  String name();

  /**
   * Draws the expected contents of a histogram.
   *
   * @param bins at least two
   * @return expected counts per bin, all positive
   */
  double[] draw(int bins, UniformRandomProvider random);
}
