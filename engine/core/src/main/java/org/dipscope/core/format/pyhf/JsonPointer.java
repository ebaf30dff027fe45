package org.dipscope.core.format.pyhf;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A place in a JSON document (RFC 6901).
 *
 * @param text as written, such as {@code /channels/0/samples/1}
 * @param tokens the keys and positions on the way
 */
record JsonPointer(String text, List<String> tokens) {
  private static final Pattern BAD_ESCAPE = Pattern.compile("~(?![01])");

  /** The pointer, or null if the text is none. */
  static @org.jspecify.annotations.Nullable JsonPointer parse(String text) {
    if (text.isEmpty()) {
      return new JsonPointer(text, List.of());
    }
    if (!text.startsWith("/") || BAD_ESCAPE.matcher(text).find()) {
      return null;
    }
    List<String> tokens = new ArrayList<>();
    for (String token : text.substring(1).split("/", -1)) {
      tokens.add(token.replace("~1", "/").replace("~0", "~"));
    }
    return new JsonPointer(text, List.copyOf(tokens));
  }

  /** The position in a list that a token means, or -1. */
  static int position(String token) {
    boolean plain = token.length() <= 9 && token.matches("0|[1-9]\\d*");
    return plain ? Integer.parseInt(token) : -1;
  }

  boolean startsWith(JsonPointer other) {
    return tokens.size() >= other.tokens.size()
        && tokens.subList(0, other.tokens.size()).equals(other.tokens);
  }
}
