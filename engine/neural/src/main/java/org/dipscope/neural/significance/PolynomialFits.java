package org.dipscope.neural.significance;

import java.util.Arrays;

/**
 * Maximum-likelihood fits of exp(polynomial) with or without one signal, and the lower orders that
 * follow from the highest by leaving out its last orthogonal terms. Legendre polynomials on
 * [&minus;1, 1]. For one thread.
 */
final class PolynomialFits {
  /** Highest order. */
  static final int ORDER = 4;

  private static final int TERMS = ORDER + 1;
  private static final int MOST_STEPS = 8;
  private static final double CONVERGED = 1e-3;

  private final int bins;
  private final double[][] basis;
  private final double[] coefficients = new double[TERMS];
  private final double[] step = new double[TERMS + 1];
  private final double[] column = new double[TERMS + 1];
  private final double[][] matrix = new double[TERMS + 1][TERMS + 1];
  private final double[] projected = new double[TERMS];
  private double amplitude;

  /** Expected background, and background and signal, of the last fit. */
  final double[] background;

  final double[] expected;

  /** ln b of every order, 1 to {@value #ORDER}, and its distance in &chi;&sup2; to the highest. */
  final double[][] logarithms;

  final double[] distance = new double[ORDER + 1];

  PolynomialFits(int bins) {
    this.bins = bins;
    basis = new double[bins][TERMS];
    for (int i = 0; i < bins; i++) {
      double x = 2.0 * i / (bins - 1) - 1;
      basis[i][0] = 1;
      basis[i][1] = x;
      for (int k = 2; k < TERMS; k++) {
        basis[i][k] = ((2 * k - 1) * x * basis[i][k - 1] - (k - 1) * basis[i][k - 2]) / k;
      }
    }
    background = new double[bins];
    expected = new double[bins];
    logarithms = new double[ORDER + 1][bins];
  }

  /** Fits the background alone, from a straight start. */
  void fitBackground(double[] counts) {
    start(counts);
    iterate(counts, null);
  }

  /** Goes on from the last fit with a signal beside the background. */
  void fitWithSignal(double[] counts, double[] signal) {
    iterate(counts, signal);
    nest(counts, signal);
  }

  private void start(double[] counts) {
    clear(TERMS);
    Arrays.fill(step, 0);
    for (int i = 0; i < bins; i++) {
      double w = Math.max(counts[i], 0.5);
      double y = w * Math.log(w);
      double[] p = basis[i];
      for (int a = 0; a < TERMS; a++) {
        step[a] += y * p[a];
        double wa = w * p[a];
        for (int c = 0; c <= a; c++) {
          matrix[a][c] += wa * p[c];
        }
      }
    }
    decompose(TERMS);
    forward(TERMS, step);
    backward(TERMS, step);
    System.arraycopy(step, 0, coefficients, 0, TERMS);
    amplitude = 0;
  }

  private void iterate(double[] counts, double @org.jspecify.annotations.Nullable [] signal) {
    int size = signal == null ? TERMS : TERMS + 1;
    for (int count = 0; count < MOST_STEPS; count++) {
      evaluate(signal);
      clear(size);
      Arrays.fill(step, 0);
      for (int i = 0; i < bins; i++) {
        double inverse = 1 / expected[i];
        double pull = counts[i] * inverse - 1;
        columns(i, signal);
        for (int a = 0; a < size; a++) {
          step[a] += pull * column[a];
          double w = column[a] * inverse;
          for (int c = 0; c <= a; c++) {
            matrix[a][c] += w * column[c];
          }
        }
      }
      decompose(size);
      forward(size, step);
      backward(size, step);
      if (advance(signal != null) < CONVERGED) {
        break;
      }
    }
    evaluate(signal);
  }

  private void columns(int bin, double @org.jspecify.annotations.Nullable [] signal) {
    double b = background[bin];
    double[] p = basis[bin];
    for (int a = 0; a < TERMS; a++) {
      column[a] = b * p[a];
    }
    column[TERMS] = signal == null ? 0 : signal[bin];
  }

  /** Takes the step, shortened so that no ln b changes by more than 1. */
  private double advance(boolean hasSignal) {
    double largest = 0;
    for (int i = 0; i < bins; i++) {
      double change = 0;
      for (int a = 0; a < TERMS; a++) {
        change += step[a] * basis[i][a];
      }
      largest = Math.max(largest, Math.abs(change));
    }
    double part = largest > 1 ? 1 / largest : 1;
    for (int a = 0; a < TERMS; a++) {
      coefficients[a] += part * step[a];
    }
    if (hasSignal) {
      amplitude += part * step[TERMS];
    }
    return largest;
  }

