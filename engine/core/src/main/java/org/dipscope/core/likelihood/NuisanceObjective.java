package org.dipscope.core.likelihood;

import org.dipscope.core.math.FlatArrays;

/**
 * &lambda;(&theta;) of one signal with its exact gradient and Hessian; owned by one thread. The
 * Hessian is J<sup>T</sup> D J + &Sigma; a<sub>i</sub> &part;&sup2;&nu;<sub>i</sub> +
 * 2&middot;constraint with a, D the first and second derivatives of &lambda; by the rates and J the
 * derivatives of the rates.
 */
final class NuisanceObjective {
  final RateWorkspace rates;
  private final RateModel model;
  private final DataTerm data;
  private final DataBuffer buffer;
  private final double[] product;
  private final double[][] weighted;
  private final double[] sums;

  NuisanceObjective(RateModel model, DataTerm data) {
    this.model = model;
    this.data = data;
    rates = new RateWorkspace(model);
    buffer = new DataBuffer(model.bins);
    product = new double[model.bins];
    weighted = new double[model.size()][model.bins];
    sums = new double[model.size()];
  }

  int size() {
    return model.size();
  }

  double nominalValue() {
    rates.nominalRate();
    return data.twiceNll(rates.rate, buffer);
  }

  double value(double[] theta) {
    rates.rateAt(theta);
    return data.twiceNll(rates.rate, buffer) + constraint(theta);
  }

  double constraint(double[] theta) {
    double sum = 0;
    for (int k = 0; k < theta.length; k++) {
      sum += model.constraint[k] * theta[k] * theta[k];
    }
    return sum;
  }

  /** Value, gradient and Hessian (full matrix, row by row). */
  double evaluate(double[] theta, double[] gradient, double[] hessian) {
    rates.rateAt(theta);
    rates.columns();
    double value = data.derivatives(rates.rate, buffer) + constraint(theta);
    for (int k = 0; k < theta.length; k++) {
      sums[k] = FlatArrays.dot(rates.column[k], buffer.slope, model.bins);
      FlatArrays.product(rates.backgroundColumn[k], buffer.slope, weighted[k], model.bins);
      gradient[k] = sums[k] + 2 * model.constraint[k] * theta[k];
    }
    hessian(hessian, false);
    return value;
  }

  /** The Hessian without second derivatives and negative curvature, at the last point. */
  void gaussNewton(double[] hessian) {
    hessian(hessian, true);
  }

  private void hessian(double[] hessian, boolean gaussNewton) {
    int n = model.size();
    int bins = model.bins;
    for (int k = 0; k < n; k++) {
      data.curvatureTimes(rates.column[k], buffer, product, gaussNewton);
      for (int l = 0; l <= k; l++) {
        double element = FlatArrays.dot(product, rates.column[l], bins);
        if (!gaussNewton) {
          element += rates.secondDerivative(k, l, sums, weighted);
        }
        hessian[k * n + l] = element;
        hessian[l * n + k] = element;
      }
      hessian[k * n + k] += 2 * model.constraint[k];
    }
  }

  int flooredBins() {
    return data.flooredBins(rates.rate);
  }
}
