package org.dipscope.core.figure.canvas;

/**
 * Coloured cells between grid lines.
 *
 * @param x grid lines from left to right, one more than cells per row
 * @param y grid lines from top to bottom, one more than rows
 * @param argb the colours, row by row from the top; transparent cells are left out
 */
public record CellGrid(double[] x, double[] y, int[] argb) {
  /** Returns the number of cells per row. */
  public int columns() {
    return x.length - 1;
  }

  /** Returns the number of rows. */
  public int rows() {
    return y.length - 1;
  }
}
