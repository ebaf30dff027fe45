package org.dipscope.core.likelihood;

/**
 * Lagrange weights for interpolation between equally spaced points: cubic through four points,
 * fewer if there are fewer. Reused to avoid allocation; owned by one thread.
 */
final class CubicStencil {
  final double[] weight = new double[4];

  /** The first point used. */
  int first;

  /** The number of points used. */
  int size;

  /** Places the stencil around a position in [0, points &minus; 1]. */
  void place(double position, int points) {
    size = Math.min(4, points);
    int cell = (int) Math.floor(position);
    first = Math.max(0, Math.min(points - size, cell - (size - 1) / 2));
    double t = position - first;
    for (int i = 0; i < size; i++) {
      double product = 1;
      for (int j = 0; j < size; j++) {
        if (j != i) {
          product *= (t - j) / (i - j);
        }
      }
      weight[i] = product;
    }
  }

  /** Uses one point only, for an axis along which nothing changes. */
  void placeAtZero() {
    size = 1;
    first = 0;
    weight[0] = 1;
  }
}
