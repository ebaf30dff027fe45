package org.dipscope.core.analysis;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.dipscope.core.figure.Colour;
import org.dipscope.core.figure.Points;
import org.dipscope.core.figure.Shape;
import org.dipscope.core.figure.text.RichText;
import org.dipscope.core.histogram.Binning;
import org.dipscope.core.histogram.CountSpectrum;
import org.dipscope.core.histogram.Spectrum;
import org.dipscope.core.histogram.Values;
import org.jspecify.annotations.Nullable;

/**
 * Another spectrum over the shown one, as open points in its own bins. Two counted spectra of known
 * luminosity are compared at the luminosity of the shown one; anything else, and every shape, is
 * scaled to the same area over the masses that both cover.
 */
public final class Overlay {
  /** Colours that neither the prediction nor the curves of the upper panel have. */
  private static final int[] COLOURS = {5, 7, 6, 2, 8, 9};

  private static final int LONGEST_NAME = 24;
  private static final double SYMBOL_PT = 5;

  private final SpectrumData other;
  private final DrawnSpectrum shown;
  private final double factor;
  private final String words;
  private final int number;

  private Overlay(
      SpectrumData other, DrawnSpectrum shown, double factor, String words, int number) {
    this.other = other;
    this.shown = shown;
    this.factor = factor;
    this.words = words;
    this.number = number;
  }

  /**
   * A spectrum scaled to another; nothing if they have no masses in common, another unit, or no
   * area there.
   *
   * @param number counts the overlays from 0, for their colours
   */
  public static Optional<Overlay> of(Spectrum spectrum, DrawnSpectrum shown, int number) {
    SpectrumData other = SpectrumData.alone(spectrum, "", List.of());
    String unit = other.axis().unit();
    String shownUnit = shown.data().axis().unit();
    if (!unit.isEmpty() && !shownUnit.isEmpty() && !unit.equals(shownUnit)) {
      return Optional.empty();
    }
    Double luminosity = luminosity(spectrum);
    Double shownLuminosity = luminosity(shown.data().spectrum());
    if (luminosity != null && shownLuminosity != null && !shown.hasUnitArea()) {
      String words =
          luminosity.equals(shownLuminosity)
              ? "same luminosity"
              : "scaled to " + shortest(shownLuminosity) + " fb^{−1}";
      return Optional.of(new Overlay(other, shown, shownLuminosity / luminosity, words, number));
    }
    Binning own = spectrum.binning();
    Binning bins = shown.data().spectrum().binning();
    double low = Math.max(own.low(0), bins.low(0));
    double high = Math.min(own.high(own.count() - 1), bins.high(bins.count() - 1));
    double factor = area(shown.data(), low, high) / area(other, low, high);
    return factor > 0 && Double.isFinite(factor)
        ? Optional.of(new Overlay(other, shown, factor, "same area", number))
        : Optional.empty();
  }

  private static @Nullable Double luminosity(Spectrum spectrum) {
    return spectrum instanceof CountSpectrum counts ? counts.luminosityInvFb() : null;
  }

  private static String shortest(double value) {
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.4g", value);
  }

  /** The area under a spectrum between two masses, contents spread evenly over their bins. */
  static double area(SpectrumData data, double low, double high) {
    Binning bins = data.spectrum().binning();
    double area = 0;
    for (int i = 0; i < bins.count(); i++) {
      double common = Math.min(high, bins.high(i)) - Math.max(low, bins.low(i));
      area += Math.max(0, common) * density(data, i, data.value(i));
    }
    return area;
  }

  private static double density(SpectrumData data, int bin, double content) {
    return data.spectrum() instanceof CountSpectrum
        ? content / data.spectrum().binning().width(bin)
        : content;
  }

  /** The legend entry: its name, up to the first comma, and how it is scaled. */
  String label() {
    String name = other.spectrum().name();
    int comma = name.indexOf(',');
    String head = comma > 0 ? name.substring(0, comma) : name;
    String shortName =
        head.length() <= LONGEST_NAME ? head : head.substring(0, LONGEST_NAME - 1) + "…";
    return RichText.verbatim(shortName) + " (" + words + ")";
  }

  /** What it is multiplied by besides the scale of the drawing. */
  double factor() {
    return factor;
  }

  /** Open points with errors where the shown spectrum has bins. */
  Points points() {
    Binning own = other.spectrum().binning();
    int[] drawn =
        IntStream.range(0, own.count())
            .filter(i -> shown.bins().indexOf(own.centre(i)) >= 0)
            .toArray();
    return new Points(
        label(),
        values(drawn, i -> own.centre(i)),
        values(drawn, i -> drawn(i, other.value(i))),
        values(drawn, i -> own.width(i) / 2),
        values(drawn, i -> own.width(i) / 2),
        values(drawn, i -> drawn(i, other.errorLow(i))),
        values(drawn, i -> drawn(i, other.errorHigh(i))),
        Shape.CIRCLE,
        SYMBOL_PT,
        Colour.series(COLOURS[number % COLOURS.length]));
  }

  private double drawn(int bin, double content) {
    int at = shown.bins().indexOf(other.spectrum().binning().centre(bin));
    return factor * density(other, bin, content) * shown.densityFactor(at);
  }

  private static Values values(int[] bins, IntToDoubleFunction value) {
    return Values.of(IntStream.of(bins).mapToDouble(value).toArray());
  }
}
