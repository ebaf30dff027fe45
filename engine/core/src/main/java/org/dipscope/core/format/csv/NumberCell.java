package org.dipscope.core.format.csv;

/**
 * Reads one number from a range of characters. Exactly the nearest double: decimals of up to 15
 * digits with a power of ten up to 22 come from one exact division or product (W. D. Clinger, PLDI
 * 1990), all others from {@link Double#parseDouble}.
 */
final class NumberCell {
  private static final double[] TENS = new double[23];

  static {
    for (int i = 0; i < TENS.length; i++) {
      TENS[i] = Double.parseDouble("1e" + i);
    }
  }

  /** The minus sign of typography. */
  private static final char MINUS = '\u2212';

  private final char point;
  private double value;
  private boolean whole;
  private boolean missing;
  private boolean percent;

  NumberCell(boolean decimalComma) {
    this.point = decimalComma ? ',' : '.';
  }

  /** The number read last; NaN if it was missing. */
  double value() {
    return value;
  }

  /** Whether the number read last had neither a decimal point nor an exponent. */
  boolean whole() {
    return whole;
  }

  /** Whether the cell read last was empty or marked as not available. */
  boolean missing() {
    return missing;
  }

  /** Whether the number read last was followed by a percent sign. */
  boolean percent() {
    return percent;
  }

  /** Tries to read a number; false if the characters are none. */
  boolean read(char[] text, int from, int to) {
    percent = to > from && text[to - 1] == '%';
    int end = percent ? to - 1 : to;
    while (percent && end > from && text[end - 1] == ' ') {
      end--;
    }
    return plain(text, from, end);
  }

  private boolean plain(char[] text, int from, int to) {
    missing = false;
    whole = true;
    int at = from;
    boolean negative = at < to && (text[at] == '-' || text[at] == MINUS);
    if (at < to && (negative || text[at] == '+')) {
      at++;
    }
    long mantissa = 0;
    int digits = 0;
    int scale = 0;
    boolean seenPoint = false;
    boolean seenDigit = false;
    for (; at < to; at++) {
      char c = text[at];
      if (c >= '0' && c <= '9') {
        seenDigit = true;
        if (digits > 0 || c != '0') {
          digits++;
        }
        if (digits <= 15) {
          mantissa = 10 * mantissa + (c - '0');
        }
        scale -= seenPoint ? 1 : 0;
      } else if (c == point && !seenPoint) {
        seenPoint = true;
        whole = false;
      } else {
        break;
      }
    }
    if (!seenDigit) {
      return word(text, from, to);
    }
    if (at == to && digits <= 15 && scale >= -22) {
      double magnitude = mantissa / TENS[-scale];
      value = negative ? -magnitude : magnitude;
      return true;
    }
    return general(text, from, at, to, negative, mantissa, digits, scale);
  }

  private boolean general(
      char[] text,
      int from,
      int exponentAt,
      int to,
      boolean negative,
      long mantissa,
      int digits,
      int scale) {
    int exponent = 0;
    if (exponentAt < to) {
      whole = false;
      exponent = exponent(text, exponentAt, to);
      if (exponent == Integer.MIN_VALUE) {
        return false;
      }
    }
    int power = exponent + scale;
    if (digits <= 15 && power >= -22 && power <= 22) {
      double magnitude = power < 0 ? mantissa / TENS[-power] : mantissa * TENS[power];
      value = negative ? -magnitude : magnitude;
      return true;
    }
    String standard =
        new String(text, from, to - from)
            .replace(point, '.')
            .replace('d', 'e')
            .replace('D', 'e')
            .replace(MINUS, '-');
    value = Double.parseDouble(standard);
    return true;
  }

  /** The exponent after e, E, d or D, limited to where it no longer matters; or the least int. */
  private static int exponent(char[] text, int from, int to) {
    int at = from + 1;
    char mark = text[from];
    if (mark != 'e' && mark != 'E' && mark != 'd' && mark != 'D') {
      return Integer.MIN_VALUE;
    }
    boolean negative = at < to && text[at] == '-';
    if (at < to && (negative || text[at] == '+')) {
      at++;
    }
    if (at == to) {
      return Integer.MIN_VALUE;
    }
    int exponent = 0;
    for (; at < to; at++) {
      if (text[at] < '0' || text[at] > '9') {
        return Integer.MIN_VALUE;
      }
      exponent = Math.min(100_000, 10 * exponent + (text[at] - '0'));
    }
    return negative ? -exponent : exponent;
  }

  private boolean word(char[] text, int from, int to) {
    whole = false;
    if (to - from > 9) {
      return false;
    }
    switch (new String(text, from, to - from).toLowerCase(java.util.Locale.ROOT)) {
      case "",
          "-",
          "--",
          "\u2013",
          "\u2014",
          "\u2212",
          "\u2026",
          "...",
          "na",
          "n/a",
          "null",
          "none" -> {
        missing = true;
        value = Double.NaN;
      }
      case "nan", "+nan", "-nan" -> value = Double.NaN;
      case "inf", "+inf", "infinity", "+infinity" -> value = Double.POSITIVE_INFINITY;
      case "-inf", "-infinity" -> value = Double.NEGATIVE_INFINITY;
      default -> {
        return false;
      }
    }
    return true;
  }
}
