package org.dipscope.app.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.dipscope.core.figure.Axis;

/** Numbers under the pointer in rich text: as many digits as one pixel can tell apart. */
final class ReadoutText {
  private static final int MOST_DIGITS = 6;

  private ReadoutText() {}

  /** One axis, such as {@code m_A = 512.3 GeV}. */
  static String of(Axis axis, double value, double perPixel) {
    String label = axis.label();
    String unit = axis.unit();
    String number = number(value, perPixel);
    String named = label.isEmpty() ? number : label + " = " + number;
    return unit.isEmpty() ? named : named + "\u00a0" + unit;
  }

  /** A value rounded to the power of ten below what one pixel covers. */
  static String number(double value, double perPixel) {
    if (!Double.isFinite(value)) {
      return "–";
    }
    double pixel = Double.isFinite(perPixel) && perPixel != 0 ? Math.abs(perPixel) : 1;
    int decimals = (int) -Math.floor(Math.log10(pixel));
    int magnitude = value == 0 ? 0 : (int) Math.floor(Math.log10(Math.abs(value)));
    int kept = Math.min(decimals, MOST_DIGITS - 1 - magnitude);
    BigDecimal rounded = new BigDecimal(value).setScale(kept, RoundingMode.HALF_EVEN);
    boolean plain = magnitude > -4 && magnitude < 7;
    String text =
        plain
            ? rounded.toPlainString()
            : rounded.movePointLeft(magnitude).toPlainString() + "·10^{" + magnitude + "}";
    return text.replace('-', '−');
  }
}
