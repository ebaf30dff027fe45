package org.dipscope.core.bump;

import java.util.Arrays;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Values;

/** Collects, bin by bin, the most significant of several signal widths. */
final class CurveBuilder {
  /** The range of a Gaussian signal that a result names: 95 % of it. */
  private static final double RANGE_SIGMA = 2;

  private final SignalWidths widths;
  private final double[] z;
  private final double[] kappa;
  private final int[] chosen;
  private final MaskedBins masked;

  CurveBuilder(SignalWidths widths, int bins, MaskedBins masked) {
    this.widths = widths;
    this.masked = masked;
    z = new double[bins];
    kappa = new double[bins];
    chosen = new int[bins];
    Arrays.fill(z, Double.NaN);
    Arrays.setAll(kappa, i -> masked.has(i) ? Double.NaN : 0);
  }

  /** Masked bins take nothing. */
  void offer(int width, int bin, double value, double mimicked) {
    if (masked.has(bin)) {
      return;
    }
    if (Double.isNaN(z[bin]) || widths.isBetter(value, z[bin])) {
      z[bin] = value;
      kappa[bin] = mimicked;
      chosen[bin] = width;
    }
  }

  /**
   * The curve.
   *
   * @param isFitted whether z lets the signal float, so that &radic;(&kappa;/(1 &minus; &kappa;))
   *     is its spread; else it is &radic;&kappa;
   */
  ZCurve build(BumpData data, SignalWidths.Shapes shapes, double[] background, boolean isFitted) {
    Binning binning = data.binning();
    int bins = binning.count();
    double[] error = new double[bins];
    double[] width = new double[bins];
    double[] low = new double[bins];
    double[] high = new double[bins];
    for (int j = 0; j < bins; j++) {
      error[j] = Math.sqrt(isFitted ? kappa[j] / (1 - kappa[j]) : kappa[j]);
      width[j] = shapes.inBins(chosen[j], binning, j);
      double reach = RANGE_SIGMA * width[j] * binning.width(j);
      low[j] = Math.max(binning.low(0), binning.centre(j) - reach);
      high[j] = Math.min(binning.high(bins - 1), binning.centre(j) + reach);
    }
    return new ZCurve(
        Values.of(z),
        Values.of(error),
        Values.of(kappa),
        Values.of(width),
        Values.of(low),
        Values.of(high),
        Values.of(background));
  }
}
