package org.dipscope.app.data;

import java.util.Locale;
import org.dipscope.core.analysis.HistogramFigure;
import org.dipscope.core.histogram.Histogram;
import org.dipscope.core.histogram.HistogramStatistics;

/** Numbers as the data screen words them. */
final class Numbers {
  private static final long PLAIN = 100_000_000;

  private Numbers() {}

  /** Whole numbers in full, others with six digits; a dash for NaN. */
  static String of(double value) {
    if (Double.isNaN(value)) {
      return "–";
    }
    if (value == Math.rint(value) && Math.abs(value) < PLAIN) {
      String grouped = Item.grouped(Math.abs((long) value));
      return value < 0 ? "−" + grouped : grouped;
    }
    return digits(value, 6);
  }

  /** With this many significant digits and no trailing zeros. */
  static String digits(double value, int digits) {
    if (Double.isNaN(value)) {
      return "–";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "−∞";
    }
    String text = String.format(Locale.ROOT, "%." + digits + "g", value);
    int exponent = text.indexOf('e');
    String mantissa = exponent < 0 ? text : text.substring(0, exponent);
    if (mantissa.contains(".")) {
      mantissa = mantissa.replaceAll("0+$", "").replaceAll("\\.$", "");
    }
    return (mantissa + (exponent < 0 ? "" : text.substring(exponent))).replace('-', '−');
  }

  /** One line about a histogram of one axis. */
  static String statistics(Histogram histogram) {
    HistogramStatistics s = HistogramStatistics.of(histogram);
    String unit = histogram.axis().unit().isEmpty() ? "" : "\u00a0" + histogram.axis().unit();
    StringBuilder line = new StringBuilder();
    line.append(HistogramFigure.looksCounted(histogram) ? "entries\u00a0" : "sum\u00a0")
        .append(of(s.sum()));
    if (isWeighted(s)) {
      line.append("   n_eff\u00a0").append(digits(s.effectiveEntries(), 5));
    }
    line.append("   mean\u00a0").append(digits(s.mean(), 5)).append(unit);
    line.append("   σ\u00a0").append(digits(s.standardDeviation(), 4)).append(unit);
    line.append("   under\u00a0").append(of(s.underflow()));
    line.append("   over\u00a0").append(of(s.overflow()));
    return line.toString();
  }

  /** Whether the effective entries say more than the sum. */
  static boolean isWeighted(HistogramStatistics s) {
    return Math.abs(s.effectiveEntries() - s.sum()) > 1e-6 * Math.abs(s.sum());
  }
}
