package org.dipscope.core.fit;

import java.util.Arrays;
import org.dipscope.core.math.FlatArrays;

/**
 * Cholesky factorisation A = L L<sup>T</sup> of symmetric matrices in which some parameters couple
 * to few others. Rows are eliminated in a given order and zeros before the first element of a row
 * are skipped (A. Jennings, Comput. J. 9 (1966) 281), so thousands of parameters that belong to
 * single bins cost little more than their number. Held parameters are left out. Allocates nothing
 * after construction.
 */
final class EnvelopeCholesky {
  /** A pivot below this part of its diagonal element counts as zero. */
  static final double RELATIVE_PIVOT = 1e-13;

  private final int n;
  private final int[] order;
  private final double[] factor;
  private final int[] first;
  private final boolean[] skipped;
  private final double[] permuted;
  private int failed;

  /** For matrices of this size, eliminated in this order. */
  EnvelopeCholesky(int[] order) {
    this.order = order.clone();
    n = order.length;
    factor = new double[n * n];
    first = new int[n];
    skipped = new boolean[n];
    permuted = new double[n];
  }

  /**
   * Factorises A + diag(ridge).
   *
   * @param matrix A, row by row
   * @param held parameters to leave out
   * @param ridge added to the diagonal
   * @return the first parameter whose pivot is not positive, or -1 if A is positive definite
   */
  int factorise(double[] matrix, boolean[] held, double[] ridge) {
    for (int i = 0; i < n; i++) {
      int row = order[i];
      skipped[i] = held[row];
      load(matrix, i, row);
      if (skipped[i]) {
        continue;
      }
      double diagonal = factor[i * n + i];
      factor[i * n + i] = diagonal + ridge[row];
      if (!eliminate(i, Math.abs(diagonal) + ridge[row])) {
        failed = i;
        return row;
      }
    }
    failed = n;
    return -1;
  }

  private void load(double[] matrix, int i, int row) {
    int start = i;
    for (int j = 0; j < i; j++) {
      double element = skipped[j] || skipped[i] ? 0 : matrix[row * n + order[j]];
      factor[i * n + j] = element;
      start = element != 0 && j < start ? j : start;
    }
    first[i] = start;
    factor[i * n + i] = skipped[i] ? 1 : matrix[row * n + row];
  }

  private boolean eliminate(int i, double scale) {
    int at = i * n;
    for (int j = first[i]; j < i; j++) {
      int from = Math.max(first[i], first[j]);
      double sum = FlatArrays.dot(factor, at + from, factor, j * n + from, j - from);
      factor[at + j] = (factor[at + j] - sum) / factor[j * n + j];
    }
    int from = first[i];
    double pivot = factor[at + i] - FlatArrays.dot(factor, at + from, factor, at + from, i - from);
    if (!(pivot > RELATIVE_PIVOT * scale && pivot < Double.POSITIVE_INFINITY)) {
      return false;
    }
    factor[at + i] = Math.sqrt(pivot);
    return true;
  }

  /** Replaces x by A<sup>-1</sup> x; elements of held parameters become 0. */
  void solve(double[] x) {
    for (int i = 0; i < n; i++) {
      int from = first[i];
      double sum = FlatArrays.dot(factor, i * n + from, permuted, from, i - from);
      permuted[i] = skipped[i] ? 0 : (x[order[i]] - sum) / factor[i * n + i];
    }
    backward(n);
    for (int i = 0; i < n; i++) {
      x[order[i]] = skipped[i] ? 0 : permuted[i];
    }
  }

  /** Replaces the first {@code rows} of the permuted vector by L<sup>-T</sup> times it. */
  private void backward(int rows) {
    for (int i = rows - 1; i >= 0; i--) {
      double value = permuted[i] / factor[i * n + i];
      permuted[i] = value;
      if (value != 0) {
        for (int k = first[i]; k < i; k++) {
          permuted[k] -= factor[i * n + k] * value;
        }
      }
    }
  }

  /**
   * The direction without curvature after a factorisation that failed because A is singular: the
   * failed parameter moves by 1, those eliminated before it follow, the others stay.
   */
  double[] nullVector() {
    Arrays.fill(permuted, 0);
    for (int k = first[failed]; k < failed; k++) {
      permuted[k] = -factor[failed * n + k];
    }
    backward(failed);
    double[] direction = new double[n];
    for (int i = 0; i < failed; i++) {
      direction[order[i]] = permuted[i];
    }
    direction[order[failed]] = 1;
    return direction;
  }
}
