package org.dipscope.core.figure.export;

/** Numbers in drawing files: at most three decimals, no trailing zeros, never an exponent. */
final class Decimal {
  private static final long SCALE = 1000;
  private static final double LARGEST = 1e9;

  private Decimal() {}

  static StringBuilder append(StringBuilder out, double value) {
    long thousandths = Math.round(Math.clamp(value, -LARGEST, LARGEST) * SCALE);
    if (thousandths < 0) {
      out.append('-');
      thousandths = -thousandths;
    }
    out.append(thousandths / SCALE);
    long rest = thousandths % SCALE;
    if (rest > 0) {
      out.append('.').append((char) ('0' + rest / 100));
      if (rest % 100 > 0) {
        out.append((char) ('0' + rest / 10 % 10));
        if (rest % 10 > 0) {
          out.append((char) ('0' + rest % 10));
        }
      }
    }
    return out;
  }

  static String of(double value) {
    return append(new StringBuilder(), value).toString();
  }
}
