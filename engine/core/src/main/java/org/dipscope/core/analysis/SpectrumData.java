package org.dipscope.core.analysis;

import java.util.Set;
import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.Correlation;
import org.dipscope.core.histogram.CountSpectrum;
import org.dipscope.core.histogram.Garwood;
import org.dipscope.core.histogram.MeasuredSpectrum;
import org.dipscope.core.histogram.Spectrum;
import org.dipscope.core.likelihood.DataTerm;
import org.dipscope.core.likelihood.GaussianSpectrum;
import org.dipscope.core.likelihood.PoissonCounts;

/**
 * A spectrum as data of a fit: its likelihood term, the bins that take part, and how it is drawn.
 * Bins that reach below twice the top mass are not fitted, because what is there was put there by
 * the detector, which a Gaussian resolution does not describe in its tails.
 */
public final class SpectrumData {
  private static final Set<String> PAIR_MASS = Set.of("m", "mtt", "m_tt", "m_ttbar", "mttbar");

  private final Spectrum spectrum;
  private final DataTerm term;
  private final double[] errorLow;
  private final double[] errorHigh;
  private final String titleRight;

  private SpectrumData(
      Spectrum spectrum, DataTerm term, double[] low, double[] high, String titleRight) {
    this.spectrum = spectrum;
    this.term = term;
    errorLow = low;
    errorHigh = high;
    this.titleRight = titleRight;
  }

  /**
   * The data of a fit.
   *
   * @param spectrum counts or a measured cross-section
   * @param correlation how the systematic errors of a measurement are taken to be correlated
   * @param topMassGeV m_t
   * @param titleRight energy and luminosity, for the figure
   */
  public static SpectrumData of(
      Spectrum spectrum, Correlation correlation, double topMassGeV, String titleRight) {
    boolean[] used = new boolean[spectrum.binning().count()];
    for (int i = 0; i < used.length; i++) {
      used[i] = spectrum.binning().low(i) >= 2 * topMassGeV - 1e-9;
    }
    double[] values = spectrum.values().toArray();
    return switch (spectrum) {
      case CountSpectrum counts ->
          new SpectrumData(
              counts,
              PoissonCounts.of(values, used),
              distance(values, Garwood.lows(counts.counts()).toArray()),
              distance(values, Garwood.highs(counts.counts()).toArray()),
              titleRight);
      case MeasuredSpectrum measured ->
          new SpectrumData(
              measured,
              GaussianSpectrum.of(values, measured.covariance(correlation), used),
              measured.errors().low().toArray(),
              measured.errors().high().toArray(),
              titleRight);
    };
  }

  private static double[] distance(double[] from, double[] to) {
    double[] distance = new double[from.length];
    for (int i = 0; i < distance.length; i++) {
      distance[i] = Math.abs(to[i] - from[i]);
    }
    return distance;
  }

  /** The spectrum itself. */
  public Spectrum spectrum() {
    return spectrum;
  }

  /** Its likelihood. */
  public DataTerm term() {
    return term;
  }

  /** The mass axis. */
  public Axis axis() {
    return spectrum.axis();
  }

  /** The label of the mass axis as rich text: all of {@code tt} in {@code m_tt} is lowered. */
  public String massLabel() {
    String label = spectrum.axis().label();
    return PAIR_MASS.contains(label) ? "m_{tt̄}" : label.replaceAll("_([A-Za-z0-9]{2,})", "_{$1}");
  }

  /** Whether only the shape is compared, because acceptance is not part of the model. */
  public boolean isShapeOnly() {
    return spectrum instanceof MeasuredSpectrum;
  }

  /** The content of a bin. */
  public double value(int bin) {
    return term.value(bin);
  }

  /** Its 68.27 % error towards smaller contents: Garwood for counts, as published otherwise. */
  public double errorLow(int bin) {
    return errorLow[bin];
  }

  /** Its 68.27 % error towards larger contents. */
  public double errorHigh(int bin) {
    return errorHigh[bin];
  }

  /** Whether a bin takes part in the fit. */
  public boolean isFitted(int bin) {
    return term.isUsed(bin);
  }

  /** What a content is divided by to be drawn as a density: the bin width, or 1 if it is one. */
  public double densityWidth(int bin) {
    return spectrum instanceof CountSpectrum ? axis().binning().width(bin) : 1;
  }

  /** The label of the density axis. */
  public String densityLabel() {
    return switch (spectrum) {
      case CountSpectrum counts -> "events / " + axis().unit();
      case MeasuredSpectrum m -> m.normalised() ? "1/σ dσ/d" + massLabel() : "dσ/d" + massLabel();
    };
  }

  /** The unit of the density axis. */
  public String densityUnit() {
    return spectrum instanceof MeasuredSpectrum measured ? measured.valueUnit() : "";
  }

  /** The legend entry of the data. */
  public String label() {
    return "data";
  }

  /** The title of the figure. */
  public String titleLeft() {
    return spectrum.name();
  }

  /** Energy and luminosity. */
  public String titleRight() {
    return titleRight;
  }
}
