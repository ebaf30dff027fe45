package org.dipscope.app.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dipscope.core.histogram.Values;
import org.dipscope.core.problem.Problem;
import org.dipscope.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Numbers that the user types, and as the user reads them. */
final class NumberText {
  private static final int MOST_STEPS = 10_000;

  private NumberText() {}

  /**
   * Numbers with commas or blanks between them.
   *
   * @param what they are, for messages
   * @throws ProblemException naming what is no number
   */
  static Values list(String text, String what) {
    List<Double> numbers = new ArrayList<>();
    for (String word : text.strip().split("[,;\\s]+", -1)) {
      if (!word.isEmpty()) {
        numbers.add(number(word, what));
      }
    }
    if (numbers.isEmpty()) {
      throw wrong(what + ": nothing is given.", "Give numbers with commas between them.");
    }
    return Values.of(numbers.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** Confidence levels, as parts of 1 or as per cent. */
  static Values levels(String text) {
    boolean isPercent = text.contains("%");
    Values numbers = list(text.replace("%", " "), "Levels");
    return isPercent ? numbers.map(n -> n / 100) : numbers;
  }

  /** LO:HI:N as equal steps, or numbers; null for an empty text. */
  static @Nullable Values grid(String text, String what) {
    if (text.isBlank()) {
      return null;
    }
    String[] parts = text.strip().split(":", -1);
    if (parts.length != 3) {
      return list(text, what);
    }
    double low = number(parts[0], what);
    double high = number(parts[1], what);
    int count = (int) Math.min(MOST_STEPS, number(parts[2], what));
    if (!(high > low) || count < 2) {
      throw wrong(what + ": " + text.strip() + " is no range.", "Give from:to:number, as 0:4:41.");
    }
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = i == count - 1 ? high : low + (high - low) * i / (count - 1);
    }
    return Values.of(values);
  }

  /** A whole number; null for an empty text. */
  static @Nullable Integer whole(String text, String what, int least) {
    if (text.isBlank()) {
      return null;
    }
    double value = number(text.replace(" ", ""), what);
    if (value != Math.rint(value) || value < least || value > Integer.MAX_VALUE) {
      throw wrong(
          what + ": " + text.strip() + " was given.", "Give a whole number from " + least + ".");
    }
    return (int) value;
  }

  /** One number. */
  static double number(String word, String what) {
    try {
      double value = Double.parseDouble(word.strip());
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new ProblemException(
          Problem.usage(what + ": “" + word.strip() + "” is no number.", "Write it as 0.5."), e);
    }
    throw wrong(what + ": " + word.strip() + " is not finite.", "Write it as 0.5.");
  }

  private static ProblemException wrong(String message, String hint) {
    return new ProblemException(Problem.usage(message, hint));
  }

  /** With some significant digits, without trailing zeros; a dash for NaN. */
  static String digits(double value, int digits) {
    if (Double.isNaN(value)) {
      return "–";
    }
    String text = String.format(Locale.ROOT, "%." + digits + "g", value);
    if (text.contains(".") && !text.contains("e")) {
      text = text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }
    return text.replace('-', '−');
  }

  /** With some decimals. */
  static String fixed(double value, int decimals) {
    return Double.isNaN(value)
        ? "–"
        : String.format(Locale.ROOT, "%." + decimals + "f", value).replace('-', '−');
  }
}
