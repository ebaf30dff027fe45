package org.dipscope.core.fit;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A likelihood together with what it predicts: the observed data, the data expected at any point,
 * and random outcomes. Immutable; every {@link FitProblem} it gives has buffers of its own.
 */
public interface Experiment {

  /** The parameters. */
  List<FitParameter> parameters();

  /** The position of the parameter of interest, or -1. */
  int poi();

  /** What a user should know before trusting results. */
  List<String> warnings();

  /** The observed data to be fitted. */
  FitProblem observed();

  /**
   * Asimov data: every measurement, auxiliary ones included, as expected at a point (G. Cowan et
   * al., Eur. Phys. J. C 71 (2011) 1554, section 3.2).
   *
   * @param x internal coordinates
   */
  FitProblem asimov(double[] x);

  /**
   * A toy: every measurement, auxiliary ones included, drawn at random as expected at a point.
   *
   * @param x internal coordinates
   */
  FitProblem toy(double[] x, UniformRandomProvider random);

  /**
   * The same experiment with other starts, bounds or fixed parameters, or another one of interest.
   */
  Experiment with(List<FitParameter> newParameters, int newPoi);
}
