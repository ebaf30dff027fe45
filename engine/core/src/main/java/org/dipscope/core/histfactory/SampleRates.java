package org.dipscope.core.histfactory;

import org.dipscope.core.math.FlatArrays;

/**
 * The rates of one sample at one point and their exact derivatives: y<sub>i</sub> =
 * (nominal<sub>i</sub> + &Delta;<sub>i</sub>) F G<sub>i</sub> with the shifts &Delta;, the product
 * F of the factors on all bins, and the product G of those of the bin. Factors may be 0. Allocates
 * nothing after construction.
 */
final class SampleRates {
  private final CompiledChannel channel;
  private final CompiledSample sample;
  private final int bins;
  private final int count;
  private final double[] shifted;
  private final double[] local;
  private final double[] factor;
  private final double[] shift;
  private final double[] firstOfProduct;
  private final double[] weightedSlope;
  private final double[] weightedCurvature;
  private final double[] weightedLocal;
  private double product;
  private boolean hasZero;

  SampleRates(CompiledChannel channel, CompiledSample sample) {
    this.channel = channel;
    this.sample = sample;
    bins = channel.bins();
    count = sample.rows().length;
    shifted = new double[bins];
    local = new double[bins];
    factor = new double[3 * count];
    shift = new double[3 * count];
    firstOfProduct = new double[count];
    weightedSlope = new double[count];
    weightedCurvature = new double[count];
    weightedLocal = new double[bins];
  }

  /** Computes the rates and adds them to those of the channel's bins. */
  void addTo(double[] rate, double[] x) {
    System.arraycopy(sample.nominal(), 0, shifted, 0, bins);
    product = 1;
    hasZero = false;
    for (int j = 0; j < count; j++) {
      double at = x[channel.globals()[sample.rows()[j]]];
      sample.factors()[j].evaluate(at, factor, 3 * j);
      product *= factor[3 * j];
      hasZero |= factor[3 * j] == 0;
      ShapeShift shape = sample.shifts()[j];
      if (!shape.isNone()) {
        ShapeShift.evaluate(channel.smoothShapes(), at, shift, 3 * j);
        FlatArrays.addScaled(shifted, at, shape.symmetric(), 0, bins);
        FlatArrays.addScaled(shifted, shift[3 * j], shape.asymmetric(), 0, bins);
      }
    }
    for (int i = 0; i < bins; i++) {
      double gamma = 1;
      for (int position : sample.localAt()[i]) {
        gamma *= x[channel.locals()[i][position]];
      }
      local[i] = gamma;
      rate[channel.offset() + i] += shifted[i] * product * gamma;
    }
  }

  /** Writes the rates of the bins. */
  void copyTo(double[] rate) {
    for (int i = 0; i < bins; i++) {
      rate[i] = shifted[i] * product * local[i];
    }
  }

  /** The product of all factors on all bins but one or two of them. */
  private double productWithout(int j, int k) {
    if (!hasZero) {
      double without = product / factor[3 * j];
      return j == k ? without : without / factor[3 * k];
    }
    double without = 1;
    for (int l = 0; l < count; l++) {
      without *= l == j || l == k ? 1 : factor[3 * l];
    }
    return without;
  }

  /**
   * Adds &Sigma;<sub>i</sub> w<sub>i</sub> &part;y<sub>i</sub> and &Sigma;<sub>i</sub>
   * w<sub>i</sub> &part;&sup2;y<sub>i</sub> to gradient and Hessian, and &part;y<sub>i</sub> to the
   * channel's slopes.
   */
  void derivatives(double[] x, double[] weight, ChannelSlopes slopes, LowerTriangle hessian) {
    for (int i = 0; i < bins; i++) {
      weightedLocal[i] = weight[channel.offset() + i] * local[i];
    }
    double weightedRate = FlatArrays.dot(weightedLocal, shifted, bins);
    for (int j = 0; j < count; j++) {
      firstOfProduct[j] = factor[3 * j + 1] == 0 ? 0 : factor[3 * j + 1] * productWithout(j, j);
      weighShift(j);
      int row = sample.rows()[j];
      hessian.addGradient(
          channel.globals()[row], weightedSlope[j] * product + weightedRate * firstOfProduct[j]);
      addSlopes(j, slopes.global(row));
    }
    for (int j = 0; j < count; j++) {
      int parameter = channel.globals()[sample.rows()[j]];
      double second = factor[3 * j + 2] == 0 ? 0 : factor[3 * j + 2] * productWithout(j, j);
      hessian.add(
          parameter,
          parameter,
          weightedCurvature[j] * product
              + 2 * weightedSlope[j] * firstOfProduct[j]
              + weightedRate * second);
      for (int k = 0; k < j; k++) {
        hessian.add(parameter, channel.globals()[sample.rows()[k]], mixed(j, k, weightedRate));
      }
    }
    localDerivatives(x, weight, slopes, hessian);
  }

