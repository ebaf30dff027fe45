package org.dipscope.core.format.npy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the Python literal of a header: dictionaries, tuples, lists, strings, whole numbers, True
 * and False. Nothing is evaluated.
 */
final class NpyLiteral {
  private static final int DEEPEST = 20;
  private static final int MOST = 100_000;

  private final String text;
  private int at;
  private int depth;
  private int values;

  private NpyLiteral(String text) {
    this.text = text;
  }

  /**
   * The value of a text: Map, List, String, Long or Boolean.
   *
   * @return null if it is no such literal
   */
  static @Nullable Object read(String text) {
    NpyLiteral literal = new NpyLiteral(text.strip());
    Object value = literal.value();
    literal.blank();
    return literal.at == literal.text.length() ? value : null;
  }

  private @Nullable Object value() {
    blank();
    values++;
    if (at >= text.length() || depth > DEEPEST || values > MOST) {
      return null;
    }
    char c = text.charAt(at);
    depth++;
    Object value =
        switch (c) {
          case '{' -> map();
          case '(' -> list(')');
          case '[' -> list(']');
          case '\'', '"' -> string(c);
          default -> word();
        };
    depth--;
    return value;
  }

  private @Nullable Map<String, Object> map() {
    Map<String, Object> map = new LinkedHashMap<>();
    at++;
    while (!take('}')) {
      Object key = value();
      if (!(key instanceof String name) || !take(':')) {
        return null;
      }
      Object value = value();
      if (value == null || !(take(',') || peek('}'))) {
        return null;
      }
      map.put(name, value);
    }
    return map;
  }

  private @Nullable List<Object> list(char end) {
    List<Object> list = new ArrayList<>();
    at++;
    while (!take(end)) {
      Object value = value();
      if (value == null || !(take(',') || peek(end))) {
        return null;
      }
      list.add(value);
    }
    return list;
  }

  private @Nullable String string(char quote) {
    int end = text.indexOf(quote, at + 1);
    if (end < 0) {
      return null;
    }
    String value = text.substring(at + 1, end);
    at = end + 1;
    return value;
  }

  private @Nullable Object word() {
    int from = at;
    while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    String word = text.substring(from, at);
    return switch (word) {
      case "True" -> true;
      case "False" -> false;
      default -> number(word.endsWith("L") ? word.substring(0, word.length() - 1) : word);
    };
  }

  private static @Nullable Long number(String digits) {
    boolean good = !digits.isEmpty() && digits.length() <= 18;
    for (int i = 0; i < digits.length(); i++) {
      good &= digits.charAt(i) >= '0' && digits.charAt(i) <= '9';
    }
    return good ? (Long) Long.parseLong(digits) : null;
  }

  private boolean take(char wanted) {
    if (peek(wanted)) {
      at++;
      return true;
    }
    return false;
  }

  private boolean peek(char wanted) {
    blank();
    return at < text.length() && text.charAt(at) == wanted;
  }

  private void blank() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }
}
