package org.dipscope.core.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts an expression into words. */
final class Lexer {
  private static final Pattern NUMBER =
      Pattern.compile("(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.]*");
  private static final List<String> SYMBOLS =
      List.of(
          "**", "&&", "||", "<=", ">=", "==", "!=", "+", "-", "*", "/", "^", "<", ">", "!", "(",
          ")", "[", "]", ",");

  private static final Set<Integer> NUMERALS =
      Set.of(
          (int) Character.DECIMAL_DIGIT_NUMBER,
          (int) Character.LETTER_NUMBER,
          (int) Character.OTHER_NUMBER);

  private final Complaint complaint;
  private final String text;
  private final List<Token> tokens = new ArrayList<>();

  private Lexer(Complaint complaint) {
    this.complaint = complaint;
    this.text = complaint.expression();
  }

  static List<Token> tokens(Complaint complaint) {
    Lexer lexer = new Lexer(complaint);
    int at = 0;
    while (at < lexer.text.length()) {
      at = Character.isWhitespace(lexer.text.charAt(at)) ? at + 1 : lexer.next(at);
    }
    lexer.tokens.add(new Token(Token.Kind.END, "", at));
    return lexer.tokens;
  }

  /** Whether a character may stand inside a bare name. */
  static boolean isNamePart(int character) {
    return Character.isLetter(character)
        || NUMERALS.contains(Character.getType(character))
        || character == '_'
        || character == '.';
  }

  /** Whether a text can be written as a name without quotes. */
  static boolean isBareName(String text) {
    return NAME.matcher(text).matches();
  }

  private int next(int at) {
    char first = text.charAt(at);
    if (first == '"' || first == '\'' || first == '`') {
      int close = text.indexOf(first, at + 1);
      if (close < 0) {
        throw complaint.at(at, "the quote is never closed", "Close it with " + first + ".");
      }
      return add(Token.Kind.QUOTED, text.substring(at + 1, close), at, close + 1);
    }
    Matcher number = NUMBER.matcher(text).region(at, text.length());
    if (number.lookingAt()) {
      return add(Token.Kind.NUMBER, number.group(), at, number.end());
    }
    Matcher name = NAME.matcher(text).region(at, text.length());
    if (name.lookingAt()) {
      return add(Token.Kind.NAME, name.group(), at, name.end());
    }
    for (String symbol : SYMBOLS) {
      if (text.startsWith(symbol, at)) {
        return add(Token.Kind.SYMBOL, symbol, at, at + symbol.length());
      }
    }
    throw unexpected(at, first);
  }

  private RuntimeException unexpected(int at, char found) {
    String hint =
        switch (found) {
          case '=' -> "Compare with ==.";
          case '&' -> "Join conditions with &&.";
          case '|' -> "Join conditions with ||.";
          default -> "Use numbers, column names, + - * / ^, comparisons, && || ! and functions.";
        };
    return complaint.at(at, "\"" + found + "\" is not understood", hint);
  }

  private int add(Token.Kind kind, String word, int from, int to) {
    tokens.add(new Token(kind, word, from));
    return to;
  }
}