  private double mixed(int j, int k, double weightedRate) {
    double slopes = factor[3 * j + 1] * factor[3 * k + 1];
    double ofFactors = slopes == 0 ? 0 : slopes * productWithout(j, k) * weightedRate;
    return weightedSlope[j] * firstOfProduct[k] + weightedSlope[k] * firstOfProduct[j] + ofFactors;
  }

  private void weighShift(int j) {
    ShapeShift shape = sample.shifts()[j];
    weightedSlope[j] = 0;
    weightedCurvature[j] = 0;
    if (!shape.isNone()) {
      double asymmetric = FlatArrays.dot(weightedLocal, shape.asymmetric(), bins);
      weightedSlope[j] =
          FlatArrays.dot(weightedLocal, shape.symmetric(), bins) + shift[3 * j + 1] * asymmetric;
      weightedCurvature[j] = shift[3 * j + 2] * asymmetric;
    }
  }

  private void addSlopes(int j, double[] slope) {
    double ofFactor = firstOfProduct[j];
    for (int i = 0; i < bins; i++) {
      slope[i] += ofFactor * shifted[i] * local[i];
    }
    ShapeShift shape = sample.shifts()[j];
    if (!shape.isNone()) {
      double symmetric = product;
      double asymmetric = product * shift[3 * j + 1];
      for (int i = 0; i < bins; i++) {
        slope[i] +=
            (symmetric * shape.symmetric()[i] + asymmetric * shape.asymmetric()[i]) * local[i];
      }
    }
  }

  private void localDerivatives(
      double[] x, double[] weight, ChannelSlopes slopes, LowerTriangle hessian) {
    for (int i = 0; i < bins; i++) {
      int[] positions = sample.localAt()[i];
      double w = weight[channel.offset() + i];
      for (int a = 0; a < positions.length; a++) {
        int parameter = channel.locals()[i][positions[a]];
        double others = localWithout(x, i, a, a);
        double slope = shifted[i] * product * others;
        slopes.local(i)[positions[a]] += slope;
        hessian.addGradient(parameter, w * slope);
        for (int j = 0; j < count; j++) {
          hessian.add(
              parameter, channel.globals()[sample.rows()[j]], w * others * globalSlope(j, i));
        }
        for (int b = 0; b < a; b++) {
          hessian.add(
              parameter,
              channel.locals()[i][positions[b]],
              w * shifted[i] * product * localWithout(x, i, a, b));
        }
      }
    }
  }

  /** &part;y<sub>i</sub> by a parameter of all bins, without the factors of the bin. */
  private double globalSlope(int j, int i) {
    ShapeShift shape = sample.shifts()[j];
    double ofFactor = firstOfProduct[j] * shifted[i];
    return shape.isNone()
        ? ofFactor
        : ofFactor + product * (shape.symmetric()[i] + shift[3 * j + 1] * shape.asymmetric()[i]);
  }

  private double localWithout(double[] x, int bin, int a, int b) {
    int[] positions = sample.localAt()[bin];
    double without = 1;
    for (int c = 0; c < positions.length; c++) {
      without *= c == a || c == b ? 1 : x[channel.locals()[bin][positions[c]]];
    }
    return without;
  }
}
