package org.dipscope.neural.significance;

import java.util.Arrays;

/**
 * Weighted least-squares fits of every shape of a library together with one signal, averaged with
 * weights exp(&minus;&chi;&sup2;/2). For one thread.
 */
final class ShapeFits {
  private static final double LEAST_SHARE = 1e-4;

  private final ShapeLibrary library;
  private final int size;
  private final double[] g1;
  private final double[] t1;
  private final double[] gg;
  private final double[] gt;
  private final double[] tt;
  private final double[] gn;
  private final double[] tn;
  private final double[] gs;
  private final double[] ts;
  private final double[] chi2;
  private final double[][] solution;

  ShapeFits(ShapeLibrary library) {
    this.library = library;
    size = library.size();
    g1 = new double[size];
    t1 = new double[size];
    gg = new double[size];
    gt = new double[size];
    tt = new double[size];
    gn = new double[size];
    tn = new double[size];
    gs = new double[size];
    ts = new double[size];
    chi2 = new double[size];
    solution = new double[4][size];
  }

  /**
   * Fits n &asymp; A + B g + C t + D s.
   *
   * @param weight 1/variance per bin
   * @param signal the signal's share per bin; all zero for none
   * @param mean receives the average of A + B g + C t
   * @param variance receives its variance over the shapes
   * @return the smallest &chi;&sup2;
   */
  double fit(double[] counts, double[] weight, double[] signal, double[] mean, double[] variance) {
    int bins = counts.length;
    clear();
    double ss = 0;
    double s1 = 0;
    double sn = 0;
    double w1 = 0;
    double wn = 0;
    double nn = 0;
    for (int i = 0; i < bins; i++) {
      double w = weight[i];
      double n = counts[i];
      double s = signal[i];
      w1 += w;
      wn += w * n;
      nn += w * n * n;
      ss += w * s * s;
      s1 += w * s;
      sn += w * s * n;
      pass(library.g[i], library.t[i], w, w * n);
      squares(library.gg[i], library.gt[i], library.tt[i], w);
      if (s != 0) {
        add(library.g[i], gs, w * s);
        add(library.t[i], ts, w * s);
      }
    }
    // Without a signal its column is switched off by a huge diagonal.
    double signalNorm = ss > 0 ? ss * (1 + 1e-9) : 1e30;
    double best = Double.POSITIVE_INFINITY;
    for (int j = 0; j < size; j++) {
      chi2[j] = solve(j, w1, wn, s1, sn, signalNorm, nn);
      best = Math.min(best, chi2[j]);
    }
    average(best, mean, variance);
    return best;
  }

  private void clear() {
    for (double[] sums : new double[][] {g1, t1, gg, gt, tt, gn, tn, gs, ts}) {
      Arrays.fill(sums, 0);
    }
  }

  private void pass(double[] g, double[] t, double w, double wn) {
    for (int j = 0; j < size; j++) {
      g1[j] += w * g[j];
      t1[j] += w * t[j];
      gn[j] += wn * g[j];
      tn[j] += wn * t[j];
    }
  }

  private void squares(double[] a, double[] b, double[] c, double w) {
    for (int j = 0; j < size; j++) {
      gg[j] += w * a[j];
      gt[j] += w * b[j];
      tt[j] += w * c[j];
    }
  }

  private void add(double[] shape, double[] sums, double w) {
    for (int j = 0; j < size; j++) {
      sums[j] += w * shape[j];
    }
  }

  /** Cholesky of the 4 &times; 4 normal equations in the order 1, s, g, t. */
  private double solve(int j, double w1, double wn, double s1, double sn, double ss, double nn) {
    double a = Math.sqrt(w1);
    double b0 = s1 / a;
    double c0 = g1[j] / a;
    double d0 = t1[j] / a;
    double b = Math.sqrt(Math.max(ss - b0 * b0, 1e-12 * ss));
    double c1 = (gs[j] - b0 * c0) / b;
    double d1 = (ts[j] - b0 * d0) / b;
    double c = Math.sqrt(Math.max(gg[j] - c0 * c0 - c1 * c1, 1e-11 * gg[j]));
    double d2 = (gt[j] - d0 * c0 - d1 * c1) / c;
    double d = Math.sqrt(Math.max(tt[j] - d0 * d0 - d1 * d1 - d2 * d2, 1e-10 * tt[j]));
    double y0 = wn / a;
    double y1 = (sn - b0 * y0) / b;
    double y2 = (gn[j] - c0 * y0 - c1 * y1) / c;
    double y3 = (tn[j] - d0 * y0 - d1 * y1 - d2 * y2) / d;
    double t = y3 / d;
    double g = (y2 - d2 * t) / c;
    double s = (y1 - c1 * g - d1 * t) / b;
    double one = (y0 - b0 * s - c0 * g - d0 * t) / a;
    solution[0][j] = one;
    solution[1][j] = g;
    solution[2][j] = t;
    solution[3][j] = s;
    return nn - y0 * y0 - y1 * y1 - y2 * y2 - y3 * y3;
  }

  private void average(double best, double[] mean, double[] variance) {
    int bins = mean.length;
    Arrays.fill(mean, 0);
    Arrays.fill(variance, 0);
    double total = 0;
    for (int j = 0; j < size; j++) {
      double share = Math.exp(-0.5 * (chi2[j] - best));
      if (share > LEAST_SHARE) {
        total += share;
        for (int i = 0; i < bins; i++) {
          double b =
              solution[0][j] + solution[1][j] * library.g[i][j] + solution[2][j] * library.t[i][j];
          mean[i] += share * b;
          variance[i] += share * b * b;
        }
      }
    }
    for (int i = 0; i < bins; i++) {
      mean[i] /= total;
      variance[i] = Math.max(0, variance[i] / total - mean[i] * mean[i]);
    }
  }
}
