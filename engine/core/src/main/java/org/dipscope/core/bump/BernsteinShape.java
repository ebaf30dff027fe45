package org.dipscope.core.bump;

import java.util.Arrays;
import org.dipscope.core.math.FlatArrays;
import org.jspecify.annotations.Nullable;

/**
 * b_i = w_i &Sigma;_k e^{t_k} B_{k,n}(x_i), x from 0 to 1 over the axis: a Bernstein polynomial
 * with coefficients that are not negative, so that it is positive everywhere.
 */
final class BernsteinShape implements BackgroundShape {
  private static final double LARGEST_EXPONENT = 600;

  private final double[][] basis;

  /**
   * @param x the places of the bins from 0 to 1
   * @param width the factors of the bins
   */
  BernsteinShape(double[] x, double[] width, int degree) {
    basis = new double[degree + 1][x.length];
    double binomial = 1;
    for (int k = 0; k <= degree; k++) {
      for (int i = 0; i < x.length; i++) {
        basis[k][i] = width[i] * binomial * Math.pow(x[i], k) * Math.pow(1 - x[i], degree - k);
      }
      binomial *= (double) (degree - k) / (k + 1);
    }
  }

  @Override
  public int bins() {
    return basis[0].length;
  }

  @Override
  public int size() {
    return basis.length;
  }

  /** What each term sees of the counts. */
  @Override
  public double[] start(double[] counts, boolean[] masked) {
    double[] theta = new double[size()];
    for (int k = 0; k < size(); k++) {
      double all = 0;
      double seen = 0;
      for (int i = 0; i < bins(); i++) {
        all += masked[i] ? 0 : basis[k][i] * basis[k][i];
        seen += masked[i] ? 0 : basis[k][i] * counts[i];
      }
      theta[k] = Math.log(Math.max(1e-3, seen / Math.max(1e-300, all) / size()));
    }
    return theta;
  }

  private static double coefficient(double t) {
    return Math.exp(Math.clamp(t, -LARGEST_EXPONENT, LARGEST_EXPONENT));
  }

  @Override
  public void rate(double[] theta, double[] rate) {
    Arrays.fill(rate, 0, bins(), 0);
    for (int k = 0; k < size(); k++) {
      FlatArrays.addScaled(rate, coefficient(theta[k]), basis[k], 0, bins());
    }
  }

  @Override
  public void pull(double[] theta, double[] rate, double[] weight, double[] out) {
    for (int k = 0; k < size(); k++) {
      out[k] = coefficient(theta[k]) * FlatArrays.dot(basis[k], weight, bins());
    }
  }

  @Override
  public void addCurvature(
      double[] theta,
      double[] rate,
      double @Nullable [] w1,
      double[] w2,
      double[] matrix,
      int stride) {
    double[] product = new double[bins()];
    for (int k = 0; k < size(); k++) {
      double c = coefficient(theta[k]);
      FlatArrays.product(basis[k], w2, product, bins());
      for (int l = 0; l <= k; l++) {
        matrix[k * stride + l] +=
            c * coefficient(theta[l]) * FlatArrays.dot(basis[l], product, bins());
      }
      if (w1 != null) {
        matrix[k * stride + k] += c * FlatArrays.dot(basis[k], w1, bins());
      }
    }
  }

  @Override
  public void variance(double[] theta, double[] rate, double[] covariance, double[] out) {
    int n = size();
    for (int i = 0; i < bins(); i++) {
      double sum = 0;
      for (int k = 0; k < n; k++) {
        double slope = coefficient(theta[k]) * basis[k][i];
        for (int l = 0; l < n; l++) {
          sum += slope * covariance[k * n + l] * coefficient(theta[l]) * basis[l][i];
        }
      }
      out[i] = sum;
    }
  }

  @Override
  public double[] coefficients(double[] theta) {
    return Arrays.stream(theta).map(BernsteinShape::coefficient).toArray();
  }
}
