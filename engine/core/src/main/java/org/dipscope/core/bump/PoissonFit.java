package org.dipscope.core.bump;

import java.util.Arrays;
import org.dipscope.core.math.Cholesky;
import org.jspecify.annotations.Nullable;

/**
 * Fits n_i &sim; Poisson(b_i(&theta;) + &mu; s_i) by Newton's method with the exact Hessian, damped
 * as by Levenberg and Marquardt until every step decreases the deviance &lambda; = 2 &Sigma; [&nu;
 * &minus; n + n ln(n/&nu;)]. Bins without counts must keep &nu; &ge; 0, others &nu; &gt; 0; masked
 * bins are no part of the sum. Reuses its memory: one per thread.
 */
final class PoissonFit {
  private static final int MOST_STEPS = 100;

  /** Predicted decrease of &lambda; below which the search ends. */
  private static final double ENOUGH = 1e-9;

  private static final double MOST_DAMPING = 1e12;

  private final BackgroundShape shape;
  private final int bins;
  private final int size;
  private final boolean[] masked;
  private final double[] rate;
  private final double[] trialRate;
  private final double[] w1;
  private final double[] w2;
  private final double[] mixed;
  private final double[] x;
  private final double[] trial;
  private final double[] gradient;
  private final double[] scratch;
  private final double[] matrix;
  private final double[] factor;
  private final double[] step;
  private double deviance;
  private boolean converged;

  /**
   * @param masked one flag per bin, true where it is left out
   */
  PoissonFit(BackgroundShape shape, boolean[] masked) {
    this.shape = shape;
    this.masked = masked;
    bins = shape.bins();
    size = shape.size();
    rate = new double[bins];
    trialRate = new double[bins];
    w1 = new double[bins];
    w2 = new double[bins];
    mixed = new double[bins];
    x = new double[size + 1];
    trial = new double[size + 1];
    gradient = new double[size + 1];
    scratch = new double[size];
    matrix = new double[(size + 1) * (size + 1)];
    factor = new double[(size + 1) * (size + 1)];
    step = new double[size + 1];
  }

  /**
   * The best fit below a start.
   *
   * @param signal s, or null for background alone
   * @param mu where &mu; starts
   */
  void fit(double[] counts, double[] theta, double @Nullable [] signal, double mu) {
    System.arraycopy(theta, 0, x, 0, size);
    x[size] = signal == null ? 0 : mu;
    int free = signal == null ? size : size + 1;
    deviance = evaluate(x, counts, signal, rate);
    if (!Double.isFinite(deviance)) {
      x[size] = 0;
      deviance = evaluate(x, counts, signal, rate);
    }
    converged = false;
    double damping = 0;
    for (int count = 0; count < MOST_STEPS && !converged && damping < MOST_DAMPING; count++) {
      prepare(counts, signal, free);
      damping = solve(free, damping);
      double predicted = predicted(free);
      for (int k = 0; k <= size; k++) {
        trial[k] = x[k] + (k < free ? step[k] : 0);
      }
      double reached = evaluate(trial, counts, signal, trialRate);
      if (reached <= deviance + 1e-13 * (1 + deviance)) {
        converged = predicted < ENOUGH && damping < 1e-3;
        damping = deviance - reached > 0.5 * predicted ? 0.1 * damping : damping;
        damping = damping < 1e-6 ? 0 : damping;
        System.arraycopy(trial, 0, x, 0, size + 1);
        System.arraycopy(trialRate, 0, rate, 0, bins);
        deviance = reached;
      } else {
        converged = predicted < 1e-11 * (1 + deviance);
        damping = Math.max(1e-3, 8 * damping);
      }
    }
  }

  private double evaluate(
      double[] at, double[] counts, double @Nullable [] signal, double[] background) {
    shape.rate(at, background);
    double sum = 0;
    for (int i = 0; i < bins; i++) {
      if (masked[i]) {
        continue;
      }
      double nu = background[i] + (signal == null ? 0 : at[size] * signal[i]);
      double n = counts[i];
      if (!(nu > 0) && (n > 0 || nu < 0)) {
        return Double.POSITIVE_INFINITY;
      }
      sum += n > 0 ? halfDeviance(n, nu) : nu;
    }
    return Double.isNaN(sum) ? Double.POSITIVE_INFINITY : 2 * sum;
  }

  /** &nu; &minus; n + n ln(n/&nu;), without cancellation where they are close. */
  private static double halfDeviance(double n, double nu) {
    double d = (nu - n) / n;
    if (Math.abs(d) < 1e-2) {
      double d2 = d * d;
      return n * d2 * (0.5 - d / 3 + d2 * (0.25 - d / 5 + d2 * (1.0 / 6 - d / 7)));
    }
    return nu - n + n * Math.log(n / nu);
  }

  /** Gradient and Hessian of &lambda; at x. */
  private void prepare(double[] counts, double @Nullable [] signal, int free) {
    double mu = x[size];
    for (int i = 0; i < bins; i++) {
      double nu = rate[i] + (signal == null ? 0 : mu * signal[i]);
      double ratio = counts[i] == 0 ? 0 : counts[i] / nu;
      w1[i] = masked[i] ? 0 : 2 * (1 - ratio);
      w2[i] = counts[i] == 0 ? 0 : 2 * ratio / nu;
    }
    Arrays.fill(matrix, 0);
    shape.pull(x, rate, w1, scratch);
    System.arraycopy(scratch, 0, gradient, 0, size);
    shape.addCurvature(x, rate, w1, w2, matrix, free);
    if (signal != null) {
      double slope = 0;
      double curvature = 0;
      for (int i = 0; i < bins; i++) {
        slope += w1[i] * signal[i];
        mixed[i] = w2[i] * signal[i];
        curvature += mixed[i] * signal[i];
      }
      shape.pull(x, rate, mixed, scratch);
      gradient[size] = slope;
      System.arraycopy(scratch, 0, matrix, size * free, size);
      matrix[size * free + size] = curvature;
    }
  }

  /** Fills the step; returns the damping that made the matrix positive definite. */
  private double solve(int free, double given) {
    double damping = given;
    while (true) {
      System.arraycopy(matrix, 0, factor, 0, free * free);
      for (int k = 0; k < free; k++) {
        double diagonal = Math.abs(matrix[k * free + k]);
        factor[k * free + k] += damping * Math.max(diagonal, 1e-9);
        step[k] = -gradient[k];
      }
      if (Cholesky.factorise(factor, free) < 0) {
        Cholesky.solve(factor, free, step);
        return damping;
      }
      if (damping > MOST_DAMPING) {
        Arrays.fill(step, 0);
        return damping;
      }
      damping = Math.max(1e-4, 10 * damping);
    }
  }

  private double predicted(int free) {
    double slope = 0;
    for (int k = 0; k < free; k++) {
      slope -= gradient[k] * step[k];
    }
    return 0.5 * slope;
  }

  /** &lambda; at the best fit. */
  double deviance() {
    return deviance;
  }

  /** The strength of the signal at the best fit. */
  double mu() {
    return x[size];
  }

  /** Whether the best fit was found to rounding errors. */
  boolean converged() {
    return converged;
  }

  /** The parameters at the best fit; a copy. */
  double[] theta() {
    return Arrays.copyOf(x, size);
  }

  /** The background at the best fit; a copy. */
  double[] rate() {
    return rate.clone();
  }
}
