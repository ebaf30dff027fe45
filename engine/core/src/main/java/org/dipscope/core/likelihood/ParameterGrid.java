package org.dipscope.core.likelihood;

/**
 * The points of a scan over two parameters. Point (ix, iy) has index iy &middot; x.count() + ix.
 *
 * @param x the horizontal axis
 * @param y the vertical axis
 */
public record ParameterGrid(Axis x, Axis y) {

  /** The number of points. */
  public int size() {
    return x.count() * y.count();
  }

  /** The index of point (ix, iy). */
  public int index(int ix, int iy) {
    return iy * x.count() + ix;
  }

  /** The same ranges with at most this many points per axis: the grid of a preview. */
  public ParameterGrid coarsened(int xCount, int yCount) {
    return new ParameterGrid(
        x.withCount(Math.min(xCount, x.count())), y.withCount(Math.min(yCount, y.count())));
  }
}
