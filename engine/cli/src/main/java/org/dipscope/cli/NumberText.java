package org.dipscope.cli;

import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/** Numbers as typed on a command line: plain decimal notation, finite, nothing else. */
final class NumberText {
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?");
  private static final int LONGEST_LIST = 1_000_000;

  private NumberText() {}

  /** One finite number. */
  static double number(String text) {
    if (!DECIMAL.matcher(text).matches()) {
      throw new TypeConversionException(quoted(text) + " is not a number");
    }
    double value = Double.parseDouble(text);
    if (Double.isInfinite(value)) {
      throw new TypeConversionException(quoted(text) + " is too large for a number");
    }
    return value;
  }

  /** One whole number. */
  static int whole(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException(quoted(text) + " is not a whole number");
    }
  }

  /** One whole number of 64 bits, as seeds are. */
  static long wholeLong(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException(quoted(text) + " is not a whole number");
    }
  }

  /** Numbers separated by commas, or {@code LO:HI:N} for N numbers at equal distances. */
  static double[] list(String text) {
    if (text.indexOf(':') >= 0) {
      return grid(text);
    }
    String[] parts = text.split(",", -1);
    double[] values = new double[parts.length];
    for (int i = 0; i < parts.length; i++) {
      values[i] = element(parts[i], i);
    }
    return values;
  }

  /** {@code LO:HI:N}: N numbers at equal distances, both ends included. */
  static double[] grid(String text) {
    String[] parts = text.split(":", -1);
    if (parts.length != 3) {
      throw new TypeConversionException(quoted(text) + " is not of the form LO:HI:N");
    }
    double low = element(parts[0], 0);
    double high = element(parts[1], 1);
    int count = whole(parts[2]);
    if (count < 1 || count > LONGEST_LIST) {
      throw new TypeConversionException(
          count + " grid points requested, between 1 and " + LONGEST_LIST + " are possible");
    }
    if (count == 1 ? high != low : !(high > low)) {
      throw new TypeConversionException(
          "the grid " + quoted(text) + " does not run upwards over at least two points");
    }
    return uniform(low, high, count);
  }

  /** {@code N,LO,HI}: N bins of equal width, given as their N + 1 edges. */
  static double[] bins(String text) {
    String[] parts = text.split(",", -1);
    if (parts.length != 3) {
      throw new TypeConversionException(quoted(text) + " is not of the form N,LO,HI");
    }
    int count = whole(parts[0]);
    double low = element(parts[1], 1);
    double high = element(parts[2], 2);
    if (count < 1 || count > LONGEST_LIST) {
      throw new TypeConversionException(
          count + " bins requested, between 1 and " + LONGEST_LIST + " are possible");
    }
    if (!(high > low)) {
      throw new TypeConversionException(
          "the upper end " + parts[2] + " does not lie above the lower end " + parts[1]);
    }
    return uniform(low, high, count + 1);
  }

  static String quoted(String text) {
    return "'" + text + "'";
  }

  private static double element(String text, int index) {
    try {
      return number(text.strip());
    } catch (TypeConversionException e) {
      throw new TypeConversionException("element " + (index + 1) + ": " + e.getMessage());
    }
  }

  private static double[] uniform(double low, double high, int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = i == count - 1 ? high : low + (high - low) * ((double) i / (count - 1));
    }
    return values;
  }
}
