package org.dipscope.core.math;

/**
 * Sums over flat arrays of bins with four independent partial sums, which keeps the adders of one
 * core busy. The order of additions is fixed, so results are reproducible bit by bit.
 */
public final class FlatArrays {
  private FlatArrays() {}

  /** The sum of the first n elements. */
  public static double sum(double[] a, int n) {
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

  /** &Sigma; a<sub>i</sub> b<sub>i</sub> over the first n elements. */
  public static double dot(double[] a, double[] b, int n) {
    return dot(a, 0, b, 0, n);
  }

  /** &Sigma; a<sub>offset+i</sub> b<sub>i</sub> over n elements. */
  public static double dot(double[] a, int offset, double[] b, int n) {
    return dot(a, offset, b, 0, n);
  }

  /** The scalar product of n elements of a and b from their offsets on. */
  public static double dot(double[] a, int aOffset, double[] b, int bOffset, int n) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i < n - 3; i += 4) {
      s0 += a[aOffset + i] * b[bOffset + i];
      s1 += a[aOffset + i + 1] * b[bOffset + i + 1];
      s2 += a[aOffset + i + 2] * b[bOffset + i + 2];
      s3 += a[aOffset + i + 3] * b[bOffset + i + 3];
    }
    for (; i < n; i++) {
      s0 += a[aOffset + i] * b[bOffset + i];
    }
    return (s0 + s1) + (s2 + s3);
  }

  /** out = a &middot; b, bin by bin. */
  public static void product(double[] a, double[] b, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = a[i] * b[i];
    }
  }

  /** y += factor &middot; x, where x starts at the offset. */
  public static void addScaled(double[] y, double factor, double[] x, int offset, int n) {
    for (int i = 0; i < n; i++) {
      y[i] += factor * x[offset + i];
    }
  }
}
