package org.dipscope.core.bump;

import java.util.HashMap;
import java.util.Map;

/**
 * The signed significance of a Gaussian signal at every bin over a background that is known: n_i
 * &sim; Poisson(&mu; s_i + b_i), q = 2 &Sigma; [n_i ln(1 + &mu;&#770; s_i/b_i) &minus; &mu;&#770;
 * s_i], z = sign(&mu;&#770;) &radic;q, with &mu;&#770; as low as b + &mu; s &gt; 0 allows (JHEP 02
 * (2025) 122; G. Cowan et al., Eur. Phys. J. C 71 (2011) 1554, eq. 12, with a sign).
 *
 * <p>All bins are solved side by side: &mu; follows from Newton's method on 1/g, g(&mu;) = &Sigma;
 * n_i s_i/(b_i + &mu; s_i), which is concave, so that every step after the first comes from below;
 * q is the integral of the score from 0 to &mu;&#770; by the quintic Hermite rule, which needs no
 * logarithm. Bins where either is not accurate enough, or that see a bin without background (which
 * is NaN side by side), are solved one by one with logarithms.
 *
 * <p>Reuses its memory: not thread-safe, one per thread.
 */
public final class KnownBackground {
  private static final int SMALLEST_CAPACITY = 128;
  private static final int MOST_STEPS = 100;

  /** A step that changes q by less than this is corrected for to third order in place of taken. */
  private static final double NEAR = 1e-2;

  /** Relative difference of cubic and quintic rule below which the quintic one is exact to 1e-5. */
  private static final double SMOOTH = 6e-4;

  private final Map<Double, SignalShape> uniform = new HashMap<>();
  private double[] n = new double[0];
  private double[] b = n;
  private double[] inverse = n;
  private double[] ratio = n;
  private double[] shiftedA = n;
  private double[] shiftedB = n;
  private double[] norm = n;
  private double[] floor = n;
  private double[] mu = n;
  private double[] score = n;
  private double[] slope = n;
  private double[] bend = n;
  private double[] score0 = n;
  private double[] slope0 = n;
  private double[] bend0 = n;

  /**
   * z of every bin of a histogram with bins of equal width.
   *
   * @param counts not negative, not necessarily whole
   * @param background expected counts; bins without any are left out if they hold none, and make z
   *     infinite if they do
   * @param sigmaBins &sigma; of the signal in bins
   * @param out receives one z per bin
   */
  public void z(double[] counts, double[] background, double sigmaBins, double[] out) {
    z(counts, background, counts.length, sigmaBins, out);
  }

  /** The same for the first bins of longer arrays. */
  public void z(double[] counts, double[] background, int bins, double sigmaBins, double[] out) {
    SignalShape shape = uniform.get(sigmaBins);
    if (shape == null || shape.bins() < bins) {
      shape = SignalShape.uniform(Math.max(SMALLEST_CAPACITY, bins), sigmaBins);
      uniform.put(sigmaBins, shape);
    }
    solve(counts, background, bins, shape, out);
  }

  /** z of every bin for any bins. */
  public void z(double[] counts, double[] background, SignalShape shape, double[] out) {
    solve(counts, background, shape.bins(), shape, out);
  }

  private void solve(
      double[] counts, double[] background, int bins, SignalShape shape, double[] out) {
    reserve(bins);
    System.arraycopy(counts, 0, n, 0, bins);
    System.arraycopy(background, 0, b, 0, bins);
    for (int i = 0; i < bins; i++) {
      boolean isPhysical = n[i] >= 0 && b[i] > 0;
      inverse[i] = isPhysical ? 1 / b[i] : Double.NaN;
      ratio[i] = n[i] * inverse[i];
    }
    begin(bins, shape);
    advance(bins);
    evaluate(bins, shape);
    finish(bins, shape, out);
  }

  private void reserve(int bins) {
    if (n.length >= bins) {
      return;
    }
    int capacity = Math.max(SMALLEST_CAPACITY, bins);
    n = new double[capacity];
    b = new double[capacity];
    inverse = new double[capacity];
    ratio = new double[capacity];
    shiftedA = new double[capacity];
    shiftedB = new double[capacity];
    norm = new double[capacity];
    floor = new double[capacity];
    mu = new double[capacity];
    score = new double[capacity];
    slope = new double[capacity];
    bend = new double[capacity];
    score0 = new double[capacity];
    slope0 = new double[capacity];
    bend0 = new double[capacity];
  }

  /** The score g and its derivatives at &mu; = 0, and the lowest &mu;. */
  private void begin(int bins, SignalShape shape) {
    clear(bins, norm, floor);
    clear(bins, score0, slope0);
    clear(bins, bend0, mu);
    int reach = Math.min(shape.reach(), bins - 1);
    for (int k = -reach; k <= reach; k++) {
      int first = Math.max(0, -k);
      int end = bins - Math.max(0, k);
      System.arraycopy(inverse, first + k, shiftedA, first, end - first);
      System.arraycopy(ratio, first + k, shiftedB, first, end - first);
      begin(first, end, shape.row(k), shiftedA, shiftedB, norm, floor, score0, slope0, bend0);
    }
    for (int j = 0; j < bins; j++) {
      floor[j] = -1 / floor[j];
    }
  }

