package org.dipscope.core.format.root;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How Double32_t and Float16_t lie in the file: as single precision, as an integer of 32 bits over
 * a range, or as an exponent byte and a mantissa of few bits in two bytes. The comment of the
 * member says which: {@code [min,max]}, {@code [min,max,bits]}, or nothing.
 */
record PackedReal(Form form, double minimum, double factor, int bits) {
  private static final Pattern RANGE =
      Pattern.compile("\\[([^\\[\\],]+),([^\\[\\],]+)(?:,\\s*(\\d+)\\s*)?]");
  private static final Pattern PI =
      Pattern.compile("(-?)\\s*(\\d*)\\s*\\*?\\s*(?:pi|twopi)\\s*(?:/\\s*(\\d+))?");
  private static final int HALF_BITS = 12;

  enum Form {
    SINGLE,
    RANGED,
    TRUNCATED
  }

  static PackedReal of(String title, boolean half) {
    PackedReal plain =
        half
            ? new PackedReal(Form.TRUNCATED, 0, 0, HALF_BITS)
            : new PackedReal(Form.SINGLE, 0, 0, 0);
    Matcher range = RANGE.matcher(title);
    while (range.find()) {
      double minimum = limit(range.group(1));
      double maximum = limit(range.group(2));
      if (Double.isNaN(minimum) || Double.isNaN(maximum)) {
        continue; // an array length, not a range
      }
      int bits = range.group(3) == null ? 32 : Integer.parseInt(range.group(3));
      if (bits < 2 || bits > 32) {
        return plain;
      }
      if (minimum < maximum) {
        return new PackedReal(
            Form.RANGED, minimum, (maximum - minimum) / (bits < 32 ? 1L << bits : 0xFFFFFFFFL), 0);
      }
      return bits < 15 ? new PackedReal(Form.TRUNCATED, 0, 0, bits) : plain;
    }
    return plain;
  }

  private static double limit(String text) {
    String trimmed = text.trim().toLowerCase(Locale.ROOT);
    Matcher pi = PI.matcher(trimmed);
    if (pi.matches()) {
      double value = trimmed.contains("twopi") ? 2 * Math.PI : Math.PI;
      value *= pi.group(2).isEmpty() ? 1 : Double.parseDouble(pi.group(2));
      value /= pi.group(3) == null ? 1 : Double.parseDouble(pi.group(3));
      return pi.group(1).isEmpty() ? value : -value;
    }
    try {
      return Double.parseDouble(trimmed);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** Bytes of one value. */
  int width() {
    return form == Form.TRUNCATED ? 3 : 4;
  }

  double read(RootBytes in) {
    return switch (form) {
      case SINGLE -> in.f32();
      case RANGED -> in.u32() * factor + minimum;
      case TRUNCATED -> truncated(in.u8(), in.u16());
    };
  }

  private double truncated(int exponent, int mantissa) {
    int sign = 1 << (bits + 1);
    int value = exponent << 23 | (mantissa & (sign - 1)) << (23 - bits);
    float real = Float.intBitsToFloat(value);
    return (mantissa & sign) != 0 ? -real : real;
  }
}
