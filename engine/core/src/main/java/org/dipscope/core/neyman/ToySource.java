package org.dipscope.core.neyman;

import org.apache.commons.rng.UniformRandomProvider;
import org.dipscope.core.histogram.Values;

/** Simulated experiments with their statistics. Belongs to one thread. */
interface ToySource {

  /** The statistics at the strength of the experiments: one row per statistic. */
  double[][] atTruth(double strength, int toys, UniformRandomProvider random);

  /** Simulates experiments at one strength and looks at each from others. */
  void reuse(double strength, int toys, Values others, UniformRandomProvider random, Reader reader);

  /** What is done with an experiment that was looked at from other strengths. */
  interface Reader {

    /** Below the largest by this much, the density of an experiment counts as nothing. */
    double NEGLIGIBLE = 24;

    /**
     * Takes an experiment; the arrays may not be kept.
     *
     * @param logDensity ln of the density of its data at every other strength, up to a constant
     * @param statistic by statistic and other strength; anything where the density is negligible
     */
    void take(double[] logDensity, double[][] statistic);
  }
}
