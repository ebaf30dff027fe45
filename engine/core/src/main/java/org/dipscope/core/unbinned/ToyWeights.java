package org.dipscope.core.unbinned;

import java.util.Arrays;

/**
 * Reference events reweighted to a hypothesis.
 *
 * @param each the expected number of times that each event occurs in a toy
 */
public record ToyWeights(double[] each) {

  /** The expected number of events &nu; as the sample sees it. */
  public double sum() {
    return Arrays.stream(each).sum();
  }

  /**
   * N<sub>eff</sub> = (&Sigma;w)&sup2;/&Sigma;w&sup2;: how many events of equal weight are as good.
   */
  public double effectiveEvents() {
    double squares = Arrays.stream(each).map(w -> w * w).sum();
    return squares > 0 ? sum() * sum() / squares : 0;
  }

  /** The largest weight; toys repeat events once it comes near 1. */
  public double largest() {
    return Arrays.stream(each).max().orElse(0);
  }
}
