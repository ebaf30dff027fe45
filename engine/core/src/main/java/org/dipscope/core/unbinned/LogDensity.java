package org.dipscope.core.unbinned;

/**
 * ln D, continued below a floor by its own second-order expansion: a fit that makes a density
 * negative is pushed back and never meets NaN.
 */
final class LogDensity {
  /** The part of an event's typical density below which the continuation takes over. */
  static final double FLOOR = 1e-6;

  private LogDensity() {}

  static double value(double density, double floor) {
    if (density >= floor) {
      return Math.log(density);
    }
    double d = (density - floor) / floor;
    return Math.log(floor) + d - 0.5 * d * d;
  }

  static double slope(double density, double floor) {
    return density >= floor ? 1 / density : (1 - (density - floor) / floor) / floor;
  }

  static double bend(double density, double floor) {
    double at = Math.max(density, floor);
    return -1 / (at * at);
  }
}
