package org.dipscope.core.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.CountSpectrum;
import org.dipscope.core.histogram.MeasuredSpectrum;
import org.dipscope.core.histogram.Spectrum;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.likelihood.NuisanceFit;
import org.dipscope.core.project.ViewSettings.ContentScale;

/**
 * A spectrum as it is drawn: neighbouring bins joined, contents per bin, per unit of mass or with
 * unit area. This is a view of the data: the likelihood keeps the bins of the spectrum, so that the
 * fit, its minima and its significance do not depend on what is looked at. Counts of joined bins
 * are added and get the Garwood interval of their sum; a joined bin is muted as soon as any of its
 * bins takes no part in the fit. Everything that is drawn over the data is divided by the same
 * numbers, so that ratio and pull are the same in every scale.
 */
public final class DrawnSpectrum {
  private static final double SAME_WIDTH = 1e-6;

  private final SpectrumData data;
  private final int merge;
  private final ContentScale scale;
  private final SpectrumData joined;
  private final Binning fine;
  private final Binning bins;
  private final double area;

  private DrawnSpectrum(SpectrumData data, int merge, ContentScale scale) {
    this.data = data;
    this.merge = merge;
    this.scale = scale;
    Spectrum spectrum = data.spectrum();
    joined =
        SpectrumData.alone(
            merge == 1 ? spectrum : spectrum.rebin(merge), data.titleRight(), data.masks());
    fine = spectrum.binning();
    bins = joined.spectrum().binning();
    double sum = 0;
    for (int i = 0; i < bins.count(); i++) {
      sum += joined.value(i) * (isCounted() ? 1 : bins.width(i));
    }
    area = sum > 0 ? sum : 1;
  }

  /**
   * A spectrum as it is drawn.
   *
   * @param merge how many bins are drawn as one, at least 1; the last may join fewer
   * @param scale what contents are divided by
   * @throws org.dipscope.core.problem.ProblemException if merge is not positive
   */
  public static DrawnSpectrum of(SpectrumData data, int merge, ContentScale scale) {
    return new DrawnSpectrum(data, merge, scale);
  }

  /** The data in their own bins. */
  public SpectrumData data() {
    return data;
  }

  /** The bins that are drawn. */
  public Binning bins() {
    return bins;
  }

  boolean isCounted() {
    return data.spectrum() instanceof CountSpectrum;
  }

  /** The content of a drawn bin in the units of the data: a count or a cross-section. */
  public double value(int bin) {
    return joined.value(bin);
  }

  /** Its 68.27 % error towards smaller contents, in the units of the data. */
  public double errorLow(int bin) {
    return joined.errorLow(bin);
  }

  /** Its 68.27 % error towards larger contents, in the units of the data. */
  public double errorHigh(int bin) {
    return joined.errorHigh(bin);
  }

  /** Whether any part of a drawn bin is masked. */
  public boolean isMasked(int bin) {
    return joined.isMasked(bin);
  }

  /** Whether all of a drawn bin takes part in the fit. */
  public boolean isFitted(int bin) {
    return IntStream.range(first(bin), end(bin)).allMatch(data::isFitted);
  }

  private int first(int bin) {
    return bin * merge;
  }

  private int end(int bin) {
    return Math.min(fine.count(), (bin + 1) * merge);
  }

  /** What the content of one of the joined bins counts for: all of a count, part of a density. */
  private double weight(int fineBin) {
    return isCounted() ? 1 : fine.width(fineBin) / bins.width(fineBin / merge);
  }

  /** The content of a drawn bin of something that is known in the bins of the data. */
  public double content(Values perBin, int bin) {
    double sum = 0;
    for (int i = first(bin); i < end(bin); i++) {
      sum += weight(i) * perBin.get(i);
    }
    return sum;
  }

  /** The standard deviation of the fitted content of a drawn bin. */
  public double uncertainty(NuisanceFit fit, int bin) {
    return fit.uncertaintyOfSum(first(bin), end(bin), this::weight);
  }

