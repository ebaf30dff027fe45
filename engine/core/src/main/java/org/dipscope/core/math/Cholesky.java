package org.dipscope.core.math;

import java.util.Arrays;

/**
 * Cholesky factorisation A = L L<sup>T</sup> of small dense symmetric matrices, stored row by row
 * in flat arrays; only the lower triangle is read and written.
 */
public final class Cholesky {
  private Cholesky() {}

  /** A pivot below this part of its diagonal element counts as zero. */
  private static final double RELATIVE_PIVOT = 1e-13;

  /**
   * Factorises in place.
   *
   * @return the first row whose pivot is not positive, or -1 if the matrix is positive definite
   */
  public static int factorise(double[] a, int n) {
    for (int j = 0; j < n; j++) {
      double diagonal = a[j * n + j];
      double pivot = diagonal;
      for (int k = 0; k < j; k++) {
        pivot -= a[j * n + k] * a[j * n + k];
      }
      if (!(pivot > RELATIVE_PIVOT * Math.abs(diagonal))) {
        return j;
      }
      double root = Math.sqrt(pivot);
      a[j * n + j] = root;
      for (int i = j + 1; i < n; i++) {
        double s = a[i * n + j];
        for (int k = 0; k < j; k++) {
          s -= a[i * n + k] * a[j * n + k];
        }
        a[i * n + j] = s / root;
      }
    }
    return -1;
  }

  /** Replaces x by A<sup>-1</sup> x. */
  public static void solve(double[] factor, int n, double[] x) {
    for (int i = 0; i < n; i++) {
      double s = x[i];
      for (int k = 0; k < i; k++) {
        s -= factor[i * n + k] * x[k];
      }
      x[i] = s / factor[i * n + i];
    }
    for (int i = n - 1; i >= 0; i--) {
      double s = x[i];
      for (int k = i + 1; k < n; k++) {
        s -= factor[k * n + i] * x[k];
      }
      x[i] = s / factor[i * n + i];
    }
  }

  /** A<sup>-1</sup> as a full matrix. */
  public static double[] inverse(double[] factor, int n) {
    double[] inverse = new double[n * n];
    double[] column = new double[n];
    for (int j = 0; j < n; j++) {
      Arrays.fill(column, 0);
      column[j] = 1;
      solve(factor, n, column);
      for (int i = 0; i < n; i++) {
        inverse[i * n + j] = column[i];
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        double mean = 0.5 * (inverse[i * n + j] + inverse[j * n + i]);
        inverse[i * n + j] = mean;
        inverse[j * n + i] = mean;
      }
    }
    return inverse;
  }
}
