package org.dipscope.core.neyman;

import org.dipscope.core.histogram.Values;

/** A curve through points, linear between them. */
final class LinearCurve {
  private LinearCurve() {}

  /**
   * The ordinate at a place; beyond the ends that of the end.
   *
   * @param x increasing abscissae, at least one
   */
  static double at(Values x, Values y, double where) {
    int low = 0;
    int high = x.size() - 1;
    if (!(where > x.get(low))) {
      return y.get(low);
    }
    if (where >= x.get(high)) {
      return y.get(high);
    }
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (x.get(middle) <= where) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double part = (where - x.get(low)) / (x.get(high) - x.get(low));
    return (1 - part) * y.get(low) + part * y.get(high);
  }
}