  /** What the content of a drawn bin is multiplied by to be drawn. */
  public double factor(int bin) {
    double perUnit = isCounted() ? 1 / bins.width(bin) : 1;
    return perUnit * densityFactor(bin);
  }

  /** What a content per unit of mass is multiplied by to be drawn within a drawn bin. */
  double densityFactor(int bin) {
    return switch (scale) {
      case PER_BIN -> bins.width(bin);
      case PER_UNIT -> 1;
      case UNIT_AREA -> 1 / area;
    };
  }

  boolean hasUnitArea() {
    return scale == ContentScale.UNIT_AREA;
  }

  /**
   * (data − prediction)/σ of a drawn bin with σ² = σ_data² + σ_prediction²; σ_data is the error on
   * the side of the prediction, upwards where the prediction is higher.
   *
   * @param expected the predicted content in the units of the data
   * @param uncertainty its standard deviation
   */
  public double pull(int bin, double expected, double uncertainty) {
    double difference = value(bin) - expected;
    double error = difference < 0 ? errorHigh(bin) : errorLow(bin);
    return difference / Math.hypot(error, uncertainty);
  }

  /** The label of the axis of contents. */
  public String contentLabel() {
    String unit = data.axis().unit().isEmpty() ? "unit" : data.axis().unit();
    return switch (data.spectrum()) {
      case CountSpectrum counts ->
          switch (scale) {
            case PER_BIN -> "events / " + binWords();
            case PER_UNIT -> "events / " + unit;
            case UNIT_AREA -> "1/N dN/d" + data.massLabel();
          };
      case MeasuredSpectrum measured -> {
        boolean shape = measured.normalised() || hasUnitArea();
        String sigma = scale == ContentScale.PER_BIN ? "σ per bin" : "dσ/d" + data.massLabel();
        yield shape ? "1/σ " + sigma.replace("σ per bin", "σ_{bin}") : sigma;
      }
    };
  }

  private String binWords() {
    double width = bins.width(0);
    String unit = data.axis().unit();
    boolean uniform =
        IntStream.range(0, bins.count())
            .allMatch(i -> Math.abs(bins.width(i) - width) <= SAME_WIDTH * width);
    return uniform && !unit.isEmpty()
        ? String.format(Locale.ROOT, "%.4g", width).replaceAll("\\.?0+$", "") + " " + unit
        : "bin";
  }

  /** The unit of the axis of contents; empty if there is none. */
  public String contentUnit() {
    String mass = data.axis().unit();
    String perMass = mass.isEmpty() ? "" : "1/" + mass;
    if (hasUnitArea()) {
      return perMass;
    }
    if (isCounted() || scale == ContentScale.PER_UNIT) {
      return data.contentUnit();
    }
    String unit = data.contentUnit();
    if (unit.equals(perMass)) {
      return "";
    }
    return !mass.isEmpty() && unit.endsWith("/" + mass)
        ? unit.substring(0, unit.length() - mass.length() - 1)
        : unit + " " + mass;
  }

  /** What is masked, counted; empty if nothing is. */
  String maskWords() {
    long masked = IntStream.range(0, fine.count()).filter(data::isMasked).count();
    return data.masks().isEmpty()
        ? ""
        : counted(data.masks().size(), "region") + ", " + counted(masked, "bin") + " masked";
  }

  /** The legend entry of the data, which says how many bins are drawn as one. */
  String dataWords() {
    int rest = fine.count() % merge;
    return merge == 1
        ? "data"
        : "data, bins ×" + merge + (rest == 0 ? "" : " (last ×" + rest + ")");
  }

  /** Which bins have no point on a logarithmic axis, counted; empty if all have. */
  String hiddenWords() {
    long none = IntStream.range(0, bins.count()).filter(i -> value(i) == 0).count();
    long negative = IntStream.range(0, bins.count()).filter(i -> value(i) < 0).count();
    List<String> words = new ArrayList<>();
    if (none > 0) {
      words.add(counted(none, "empty bin") + " without point");
    }
    if (negative > 0) {
      words.add(counted(negative, "negative bin") + " not on the log axis");
    }
    return String.join(", ", words);
  }

  private static String counted(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
