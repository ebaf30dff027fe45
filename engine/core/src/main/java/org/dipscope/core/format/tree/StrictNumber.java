package org.dipscope.core.format.tree;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * The one way in which text of documents becomes a number: decimal digits with optional sign, point
 * and exponent, or an infinity. Hexadecimal digits, underscores and suffixes are refused.
 */
public final class StrictNumber {
  /** A double needs no more than 17 digits; this leaves room for exact decimals. */
  private static final int MOST_CHARACTERS = 1100;

  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(?:\\d++(?:\\.\\d*+)?|\\.\\d++)(?:[eE][-+]?\\d{1,9})?");

  private StrictNumber() {}

  /** The number, or empty if the text is none; NaN is no number. */
  public static OptionalDouble parse(String text) {
    String trimmed = text.strip();
    if (trimmed.length() <= MOST_CHARACTERS && DECIMAL.matcher(trimmed).matches()) {
      return OptionalDouble.of(Double.parseDouble(trimmed));
    }
    return switch (trimmed.toLowerCase(Locale.ROOT)) {
      case ".inf", "+.inf", "inf", "+inf", "infinity", "+infinity" ->
          OptionalDouble.of(Double.POSITIVE_INFINITY);
      case "-.inf", "-inf", "-infinity" -> OptionalDouble.of(Double.NEGATIVE_INFINITY);
      default -> OptionalDouble.empty();
    };
  }

  /** Whether the text says not-a-number, in any of the usual spellings. */
  public static boolean isNaN(String text) {
    String word = text.strip().toLowerCase(Locale.ROOT);
    return word.equals("nan") || word.equals(".nan") || word.equals("-nan") || word.equals("+nan");
  }

  /** The fraction that a percentage such as {@code 4.4%} means, if the text is one. */
  public static Optional<Double> percentage(String text) {
    String trimmed = text.strip();
    if (!trimmed.endsWith("%")) {
      return Optional.empty();
    }
    OptionalDouble percent = parse(trimmed.substring(0, trimmed.length() - 1));
    return percent.isPresent() ? Optional.of(percent.getAsDouble() / 100) : Optional.empty();
  }
}
