package org.dipscope.core.likelihood;

/**
 * Sums over flat arrays of bins with four independent partial sums, which keeps the adders of one
 * core busy. The order of additions is fixed, so results are reproducible bit by bit.
 */
final class FlatArrays {
  private FlatArrays() {}

  static double sum(double[] a, int n) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i < n - 3; i += 4) {
      s0 += a[i];
      s1 += a[i + 1];
      s2 += a[i + 2];
      s3 += a[i + 3];
    }
    for (; i < n; i++) {
      s0 += a[i];
    }
    return (s0 + s1) + (s2 + s3);
  }

  static double dot(double[] a, double[] b, int n) {
    return dot(a, 0, b, n);
  }

  static double dot(double[] a, int offset, double[] b, int n) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i < n - 3; i += 4) {
      s0 += a[offset + i] * b[i];
      s1 += a[offset + i + 1] * b[i + 1];
      s2 += a[offset + i + 2] * b[i + 2];
      s3 += a[offset + i + 3] * b[i + 3];
    }
    for (; i < n; i++) {
      s0 += a[offset + i] * b[i];
    }
    return (s0 + s1) + (s2 + s3);
  }

  /** out = a &middot; b, bin by bin. */
  static void product(double[] a, double[] b, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = a[i] * b[i];
    }
  }

  /** y += factor &middot; x, where x starts at the offset. */
  static void addScaled(double[] y, double factor, double[] x, int offset, int n) {
    for (int i = 0; i < n; i++) {
      y[i] += factor * x[offset + i];
    }
  }
}
