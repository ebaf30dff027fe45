package org.dipscope.core.format.particle;

import java.nio.charset.StandardCharsets;

/**
 * Reads the blank-separated fields of a line one after the other. Numbers are the nearest double:
 * up to 15 digits with a power of ten up to 22 come from one exact division or product (W. D.
 * Clinger, PLDI 1990), all others from {@link Double#parseDouble}. Exponents may be marked by e, E,
 * or Fortran's d, D, or by their sign alone.
 */
public final class LineFields {
  private static final double[] TENS = new double[23];
  private static final int LONGEST_NUMBER = 400;

  static {
    for (int i = 0; i < TENS.length; i++) {
      TENS[i] = Double.parseDouble("1e" + i);
    }
  }

  private byte[] bytes = new byte[0];
  private int at;
  private int end;
  private int field;
  private double value;

  /** Starts at a position of a line. */
  public void start(byte[] line, int from, int to) {
    bytes = line;
    at = from;
    end = to;
    field = from;
  }

  /** Starts at the beginning of the current line. */
  public void start(TextLines lines) {
    start(lines.bytes(), lines.from(), lines.to());
  }

  /** The number read last. */
  public double value() {
    return value;
  }

  /** Where the next field is looked for. */
  public int position() {
    return at;
  }

  /** Moves to the next field; false if there is none. */
  public boolean hasNext() {
    while (at < end && isBlank(bytes[at])) {
      at++;
    }
    field = at;
    return at < end;
  }

  private static boolean isBlank(byte c) {
    return c == ' ' || c == '\t' || c == '\r';
  }

  /** The text of the field that was read or refused last, shortened for messages. */
  public String text() {
    int to = field;
    while (to < end && !isBlank(bytes[to])) {
      to++;
    }
    String all = new String(bytes, field, Math.min(40, to - field), StandardCharsets.UTF_8);
    return to - field > 40 ? all + "…" : all;
  }

  /** Passes over a field; its text, whole. */
  public String word() {
    if (!hasNext()) {
      return "";
    }
    while (at < end && !isBlank(bytes[at])) {
      at++;
    }
    return new String(bytes, field, at - field, StandardCharsets.UTF_8);
  }

  /** Reads a whole number within the range of int; false if there is none. */
  public boolean integer() {
    return number() && value == Math.rint(value) && Math.abs(value) <= Integer.MAX_VALUE;
  }

  /** Reads a number; false if the next field is none, or is missing. */
  public boolean number() {
    if (!hasNext()) {
      return false;
    }
    int p = at;
    int last = end;
    byte[] line = bytes;
    boolean negative = line[p] == '-';
    if (negative || line[p] == '+') {
      p++;
    }
    long mantissa = 0;
    int digits = 0;
    int seen = 0;
    int scale = 0;
    boolean point = false;
    for (; p < last; p++) {
      int c = line[p] - '0';
      if (c >= 0 && c <= 9) {
        seen++;
        if (digits < 18) {
          mantissa = 10 * mantissa + c;
          digits += mantissa == 0 ? 0 : 1;
        } else {
          digits++;
        }
        scale -= point ? 1 : 0;
      } else if (c == '.' - '0' && !point) {
        point = true;
      } else {
        break;
      }
    }
    if (seen == 0) {
      return word(p, negative);
    }
    int power = scale;
    if (p < last && !isBlank(line[p])) {
      int exponent = exponent(p);
      if (exponent == Integer.MIN_VALUE) {
        return false;
      }
      power += exponent;
    } else {
      at = p;
    }
    if (mantissa == 0) {
      value = negative ? -0.0 : 0.0;
      return true;
    }
    if (digits <= 15 && power >= -22 && power <= 22) {
      double magnitude = power < 0 ? mantissa / TENS[-power] : mantissa * TENS[power];
      value = negative ? -magnitude : magnitude;
      return true;
    }
    return slow();
  }

  /** Reads an exponent up to the end of the field; the least int if it is none. */
  private int exponent(int from) {
    int p = from;
    byte mark = bytes[p];
    if (mark == 'e' || mark == 'E' || mark == 'd' || mark == 'D') {
      p++;
    } else if (mark != '+' && mark != '-') {
      return Integer.MIN_VALUE;
    }
    boolean negative = p < end && bytes[p] == '-';
    if (p < end && (negative || bytes[p] == '+')) {
      p++;
    }
    int first = p;
    int exponent = 0;
    for (; p < end && bytes[p] >= '0' && bytes[p] <= '9'; p++) {
      exponent = Math.min(100_000, 10 * exponent + (bytes[p] - '0'));
    }
    if (p == first || (p < end && !isBlank(bytes[p]))) {
      return Integer.MIN_VALUE;
    }
    at = p;
    return negative ? -exponent : exponent;
  }

  private boolean slow() {
    if (at - field > LONGEST_NUMBER) {
      return false;
    }
    StringBuilder standard = new StringBuilder(at - field + 1);
    boolean marked = false;
    for (int i = field; i < at; i++) {
      char c = (char) bytes[i];
      boolean sign = c == '+' || c == '-';
      boolean mark = c == 'd' || c == 'D' || c == 'e' || c == 'E';
      if (mark || (sign && i > field && !marked)) {
        marked = true;
        standard.append('e');
      }
      if (!mark) {
        standard.append(c);
      }
    }
    value = Double.parseDouble(standard.toString());
    return true;
  }

  /** NaN or infinity. */
  private boolean word(int from, boolean negative) {
    int to = from;
    while (to < end && !isBlank(bytes[to]) && to - from < 9) {
      to++;
    }
    switch (new String(bytes, from, to - from, StandardCharsets.ISO_8859_1)) {
      case "nan", "NaN", "NAN" -> value = Double.NaN;
      case "inf", "Inf", "INF", "Infinity", "infinity" ->
          value = negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
      default -> {
        return false;
      }
    }
    at = to;
    return true;
  }
}
