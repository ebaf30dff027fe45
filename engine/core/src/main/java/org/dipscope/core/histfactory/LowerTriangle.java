package org.dipscope.core.histfactory;

import java.util.Arrays;

/** Collects a gradient and the lower triangle of a Hessian in the arrays of the caller. */
final class LowerTriangle {
  private final int n;
  private double[] gradient = new double[0];
  private double[] hessian = new double[0];

  LowerTriangle(int n) {
    this.n = n;
  }

  /** Starts from zero in other arrays. */
  void reset(double[] newGradient, double[] newHessian) {
    gradient = newGradient;
    hessian = newHessian;
    Arrays.fill(gradient, 0);
    Arrays.fill(hessian, 0);
  }

  void addGradient(int k, double value) {
    gradient[k] += value;
  }

  void add(int k, int l, double value) {
    hessian[k >= l ? k * n + l : l * n + k] += value;
  }

  /** Copies the lower triangle to the upper one. */
  void mirror() {
    for (int k = 0; k < n; k++) {
      for (int l = 0; l < k; l++) {
        hessian[l * n + k] = hessian[k * n + l];
      }
    }
  }
}
