package org.dipscope.core.neyman;

/**
 * Simulated experiments at one strength, each of which can be simulated again by its number.
 * Belongs to one thread.
 */
public interface ToyDraws {

  /**
   * One experiment, fitted.
   *
   * @param toy its number, which decides all random numbers
   * @throws org.dipscope.core.problem.ProblemException if it cannot be fitted
   */
  StudiedData draw(int toy);
}
