package org.dipscope.app.support;

import java.util.Arrays;

/** The median of the last few durations: one slow outlier does not move it. Not thread-safe. */
final class MovingMedian {
  private final double[] window;
  private int seen;

  MovingMedian(int size) {
    window = new double[size];
  }

  void add(double value) {
    window[seen % window.length] = value;
    seen++;
  }

  void clear() {
    seen = 0;
  }

  /** The median, or 0 before the first value. */
  double value() {
    int count = Math.min(seen, window.length);
    if (count == 0) {
      return 0;
    }
    double[] sorted = Arrays.copyOf(window, count);
    Arrays.sort(sorted);
    return 0.5 * (sorted[(count - 1) / 2] + sorted[count / 2]);
  }
}
