package org.dipscope.core.analysis;

import java.util.List;
import java.util.Set;
import org.dipscope.core.figure.text.RichText;
import org.dipscope.core.histogram.Axis;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.Correlation;
import org.dipscope.core.histogram.CountSpectrum;
import org.dipscope.core.histogram.Garwood;
import org.dipscope.core.histogram.MeasuredSpectrum;
import org.dipscope.core.histogram.Spectrum;
import org.dipscope.core.likelihood.DataTerm;
import org.dipscope.core.likelihood.GaussianSpectrum;
import org.dipscope.core.likelihood.PoissonCounts;
import org.dipscope.core.project.MassInterval;

/**
 * A spectrum as data of a fit: its likelihood term, the bins that take part, and its errors. Bins
 * that reach below twice the top mass are not fitted, because what is there was put there by the
 * detector, which a Gaussian resolution does not describe in its tails; nor are bins of which any
 * part is masked. A spectrum that stands alone is not fitted at all.
 */
public final class SpectrumData {
  private static final Set<String> PAIR_MASS = Set.of("", "m", "mtt", "m_tt", "m_ttbar", "mttbar");

  private final Spectrum spectrum;
  private final DataTerm term;
  private final double[] errorLow;
  private final double[] errorHigh;
  private final String titleRight;
  private final boolean alone;
  private final List<MassInterval> masks;

  private SpectrumData(
      Spectrum spectrum,
      DataTerm term,
      String titleRight,
      boolean alone,
      List<MassInterval> masks) {
    this.spectrum = spectrum;
    this.term = term;
    this.titleRight = titleRight;
    this.alone = alone;
    this.masks = masks;
    double[] values = spectrum.values().toArray();
    switch (spectrum) {
      case CountSpectrum counts -> {
        errorLow = distance(values, Garwood.lows(counts.counts()).toArray());
        errorHigh = distance(values, Garwood.highs(counts.counts()).toArray());
      }
      case MeasuredSpectrum measured -> {
        errorLow = measured.errors().low().toArray();
        errorHigh = measured.errors().high().toArray();
      }
    }
  }

  /**
   * The data of a fit without masks; see {@link #of(Spectrum, Correlation, double, String, List)}.
   */
  public static SpectrumData of(
      Spectrum spectrum, Correlation correlation, double topMassGeV, String titleRight) {
    return of(spectrum, correlation, topMassGeV, titleRight, List.of());
  }

  /**
   * The data of a fit.
   *
   * @param spectrum counts or a measured cross-section
   * @param correlation how the systematic errors of a measurement are taken to be correlated
   * @param topMassGeV m_t
   * @param titleRight energy and luminosity, for the figure
   * @param masks what is left out of the fit, in the unit of the mass axis
   */
  public static SpectrumData of(
      Spectrum spectrum,
      Correlation correlation,
      double topMassGeV,
      String titleRight,
      List<MassInterval> masks) {
    List<MassInterval> joined = MassInterval.joined(masks);
    Binning bins = spectrum.binning();
    boolean[] used = new boolean[bins.count()];
    for (int i = 0; i < used.length; i++) {
      used[i] = isAboveThreshold(bins, i, topMassGeV) && !isMasked(bins, i, joined);
    }
    double[] values = spectrum.values().toArray();
    DataTerm term =
        switch (spectrum) {
          case CountSpectrum counts -> PoissonCounts.of(values, used);
          case MeasuredSpectrum measured ->
              GaussianSpectrum.of(values, measured.covariance(correlation), used);
        };
    return new SpectrumData(spectrum, term, titleRight, false, joined);
  }

  /**
   * Data that are compared with nothing.
   *
   * @param spectrum counts or a measured cross-section
   * @param titleRight energy and luminosity, for the figure
   * @param masks parts of the mass axis to shade
   */
  public static SpectrumData alone(Spectrum spectrum, String titleRight, List<MassInterval> masks) {
    double[] values = spectrum.values().toArray();
    DataTerm nothingFitted = PoissonCounts.of(values, new boolean[values.length]);
    return new SpectrumData(spectrum, nothingFitted, titleRight, true, MassInterval.joined(masks));
  }

  /** Whether a bin lies above twice the top mass, where top pairs are described. */
  static boolean isAboveThreshold(Binning bins, int bin, double topMassGeV) {
    return bins.low(bin) >= 2 * topMassGeV - 1e-9;
  }

  /** Whether any part of a bin is masked. */
  static boolean isMasked(Binning bins, int bin, List<MassInterval> masks) {
    return masks.stream().anyMatch(mask -> mask.overlaps(bins.low(bin), bins.high(bin)));
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

  /** Its likelihood; without any bin if the data stand alone. */
  public DataTerm term() {
    return term;
  }

  /** The mass axis. */
  public Axis axis() {
    return spectrum.axis();
  }

  /**
   * The label of the mass axis as rich text: what follows the first underscore is lowered, and the
   * mass of a top pair is {@code m_{tt̄}} however it is spelt.
   */
  public String massLabel() {
    String label = spectrum.axis().label();
    if (!alone && PAIR_MASS.contains(label)) {
      return "m_{tt̄}";
    }
    return label.isEmpty() ? "m" : label.replaceAll("_([\\p{L}0-9]{2,})", "_{$1}");
  }

  /** Whether the data are compared with nothing. */
  public boolean isAlone() {
    return alone;
  }

  /** The masked parts of the mass axis, increasing and apart. */
  public List<MassInterval> masks() {
    return masks;
  }

  /** Whether any part of a bin is masked. */
  public boolean isMasked(int bin) {
    return isMasked(spectrum.binning(), bin, masks);
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

  /** The unit of the contents: that of the measurement, or empty for counts. */
  public String contentUnit() {
    return spectrum instanceof MeasuredSpectrum measured ? measured.valueUnit() : "";
  }

  /** The title of the figure, in rich text. */
  public String titleLeft() {
    return RichText.verbatim(spectrum.name());
  }

  /** Energy and luminosity. */
  public String titleRight() {
    return titleRight;
  }
}
