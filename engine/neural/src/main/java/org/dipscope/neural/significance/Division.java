package org.dipscope.neural.significance;

import org.dipscope.core.histogram.Values;

/** By what the histograms of an evaluation are divided, with the edges of the slices. */
enum Division {
  /** Largest z<sub>LR</sub> of the interior. */
  TRUTH("truth"),
  /** Number of bins. */
  BINS("bins"),
  /** Expected content of the first bin over that of the last. */
  DYNAMIC_RANGE("dynamicRange"),
  /** &sigma; of the signal in bins. */
  WIDTH("width");

  private final String key;

  Division(String key) {
    this.key = key;
  }

  /** Its name in results. */
  String key() {
    return key;
  }

  double of(Evaluation.Trial trial) {
    return switch (this) {
      case TRUTH -> trial.truth();
      case BINS -> trial.bins();
      case DYNAMIC_RANGE -> trial.dynamicRange();
      case WIDTH -> trial.width();
    };
  }

  Values edges() {
    return switch (this) {
      case TRUTH -> Values.of(0, 3, 5, 7, 12);
      case BINS -> Values.of(30, 45, 70, 101);
      case DYNAMIC_RANGE -> Values.of(3, 30, 300, 3000, 1e9);
      case WIDTH -> Values.of(0.5, 1.5, 2.5, 3.5, 4.5);
    };
  }
}
