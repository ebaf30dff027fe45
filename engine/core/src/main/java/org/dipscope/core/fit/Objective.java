package org.dipscope.core.fit;

import java.util.Optional;

/**
 * &lambda; = &minus;2 ln L as a function of the internal coordinates of its parameters, with exact
 * first and second derivatives. An objective owns buffers and belongs to one thread at a time.
 */
public interface Objective {

  /** The number of parameters, fixed ones included. */
  int size();

  /**
   * &lambda;; never NaN within the bounds of the parameters, but possibly infinite where it
   * overflows.
   */
  double value(double[] x);

  /**
   * &lambda; with its derivatives.
   *
   * @param x the internal coordinates
   * @param gradient receives &part;&lambda;/&part;x
   * @param hessian receives &part;&sup2;&lambda;/&part;x&sup2;, all of it, row by row
   */
  double evaluate(double[] x, double[] gradient, double[] hessian);

  /**
   * The order in which parameters are best eliminated from linear systems with the Hessian:
   * parameters that share second derivatives with few others come first.
   */
  int[] eliminationOrder();

  /**
   * The same likelihood after the auxiliary measurement (global observable) of a parameter came out
   * higher by some widths of its constraint; an unconstrained parameter changes nothing.
   */
  Objective withShiftedObservation(int parameter, double widths);

  /** In one sentence what is unphysical at a point, such as a bin without expectation. */
  Optional<String> diagnosis(double[] x);
}
