package org.dipscope.core.bump;

import java.util.Arrays;
import org.dipscope.core.math.Cholesky;
import org.dipscope.core.math.FlatArrays;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * b_i = exp(o_i + &Sigma;_k p_k f_k(m_i)), the form of log-polynomials, dijet and dilepton
 * functions alike. The fit works in an orthonormal basis of the columns f_k, in which even powers
 * of a logarithm are well conditioned; its likelihood has one minimum.
 */
final class LogLinear implements BackgroundShape {
  private static final double LARGEST_EXPONENT = 600;
  private static final double DEPENDENT = 1e-11;

  private final double[] offset;
  private final double[][] basis;
  private final double[][] triangle;

  /**
   * @param offset o, one per bin
   * @param columns f, one array per parameter
   */
  LogLinear(double[] offset, double[][] columns) {
    this.offset = offset;
    int size = columns.length;
    int bins = offset.length;
    basis = new double[size][];
    triangle = new double[size][size];
    for (int k = 0; k < size; k++) {
      basis[k] = columns[k].clone();
      double before = Math.sqrt(FlatArrays.dot(basis[k], basis[k], bins));
      for (int pass = 0; pass < 2; pass++) {
        for (int l = 0; l < k; l++) {
          double share = FlatArrays.dot(basis[k], basis[l], bins) / bins;
          triangle[l][k] += share;
          FlatArrays.addScaled(basis[k], -share, basis[l], 0, bins);
        }
      }
      double norm = Math.sqrt(FlatArrays.dot(basis[k], basis[k], bins));
      if (!(norm > DEPENDENT * before)) {
        throw new ProblemException(
            Problem.badInput(
                bins + " bins cannot fix " + size + " parameters of a background.",
                "Use a family with fewer parameters, or more bins."));
      }
      triangle[k][k] = norm / Math.sqrt(bins);
      for (int i = 0; i < bins; i++) {
        basis[k][i] /= triangle[k][k];
      }
    }
  }

  @Override
  public int bins() {
    return offset.length;
  }

  @Override
  public int size() {
    return basis.length;
  }

  /** The least-squares fit of the logarithm of the counts. */
  @Override
  public double[] start(double[] counts, boolean[] masked) {
    int n = size();
    double[] matrix = new double[n * n];
    double[] theta = new double[n];
    double[] weight = new double[bins()];
    double[] scratch = new double[bins()];
    for (int i = 0; i < bins(); i++) {
      weight[i] = masked[i] ? 0 : counts[i] + 0.5;
      scratch[i] = masked[i] ? 0 : weight[i] * (Math.log(weight[i]) - offset[i]);
    }
    for (int k = 0; k < n; k++) {
      theta[k] = FlatArrays.dot(basis[k], scratch, bins());
    }
    addProducts(weight, matrix, n);
    if (Cholesky.factorise(matrix, n) >= 0) {
      double total = FlatArrays.sum(weight, bins());
      Arrays.fill(theta, 0);
      theta[0] = Math.log(total / bins());
      return theta;
    }
    Cholesky.solve(matrix, n, theta);
    return theta;
  }

  @Override
  public void rate(double[] theta, double[] rate) {
    System.arraycopy(offset, 0, rate, 0, offset.length);
    for (int k = 0; k < size(); k++) {
      FlatArrays.addScaled(rate, theta[k], basis[k], 0, offset.length);
    }
    for (int i = 0; i < offset.length; i++) {
      rate[i] = Math.exp(Math.clamp(rate[i], -LARGEST_EXPONENT, LARGEST_EXPONENT));
    }
  }

  @Override
  public void pull(double[] theta, double[] rate, double[] weight, double[] out) {
    double[] product = new double[bins()];
    FlatArrays.product(rate, weight, product, bins());
    for (int k = 0; k < size(); k++) {
      out[k] = FlatArrays.dot(basis[k], product, bins());
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
    double[] weight = new double[bins()];
    for (int i = 0; i < bins(); i++) {
      weight[i] = rate[i] * (w2[i] * rate[i] + (w1 == null ? 0 : w1[i]));
    }
    addProducts(weight, matrix, stride);
  }

  private void addProducts(double[] weight, double[] matrix, int stride) {
    double[] product = new double[bins()];
    for (int k = 0; k < size(); k++) {
      FlatArrays.product(basis[k], weight, product, bins());
      for (int l = 0; l <= k; l++) {
        matrix[k * stride + l] += FlatArrays.dot(basis[l], product, bins());
      }
    }
  }

  @Override
  public void variance(double[] theta, double[] rate, double[] covariance, double[] out) {
    int n = size();
    for (int i = 0; i < bins(); i++) {
      double sum = 0;
      for (int k = 0; k < n; k++) {
        for (int l = 0; l < n; l++) {
          sum += basis[k][i] * covariance[k * n + l] * basis[l][i];
        }
      }
      out[i] = rate[i] * rate[i] * sum;
    }
  }

  @Override
  public double[] coefficients(double[] theta) {
    double[] p = new double[size()];
    for (int k = size() - 1; k >= 0; k--) {
      double sum = theta[k];
      for (int l = k + 1; l < size(); l++) {
        sum -= triangle[k][l] * p[l];
      }
      p[k] = sum / triangle[k][k];
    }
    return p;
  }

  /** The parameters of the fit from those of the formula. */
  double[] theta(double[] coefficients) {
    double[] theta = new double[size()];
    for (int k = 0; k < size(); k++) {
      for (int l = k; l < size(); l++) {
        theta[k] += triangle[k][l] * coefficients[l];
      }
    }
    return theta;
  }
}