  private void evaluate(double @org.jspecify.annotations.Nullable [] signal) {
    for (int i = 0; i < bins; i++) {
      double y = 0;
      for (int a = 0; a < TERMS; a++) {
        y += coefficients[a] * basis[i][a];
      }
      double b = Math.exp(Math.max(-30, Math.min(30, y)));
      background[i] = b;
      expected[i] = signal == null ? b : Math.max(b + amplitude * signal[i], 0.05 * b);
    }
  }

  /** Orthogonal terms with the signal first, then the lower orders by truncation. */
  private void nest(double[] counts, double[] signal) {
    clear(TERMS + 1);
    Arrays.fill(step, 0);
    double[] ordered = new double[TERMS + 1];
    for (int i = 0; i < bins; i++) {
      double inverse = 1 / expected[i];
      double y = 0;
      for (int a = 0; a < TERMS; a++) {
        ordered[a + 1] = background[i] * basis[i][a];
        y += coefficients[a] * ordered[a + 1];
      }
      ordered[0] = signal[i];
      double response = (counts[i] - expected[i] + y + amplitude * signal[i]) * inverse;
      for (int a = 0; a <= TERMS; a++) {
        step[a] += response * ordered[a];
        double w = ordered[a] * inverse;
        for (int c = 0; c <= a; c++) {
          matrix[a][c] += w * ordered[c];
        }
      }
    }
    decompose(TERMS + 1);
    forward(TERMS + 1, step);
    double[] solution = new double[TERMS + 1];
    distance[ORDER] = 0;
    for (int order = ORDER; order >= 1; order--) {
      int size = order + 2;
      System.arraycopy(step, 0, solution, 0, size);
      backward(size, solution);
      for (int i = 0; i < bins; i++) {
        double y = 0;
        for (int a = 0; a <= order; a++) {
          y += solution[a + 1] * basis[i][a];
        }
        logarithms[order][i] = y;
      }
      distance[order - 1] = distance[order] + step[order + 1] * step[order + 1];
    }
  }

  /**
   * &kappa; = u<sup>T</sup>Pu of a signal: the part of it that the polynomial can absorb, for the
   * background of the last fit.
   *
   * @param first first bin of the signal
   * @param end after its last bin
   * @param shape its shares
   * @param offset where in them the first bin stands
   * @param norm &Sigma; s&sup2;/b
   */
  double absorbed(int first, int end, double[] shape, int offset, double norm) {
    Arrays.fill(projected, 0);
    for (int i = first; i < end; i++) {
      double s = shape[i - first + offset];
      double[] p = basis[i];
      for (int a = 0; a < TERMS; a++) {
        projected[a] += s * p[a];
      }
    }
    forward(TERMS, projected);
    double sum = 0;
    for (int a = 0; a < TERMS; a++) {
      sum += projected[a] * projected[a];
    }
    return sum / norm;
  }

  /** Makes ready for {@link #absorbed}. */
  void prepareAbsorbed() {
    clear(TERMS);
    for (int i = 0; i < bins; i++) {
      double[] p = basis[i];
      for (int a = 0; a < TERMS; a++) {
        double w = background[i] * p[a];
        for (int c = 0; c <= a; c++) {
          matrix[a][c] += w * p[c];
        }
      }
    }
    decompose(TERMS);
  }

  private void clear(int size) {
    for (int a = 0; a < size; a++) {
      Arrays.fill(matrix[a], 0, a + 1, 0);
    }
  }

  /** Cholesky in place; a direction without information gets no step. */
  private void decompose(int size) {
    for (int a = 0; a < size; a++) {
      double[] row = matrix[a];
      double diagonal = row[a];
      for (int c = 0; c < a; c++) {
        double[] other = matrix[c];
        double sum = row[c];
        for (int k = 0; k < c; k++) {
          sum -= row[k] * other[k];
        }
        row[c] = sum / other[c];
      }
      double sum = diagonal;
      for (int k = 0; k < a; k++) {
        sum -= row[k] * row[k];
      }
      row[a] = (sum > 1e-12 * diagonal && diagonal > 0) ? Math.sqrt(sum) : 1e15;
    }
  }

  private void forward(int size, double[] y) {
    for (int a = 0; a < size; a++) {
      double sum = y[a];
      for (int k = 0; k < a; k++) {
        sum -= matrix[a][k] * y[k];
      }
      y[a] = sum / matrix[a][a];
    }
  }

  private void backward(int size, double[] y) {
    for (int a = size - 1; a >= 0; a--) {
      double sum = y[a];
      for (int k = a + 1; k < size; k++) {
        sum -= matrix[k][a] * y[k];
      }
      y[a] = sum / matrix[a][a];
    }
  }
}