  private static void begin(
      int first,
      int end,
      double[] s,
      double[] inverse,
      double[] ratio,
      double[] norm,
      double[] floor,
      double[] score,
      double[] slope,
      double[] bend) {
    for (int j = first; j < end; j++) {
      double x = s[j] * inverse[j];
      double y = s[j] * ratio[j];
      norm[j] += s[j];
      floor[j] = Math.max(floor[j], x);
      score[j] += y;
      y *= x;
      slope[j] += y;
      bend[j] += y * x;
    }
  }

  private static void clear(int bins, double[] one, double[] other) {
    for (int j = 0; j < bins; j++) {
      one[j] = 0;
      other[j] = 0;
    }
  }

  /** One step of Newton's method on 1/g from &mu; = 0. */
  private void advance(int bins) {
    for (int j = 0; j < bins; j++) {
      double step = score0[j] / slope0[j] * (score0[j] / norm[j] - 1);
      mu[j] = Math.max(step, 0.999 * floor[j]);
    }
  }

  /** g and its derivatives at &mu;. */
  private void evaluate(int bins, SignalShape shape) {
    clear(bins, score, slope);
    clear(bins, bend, bend);
    int reach = Math.min(shape.reach(), bins - 1);
    for (int k = -reach; k <= reach; k++) {
      int first = Math.max(0, -k);
      int end = bins - Math.max(0, k);
      System.arraycopy(b, first + k, shiftedA, first, end - first);
      System.arraycopy(n, first + k, shiftedB, first, end - first);
      evaluate(first, end, shape.row(k), shiftedA, shiftedB, mu, score, slope, bend);
    }
  }

  private static void evaluate(
      int first,
      int end,
      double[] s,
      double[] b,
      double[] n,
      double[] mu,
      double[] score,
      double[] slope,
      double[] bend) {
    for (int j = first; j < end; j++) {
      double x = s[j] / (b[j] + mu[j] * s[j]);
      double y = n[j] * x;
      score[j] += y;
      y *= x;
      slope[j] += y;
      bend[j] += y * x;
    }
  }

  private void finish(int bins, SignalShape shape, double[] out) {
    for (int j = 0; j < bins; j++) {
      double h = mu[j];
      double residual = score[j] - norm[j];
      double step = residual / slope[j];
      double rest = residual * step + 2.0 / 3 * bend[j] * step * step * step;
      double cubic = h * (score0[j] + score[j] - 2 * norm[j]) + h * h / 6 * (slope[j] - slope0[j]);
      double quintic =
          h * (score0[j] + score[j] - 2 * norm[j])
              + h * h / 5 * (slope[j] - slope0[j])
              + h * h * h / 30 * (bend[j] + bend0[j]);
      double q = quintic + rest;
      boolean isAccurate =
          h + step > floor[j] && Math.abs(rest) < NEAR && Math.abs(quintic - cubic) <= SMOOTH * q;
      out[j] = isAccurate ? Math.copySign(Math.sqrt(q), h) : alone(j, bins, shape);
    }
  }

  /** z of one bin, step by step, with logarithms. */
  private double alone(int j, int bins, SignalShape shape) {
    int first = Math.max(0, j - shape.reach());
    int last = Math.min(bins - 1, j + shape.reach());
    double total = 0;
    double lowest = Double.NEGATIVE_INFINITY;
    for (int i = first; i <= last; i++) {
      double s = shape.share(j, i);
      if (!(n[i] >= 0) || Double.isNaN(b[i])) {
        return Double.NaN;
      }
      if (s > 0 && b[i] > 0) {
        total += s;
        lowest = Math.max(lowest, -b[i] / s);
      } else if (s > 0 && n[i] > 0) {
        return Double.POSITIVE_INFINITY;
      }
    }
    double strength = strength(j, first, last, shape, total, lowest);
    double q = -strength * total;
    for (int i = first; i <= last; i++) {
      if (b[i] > 0 && n[i] > 0) {
        q += n[i] * Math.log1p(strength * shape.share(j, i) / b[i]);
      }
    }
    return total == 0 ? 0 : Math.copySign(Math.sqrt(Math.max(0, 2 * q)), strength);
  }

  private double strength(
      int j, int first, int last, SignalShape shape, double total, double lowest) {
    double strength = 0;
    for (int step = 0; step < MOST_STEPS; step++) {
      double g = 0;
      double h = 0;
      for (int i = first; i <= last; i++) {
        if (b[i] > 0 && n[i] > 0) {
          double x = shape.share(j, i) / (b[i] + strength * shape.share(j, i));
          g += n[i] * x;
          h += n[i] * x * x;
        }
      }
      if (g == 0) {
        return lowest;
      }
      double next = strength + g / h * (g / total - 1);
      if (next <= lowest) {
        next = lowest + (strength - lowest) / 16;
      }
      double gain = (g - total) * (g - total) / h;
      if (gain < 1e-14 || next == strength) {
        return next;
      }
      strength = next;
    }
    return strength;
  }
}
