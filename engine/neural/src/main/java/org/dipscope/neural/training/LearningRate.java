package org.dipscope.neural.training;

/**
 * A learning rate that rises over the first steps and then falls like a cosine to a hundredth.
 *
 * @param peak the largest
 * @param warmUp steps to rise
 * @param steps steps in all
 */
public record LearningRate(double peak, int warmUp, long steps) {
  private static final double FLOOR = 0.01;

  /** The rate of a step, counted from 0. */
  public double at(long step) {
    double rise = Math.min(1, (step + 1.0) / Math.max(1, warmUp));
    double part = Math.min(1, (double) step / Math.max(1, steps));
    return peak * rise * (FLOOR + (1 - FLOOR) * 0.5 * (1 + Math.cos(Math.PI * part)));
  }
}
