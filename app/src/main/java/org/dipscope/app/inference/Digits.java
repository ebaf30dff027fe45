package org.dipscope.app.inference;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.dipscope.app.support.SliderScale;

/** Numbers as the screen writes them. */
final class Digits {
  private static final double SMALL = 1e-4;
  private static final double LARGE = 1e7;

  private Digits() {}

  /** A number with so many significant digits and no zeros behind; a dash if there is none. */
  static String of(double value, int digits) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "–" : value > 0 ? "∞" : "−∞";
    }
    double size = Math.abs(value);
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits));
    if (size != 0 && (size < SMALL || size >= LARGE)) {
      String text = String.format(Locale.ROOT, "%." + (digits - 1) + "e", rounded);
      return text.replaceFirst("\\.?0*e", "e").replace('-', '−');
    }
    return SliderScale.text(rounded.doubleValue()).replace('-', '−');
  }

  /** A number with five significant digits. */
  static String of(double value) {
    return of(value, 5);
  }
}
