package org.dipscope.core.likelihood;

/**
 * A one-dimensional profile of a surface: for each point of one axis the minimum over the other,
 * found among the grid points of its line and refined by the parabola through the lowest three.
 *
 * @param axis the parameter that is kept
 * @param delta &minus;2&Delta; ln L, nuisances and the other parameter profiled; not below 0 in the
 *     physical region, and the largest value of the surface where nothing is computable
 * @param other the other parameter at the minimum
 * @param isDefined whether the line holds a physical point (or a computable one, if the surface has
 *     no physical point at all)
 */
public record ProfileCurve(Axis axis, double[] delta, double[] other, boolean[] isDefined) {

  /** The profile along x if alongX, else along y. */
  static ProfileCurve of(GridValues values, boolean alongX, double reference, double placeholder) {
    Axis axis = alongX ? values.grid.x() : values.grid.y();
    Axis across = alongX ? values.grid.y() : values.grid.x();
    boolean physicalOnly = values.anyPhysical();
    int n = axis.count();
    double[] delta = new double[n];
    double[] other = new double[n];
    boolean[] isDefined = new boolean[n];
    double[] line = new double[across.count()];
    for (int i = 0; i < n; i++) {
      int lowest = -1;
      for (int j = 0; j < line.length; j++) {
        int p = alongX ? values.grid.index(i, j) : values.grid.index(j, i);
        boolean counts = physicalOnly ? values.isPhysical(p) : values.isComputable(p);
        line[j] = counts ? values.value[p] : Double.POSITIVE_INFINITY;
        if (counts && (lowest < 0 || line[j] < line[lowest])) {
          lowest = j;
        }
      }
      isDefined[i] = lowest >= 0;
      double shift = lowest >= 0 ? vertex(line, lowest) : 0;
      other[i] = across.value(Math.max(0, lowest) + shift);
      delta[i] = lowest >= 0 ? Math.max(0, parabola(line, lowest, shift) - reference) : placeholder;
    }
    return new ProfileCurve(axis, delta, other, isDefined);
  }

  private static double vertex(double[] line, int lowest) {
    if (lowest == 0 || lowest == line.length - 1) {
      return 0;
    }
    double curvature = line[lowest + 1] + line[lowest - 1] - 2 * line[lowest];
    if (!(curvature > 0 && curvature < Double.POSITIVE_INFINITY)) {
      return 0;
    }
    return (line[lowest - 1] - line[lowest + 1]) / (2 * curvature);
  }

  private static double parabola(double[] line, int lowest, double shift) {
    if (shift == 0) {
      return line[lowest];
    }
    double slope = 0.5 * (line[lowest + 1] - line[lowest - 1]);
    return line[lowest] + 0.5 * shift * slope;
  }
}
