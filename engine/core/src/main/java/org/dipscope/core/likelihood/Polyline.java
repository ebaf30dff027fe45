package org.dipscope.core.likelihood;

/**
 * A connected line in parameter space.
 *
 * @param x the first parameter at each vertex
 * @param y the second parameter at each vertex, as many
 * @param isClosed whether the last vertex joins the first, which is not repeated; an open line ends
 *     at the border of the scan or at an incomputable point
 */
public record Polyline(double[] x, double[] y, boolean isClosed) {

  /** The number of vertices. */
  public int size() {
    return x.length;
  }
}
