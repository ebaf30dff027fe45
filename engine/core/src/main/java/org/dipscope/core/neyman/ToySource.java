package org.dipscope.core.neyman;

import org.apache.commons.rng.UniformRandomProvider;

/** Simulated experiments with their statistics. Belongs to one thread. */
interface ToySource {

  /** The statistics at the strength of the experiments: one row per statistic. */
  double[][] atTruth(double strength, int toys, UniformRandomProvider random);

  /** The statistics at a strength of data that equal their expectation there (Asimov data). */
  double[] atExpectation(double strength);
}
