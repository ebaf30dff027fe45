package org.dipscope.core.likelihood;

import java.util.Arrays;
import org.dipscope.core.math.FlatArrays;

/**
 * Expected rates and their derivatives for one signal, in arrays that are allocated once and owned
 * by one thread.
 */
final class RateWorkspace {
  private final RateModel model;
  private final int bins;

  /** Signal plus interference times exposure, to be filled before a rate is asked for. */
  final double[] signal;

  final double[] signalScale;
  final double[] signalResolution;

  /** The expected content of each bin. */
  final double[] rate;

  /** &part;rate/&part;&theta;<sub>k</sub>. */
  final double[][] column;

  /** The background's part of {@link #column} for shapes (all of it), scale and resolution. */
  final double[][] backgroundColumn;

  private final double[] exponent;

  /** Luminosity factor times background shape factor. */
  private final double[] factor;

  private final double[] shapedBackground;
  private double luminosity = 1;

  RateWorkspace(RateModel model) {
    this.model = model;
    bins = model.bins;
    signal = new double[bins];
    signalScale = new double[bins];
    signalResolution = new double[bins];
    rate = new double[bins];
    exponent = new double[bins];
    factor = new double[bins];
    shapedBackground = new double[bins];
    int k = model.size();
    column = new double[k][bins];
    backgroundColumn = new double[k][];
    for (int j = 0; j < k; j++) {
      boolean slope =
          model.role[j] == RateModel.Role.SCALE || model.role[j] == RateModel.Role.RESOLUTION;
      backgroundColumn[j] = slope ? new double[bins] : column[j];
    }
  }

  /** The rates with every nuisance at zero. */
  void nominalRate() {
    double[] background = model.background;
    for (int i = 0; i < bins; i++) {
      rate[i] = background[i] + signal[i];
    }
  }

  void rateAt(double[] theta) {
    luminosity = Math.exp(model.amplitude(RateModel.Role.LUMINOSITY, theta));
    shapeFactors(theta);
    System.arraycopy(model.background, 0, shapedBackground, 0, bins);
    System.arraycopy(signal, 0, rate, 0, bins);
    if (model.hasSlopes) {
      double scale = model.amplitude(RateModel.Role.SCALE, theta);
      double resolution = model.amplitude(RateModel.Role.RESOLUTION, theta);
      FlatArrays.addScaled(shapedBackground, scale, model.backgroundScale, 0, bins);
      FlatArrays.addScaled(shapedBackground, resolution, model.backgroundResolution, 0, bins);
      FlatArrays.addScaled(rate, scale, signalScale, 0, bins);
      FlatArrays.addScaled(rate, resolution, signalResolution, 0, bins);
    }
    for (int i = 0; i < bins; i++) {
      shapedBackground[i] *= factor[i];
      rate[i] = shapedBackground[i] + luminosity * rate[i];
    }
  }

  private void shapeFactors(double[] theta) {
    if (!model.hasShapes) {
      Arrays.fill(factor, luminosity);
      return;
    }
    Arrays.fill(exponent, 0);
    double bound = 0;
    for (int k = 0; k < theta.length; k++) {
      if (model.role[k] == RateModel.Role.SHAPE) {
        FlatArrays.addScaled(exponent, theta[k], model.shape[k], 0, bins);
        bound += Math.abs(theta[k]) * model.shapeBound[k];
      }
    }
    FlatExp.exp(exponent, factor, luminosity, bound, bins);
  }

  /** Fills the derivative columns at the nuisance values of the last {@link #rateAt}. */
  void columns() {
    for (int k = 0; k < column.length; k++) {
      double sigma = model.sigma[k];
      double[] out = column[k];
      switch (model.role[k]) {
        case LUMINOSITY -> {
          for (int i = 0; i < bins; i++) {
            out[i] = sigma * rate[i];
          }
        }
        case SHAPE -> FlatArrays.product(model.shape[k], shapedBackground, out, bins);
        case SCALE -> slopeColumn(k, model.backgroundScale, signalScale);
        case RESOLUTION -> slopeColumn(k, model.backgroundResolution, signalResolution);
      }
    }
  }

  private void slopeColumn(int k, double[] backgroundSlope, double[] signalSlope) {
    double sigma = model.sigma[k];
    double[] own = backgroundColumn[k];
    double[] out = column[k];
    for (int i = 0; i < bins; i++) {
      own[i] = sigma * factor[i] * backgroundSlope[i];
      out[i] = own[i] + sigma * luminosity * signalSlope[i];
    }
  }

  /**
   * &Sigma;<sub>i</sub> w<sub>i</sub> &part;&sup2;rate<sub>i</sub>/&part;&theta;<sub>k</sub>
   * &part;&theta;<sub>l</sub> for weights w.
   *
   * @param sums &Sigma;<sub>i</sub> w<sub>i</sub> column<sub>ki</sub> for every k
   * @param weighted w<sub>i</sub> times the background column of every k that is not a luminosity
   */
  double secondDerivative(int k, int l, double[] sums, double[][] weighted) {
    if (model.role[k] == RateModel.Role.LUMINOSITY) {
      return model.sigma[k] * sums[l];
    }
    if (model.role[l] == RateModel.Role.LUMINOSITY) {
      return model.sigma[l] * sums[k];
    }
    if (model.role[l] == RateModel.Role.SHAPE) {
      return FlatArrays.dot(weighted[k], model.shape[l], bins);
    }
    if (model.role[k] == RateModel.Role.SHAPE) {
      return FlatArrays.dot(weighted[l], model.shape[k], bins);
    }
    return 0;
  }
}
