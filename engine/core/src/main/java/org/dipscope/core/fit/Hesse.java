package org.dipscope.core.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The covariance from the curvature at a minimum: C = [&frac12;
 * &part;&sup2;&lambda;/&part;x&sup2;]<sup>&minus;1</sup> over all parameters that are not fixed.
 * Parameters along a direction without curvature have no finite error: they are named, and all
 * others keep theirs.
 */
public final class Hesse {
  private static final double INVOLVED = 1e-6;

  private final FitProblem problem;
  private final int n;
  private final double[] hessian;
  private final double[] covariance;
  private final double[] slope;
  private final boolean[] undetermined;
  private final List<List<String>> flatDirections = new ArrayList<>();

  private Hesse(FitProblem problem, double[] x) {
    this.problem = problem;
    n = problem.size();
    hessian = new double[n * n];
    covariance = new double[n * n];
    undetermined = new boolean[n];
    slope = new double[n];
    problem.objective().evaluate(x, new double[n], hessian);
    invert(x);
  }

  /** The curvature at a point. */
  public static Hesse at(FitProblem problem, FitPoint point) {
    return new Hesse(problem, point.x());
  }

  private void invert(double[] x) {
    EnvelopeCholesky cholesky = new EnvelopeCholesky(problem.objective().eliminationOrder());
    boolean[] skipped = new boolean[n];
    double[] half = hessian.clone();
    for (int k = 0; k < n; k++) {
      FitParameter p = problem.parameters().get(k);
      skipped[k] = p.fixed() || !(p.low() < p.high());
    }
    for (int i = 0; i < half.length; i++) {
      half[i] *= 0.5;
    }
    double[] noRidge = new double[n];
    for (int at = cholesky.factorise(half, skipped, noRidge);
        at >= 0;
        at = cholesky.factorise(half, skipped, noRidge)) {
      flatDirections.add(undetermined(cholesky.nullVector(), at, skipped));
      skipped[at] = true;
    }
    double[] column = new double[n];
    for (int k = 0; k < n; k++) {
      Arrays.fill(column, 0);
      column[k] = 1;
      cholesky.solve(column);
      slope[k] = problem.parameters().get(k).slope(x[k]);
      for (int l = 0; l < n; l++) {
        boolean known = !undetermined[k] && !undetermined[l];
        covariance[k * n + l] = skipped[k] || skipped[l] ? 0 : column[l];
        covariance[k * n + l] = known ? covariance[k * n + l] : Double.NaN;
      }
    }
  }

  private List<String> undetermined(double[] direction, int at, boolean[] skipped) {
    double failed = hessian[at * n + at];
    List<String> names = new ArrayList<>();
    for (int k = 0; k < n; k++) {
      double size = Math.abs(direction[k]);
      double relative =
          k == at || !(failed > 0) ? size : size * Math.sqrt(hessian[k * n + k] / failed);
      if (!skipped[k] && relative > INVOLVED) {
        undetermined[k] = true;
        names.add(problem.parameters().get(k).name());
      }
    }
    return List.copyOf(names);
  }

  /**
   * The covariance of the values of two parameters; 0 if one is fixed, NaN if undetermined or if a
   * value depends on its internal coordinate with slope 0 or infinity, as &mu; does at 0.
   */
  public double covariance(int k, int l) {
    double both = slope[k] * slope[l];
    double known = both > 0 && both < Double.POSITIVE_INFINITY ? both : Double.NaN;
    double internal = 0.5 * (covariance[k * n + l] + covariance[l * n + k]);
    return internal == 0 ? 0 : internal * known;
  }

  /** The standard deviation of the value of a parameter; 0 if fixed, NaN as the covariance. */
  public double error(int k) {
    return Math.sqrt(covariance(k, k));
  }

  /** The correlation of two parameters; 0 if one is fixed, NaN as the covariance. */
  public double correlation(int k, int l) {
    double product = error(k) * error(l);
    return product == 0 ? 0 : covariance(k, l) / product;
  }

  /** The covariance of two internal coordinates. */
  double internal(int k, int l) {
    return covariance[k * n + l];
  }

  /** &part;&sup2;&lambda; by two internal coordinates. */
  double curvature(int k, int l) {
    return hessian[k * n + l];
  }

  /** Groups of parameters that only together, or not at all, change &lambda;. */
  public List<List<String>> flatDirections() {
    return List.copyOf(flatDirections);
  }
}
