package org.dipscope.app.histogram;

import java.util.Locale;
import org.dipscope.app.workspace.SpectrumResult;
import org.dipscope.core.analysis.Curves;
import org.dipscope.core.analysis.DrawnSpectrum;
import org.dipscope.core.analysis.Expectation;
import org.dipscope.core.histogram.CountSpectrum;
import org.dipscope.core.histogram.Values;

/** The readout of the Spectrum screen: what all its panels hold at one mass. */
final class SpectrumWords {
  private static final int MOST_DECIMALS = 5;
  private static final double LARGE = 1e7;

  private SpectrumWords() {}

  /** Everything at a mass, in lines of rich text. */
  static String at(SpectrumResult now, double mass) {
    DrawnSpectrum drawn = now.drawn();
    String unit = now.data().axis().unit();
    StringBuilder words = new StringBuilder();
    int bin = drawn.bins().indexOf(mass);
    if (bin < 0) {
      words.append(now.data().massLabel()).append(" = ").append(number(mass, unit));
    } else {
      words.append(range(now, bin));
      words.append('\n').append(data(drawn, bin));
      if (now.expected() != null) {
        addPrediction(drawn, now.expected(), bin, words);
      }
    }
    if (now.expected() != null) {
      addInterference(now, now.expected().curves(), mass, words);
    }
    return words.toString();
  }

  private static String range(SpectrumResult now, int bin) {
    DrawnSpectrum drawn = now.drawn();
    String range =
        shortest(drawn.bins().low(bin))
            + "–"
            + number(drawn.bins().high(bin), now.data().axis().unit());
    if (now.data().spectrum() instanceof CountSpectrum) {
      range += ": " + shortest(drawn.value(bin)) + " events";
    }
    if (drawn.isMasked(bin)) {
      return range + ", masked";
    }
    return now.data().isAlone() || drawn.isFitted(bin) ? range : range + ", not fitted";
  }

  private static String data(DrawnSpectrum drawn, int bin) {
    double factor = drawn.factor(bin);
    double low = factor * drawn.errorLow(bin);
    double high = factor * drawn.errorHigh(bin);
    double error = Math.max(low, high);
    return "data "
        + rounded(factor * drawn.value(bin), error)
        + " +"
        + rounded(high, error)
        + " −"
        + rounded(low, error)
        + unit(drawn);
  }

  /** With as many decimals as give an error two digits, as long as they are few. */
  static String rounded(double value, double error) {
    int decimals = error > 0 ? Math.max(0, 1 - (int) Math.floor(Math.log10(error))) : 2;
    return decimals > MOST_DECIMALS || Math.abs(value) >= LARGE
        ? three(value)
        : String.format(Locale.ROOT, "%." + decimals + "f", value).replace('-', '−');
  }

  private static String unit(DrawnSpectrum drawn) {
    String label = drawn.contentLabel();
    String unit = label.startsWith("events") ? label : drawn.contentUnit();
    return unit.isEmpty() ? "" : " " + unit;
  }

  private static void addPrediction(
      DrawnSpectrum drawn, Expectation expected, int bin, StringBuilder words) {
    double factor = drawn.factor(bin);
    double background = drawn.content(expected.prediction().background(), bin);
    double total = drawn.content(expected.prediction().total(), bin);
    double uncertainty = drawn.uncertainty(expected.prediction().fit(), bin);
    words
        .append("\ntt̄ ")
        .append(rounded(factor * background, factor * uncertainty))
        .append(", tt̄ + scalar ")
        .append(rounded(factor * total, factor * uncertainty))
        .append(" ± ")
        .append(rounded(factor * uncertainty, factor * uncertainty))
        .append(unit(drawn));
    words.append(
        String.format(
            Locale.ROOT,
            "\ndata / tt̄ = %.4f, (tt̄ + scalar) / tt̄ = %.4f",
            drawn.value(bin) / background,
            total / background));
    words
        .append("\npull = ")
        .append(signed(drawn.pull(bin, total, uncertainty), 2))
        .append(" σ from tt̄ + scalar");
  }

  private static void addInterference(
      SpectrumResult now, Curves curves, double mass, StringBuilder words) {
    double percent = between(curves.massGeV(), curves.reconstructed(), mass);
    if (Double.isFinite(percent)) {
      words
          .append("\n(S+I)/B = ")
          .append(signed(percent, 2))
          .append(" % at ")
          .append(String.format(Locale.ROOT, "%.0f", mass))
          .append(" ")
          .append(now.data().axis().unit());
    }
  }

  private static String number(double value, String unit) {
    return unit.isEmpty() ? shortest(value) : shortest(value) + " " + unit;
  }

  /** At most five digits and no trailing zeros. */
  static String shortest(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%.1f" : "%.4g", value);
  }

  static String three(double value) {
    double size = Math.abs(value);
    String text =
        size != 0 && (size < 1e-3 || size >= 1e6)
            ? String.format(Locale.ROOT, "%.2e", value)
            : String.format(Locale.ROOT, size < 1 ? "%.4f" : size < 100 ? "%.2f" : "%.0f", value);
    return text.replace('-', '−');
  }

  static String signed(double value, int digits) {
    return Double.isFinite(value)
        ? String.format(Locale.ROOT, "%+." + digits + "f", value).replace('-', '−')
        : "–";
  }

  /** A curve between its points; NaN outside. */
  static double between(Values x, Values y, double where) {
    int last = x.size() - 1;
    if (last < 1 || where < x.get(0) || where > x.get(last)) {
      return Double.NaN;
    }
    int low = 0;
    int high = last;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (x.get(middle) <= where) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double part = (where - x.get(low)) / (x.get(high) - x.get(low));
    return y.get(low) + part * (y.get(high) - y.get(low));
  }
}
