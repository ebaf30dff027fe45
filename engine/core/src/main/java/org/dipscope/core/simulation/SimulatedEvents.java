package org.dipscope.core.simulation;

/**
 * Weighted top-pair events, column by column; the sum of the weights in a region is the expected
 * number of events there. The caller must not change the arrays.
 *
 * @param massGeV mass of the pair as produced
 * @param rapidity of the pair
 * @param cosine z of the top in the rest frame of the pair
 * @param reconstructedGeV mass after resolution; the mass as produced for a perfect detector
 * @param weight events, negative where the interference is stronger than the signal
 * @param label 0 for the background, 1 for signal plus interference
 */
public record SimulatedEvents(
    double[] massGeV,
    double[] rapidity,
    double[] cosine,
    double[] reconstructedGeV,
    double[] weight,
    int[] label) {

  /** How many events there are. */
  public int count() {
    return weight.length;
  }
}
