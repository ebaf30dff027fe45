package org.dipscope.core.likelihood;

import java.util.Arrays;

/** The weights of the components of a {@link SignalModel} at a point. Thread-safe and cheap. */
@FunctionalInterface
public interface SignalMixing {

  /**
   * Writes the weights at a point.
   *
   * @param x the first parameter
   * @param y the second parameter
   * @param into one weight per component; filled unless the point is incomputable
   * @return whether the point is physical
   */
  PointStatus weights(double x, double y, double[] into);

  /** Every component with weight one and every point physical. */
  static SignalMixing unit() {
    return (x, y, into) -> {
      Arrays.fill(into, 1);
      return PointStatus.PHYSICAL;
    };
  }
}
