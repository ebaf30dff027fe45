package org.dipscope.core.format.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the comments above a spectrum say: our own keys first, then the usual phrases. */
final class CommentFacts {
  static final String NAME = "name";
  static final String AXIS = "axis";
  static final String AXIS_UNIT = "axis unit";
  static final String UNIT = "unit";
  static final String NORMALISED = "normalised";
  static final String LUMINOSITY = "luminosity fb-1";
  static final String SOURCE = "source";
  static final String UNDERFLOW = "underflow";
  static final String OVERFLOW = "overflow";
  static final String SUM_OF_WEIGHTS = "sum of weights";

  private static final List<String> KEYS =
      List.of(
          NAME,
          AXIS,
          AXIS_UNIT,
          UNIT,
          NORMALISED,
          LUMINOSITY,
          SOURCE,
          UNDERFLOW,
          OVERFLOW,
          SUM_OF_WEIGHTS);
  private static final Pattern VALUE_UNIT =
      Pattern.compile("\\b(?:in|unit:?)\\s+\\[?((?:[pfnm]b|1)\\s*/\\s*[GTM]eV)\\b");
  private static final Pattern INVERSE_FB =
      Pattern.compile("([0-9]+(?:\\.[0-9]+)?)\\s*(?:/\\s*fb\\b|fb\\s*(?:\\^?\\{?-1\\}?|⁻¹))");

  private static final Pattern QUANTITY =
      Pattern.compile("\\bd(?:sigma|σ)\\s*/\\s*d(\\p{L}[\\p{L}\\p{N}_]*)");

  private final Map<String, String> facts = new HashMap<>();
  private final List<String> others = new ArrayList<>();

  CommentFacts(List<String> comments) {
    for (String comment : comments) {
      int colon = comment.indexOf(':');
      String key = colon < 0 ? "" : comment.substring(0, colon).strip();
      if (KEYS.contains(key) && !facts.containsKey(key)) {
        facts.put(key, unescape(comment.substring(colon + 1).strip()));
      } else {
        others.add(comment);
      }
    }
  }

  Optional<String> fact(String key) {
    return Optional.ofNullable(facts.get(key));
  }

  double number(String key, double otherwise) {
    try {
      return fact(key).map(Double::parseDouble).orElse(otherwise);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  /** The unit of the values, such as pb/GeV, or empty. */
  String valueUnit() {
    return fact(UNIT)
        .orElseGet(
            () -> {
              Matcher matcher = VALUE_UNIT.matcher(String.join("\n", others));
              return matcher.find() ? matcher.group(1).replace(" ", "") : "";
            });
  }

  /** The quantity on the axis, from a phrase such as dsigma/dm_tt; or empty. */
  String quantity() {
    Matcher matcher = QUANTITY.matcher(String.join("\n", others));
    return matcher.find() ? matcher.group(1) : "";
  }

  boolean normalised() {
    return fact(NORMALISED)
        .map(Boolean::parseBoolean)
        .orElseGet(
            () -> others.stream().anyMatch(line -> line.matches("(?i).*\\bnormali[sz]ed\\b.*")));
  }

  @Nullable Double luminosityInvFb() {
    String own = facts.get(LUMINOSITY);
    Matcher matcher = INVERSE_FB.matcher(String.join("\n", others));
    String found = own != null ? own : matcher.find() ? matcher.group(1) : null;
    double value = found == null ? 0 : parse(found);
    return value > 0 && Double.isFinite(value) ? value : null;
  }

  private static double parse(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  String source() {
    return fact(SOURCE).orElse(String.join("\n", others));
  }

  /** The text on one line, with control characters and blanks at both ends made visible. */
  static String escape(String text) {
    StringBuilder line = new StringBuilder(text.length());
    int last = text.stripTrailing().length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean atEnd = i >= last || (Character.isWhitespace(c) && line.length() == 6 * i);
      switch (c) {
        case '\\' -> line.append("\\\\");
        case '\n' -> line.append("\\n");
        case '\r' -> line.append("\\r");
        default -> {
          if (atEnd || Character.isISOControl(c)) {
            line.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            line.append(c);
          }
        }
      }
    }
    return line.toString();
  }

  static String unescape(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        char next = text.charAt(++i);
        if (next == 'u' && text.substring(i + 1).matches("(?s)[0-9a-f]{4}.*")) {
          plain.append((char) Integer.parseInt(text, i + 1, i + 5, 16));
          i += 4;
        } else {
          plain.append(next == 'n' ? '\n' : next == 'r' ? '\r' : next);
        }
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
