package org.dipscope.core.likelihood;

import java.util.Arrays;
import org.dipscope.core.math.Cholesky;

/** Covariances from Hessians, also where some parameters are not determined at all. */
final class Covariance {
  private Covariance() {}

  /**
   * [&frac12; H]<sup>&minus;1</sup> over the parameters that H determines. A parameter whose
   * curvature, given those before it, is not positive gets an infinite variance and no
   * correlations; the others are then conditional on it.
   */
  static double[] of(double[] hessian, int n) {
    int[] kept = new int[n];
    int count = n;
    for (int k = 0; k < n; k++) {
      kept[k] = k;
    }
    double[] factor = reduced(hessian, n, kept, count);
    int failed = Cholesky.factorise(factor, count);
    while (failed >= 0) {
      System.arraycopy(kept, failed + 1, kept, failed, count - failed - 1);
      count--;
      factor = reduced(hessian, n, kept, count);
      failed = Cholesky.factorise(factor, count);
    }
    double[] inverse = Cholesky.inverse(factor, count);
    double[] covariance = new double[n * n];
    for (int k = 0; k < n; k++) {
      covariance[k * n + k] = Double.POSITIVE_INFINITY;
    }
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < count; j++) {
        covariance[kept[i] * n + kept[j]] = inverse[i * count + j];
      }
    }
    return covariance;
  }

  private static double[] reduced(double[] hessian, int n, int[] kept, int count) {
    double[] matrix = new double[count * count];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < count; j++) {
        matrix[i * count + j] = 0.5 * hessian[kept[i] * n + kept[j]];
      }
    }
    return matrix;
  }

  /** The standard deviation of every bin, &radic;(J<sup>T</sup> C J), over finite variances. */
  static double[] propagate(double[][] column, double[] covariance, int bins) {
    int n = column.length;
    double[] variance = new double[bins];
    for (int k = 0; k < n; k++) {
      for (int l = 0; l < n; l++) {
        double element = covariance[k * n + l];
        if (element == 0 || Double.isInfinite(element)) {
          continue;
        }
        for (int i = 0; i < bins; i++) {
          variance[i] += element * column[k][i] * column[l][i];
        }
      }
    }
    return Arrays.stream(variance).map(v -> Math.sqrt(Math.max(0, v))).toArray();
  }
}
