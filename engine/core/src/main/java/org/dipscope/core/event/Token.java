package org.dipscope.core.event;

/**
 * A word of an expression.
 *
 * @param kind what it is
 * @param text its characters, without quotes
 * @param at position of its first character, from 0
 */
record Token(Kind kind, String text, int at) {

  /** Kinds of words. */
  enum Kind {
    NUMBER,
    /** A bare name: column, function, constant or and/or/not. */
    NAME,
    /** A name in quotes: always a column. */
    QUOTED,
    SYMBOL,
    END
  }

  boolean is(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  boolean isWord(String word) {
    return kind == Kind.NAME && text.equals(word);
  }
}
