package org.dipscope.core.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What could stand at the caret of a half-written expression.
 *
 * @param from first character that a suggestion replaces, from 0
 * @param to one past the last
 * @param suggestions the best first
 */
public record Completion(int from, int to, List<Suggestion> suggestions) {
  private static final int MOST = 200;
  private static final int LONGEST = 10_000;
  private static final String QUOTES = "\"'`";

  /** What is suggested. */
  public enum Kind {
    /** A column of the table, or columns x[0], x[1], … as a list. */
    COLUMN,
    /** A four-momentum. */
    OBJECT,
    /** A function. */
    FUNCTION,
    /** A number or truth with a name. */
    CONSTANT,
    /** What joins two values. */
    OPERATOR
  }

  /**
   * One suggestion.
   *
   * @param text what to insert; a function ends with its open parenthesis
   * @param label what to show: of functions the signature
   * @param description one line about it
   */
  public record Suggestion(Kind kind, String text, String label, String description) {}

  /**
   * Suggestions for a caret position. Any text will do, right or wrong.
   *
   * @param text the expression so far
   * @param caret between 0 and its length; else the nearer of them
   * @param columns of the table
   */
  public static Completion at(String text, int caret, List<EventColumn> columns) {
    int place = Math.clamp(caret, 0, text.length());
    if (text.length() > LONGEST) {
      return new Completion(place, place, List.of());
    }
    int quote = openQuote(text, place);
    if (quote >= 0) {
      int close = text.indexOf(text.charAt(quote), place);
      int end = close < 0 ? place : close + 1;
      return of(quote, end, text.substring(quote + 1, place), columns(columns));
    }
    int from = place;
    while (from > 0 && Lexer.isNamePart(text.charAt(from - 1))) {
      from--;
    }
    int to = place;
    while (to < text.length() && Lexer.isNamePart(text.charAt(to))) {
      to++;
    }
    String before = text.substring(0, from).stripTrailing();
    String word = text.substring(from, place);
    if (startsWithDigit(text, from, to)) {
      return new Completion(from, to, List.of());
    }
    List<Suggestion> known =
        followsValue(before) ? operators() : values(columns, expectsObject(before));
    return of(from, to, word, known);
  }

  private static boolean startsWithDigit(String text, int from, int to) {
    return from < to && !Character.isLetter(text.charAt(from)) && text.charAt(from) != '_';
  }

  /** Where the quote begins in which a place lies, or −1. */
  private static int openQuote(String text, int place) {
    int open = -1;
    for (int i = 0; i < place; i++) {
      if (open < 0 ? QUOTES.indexOf(text.charAt(i)) >= 0 : text.charAt(i) == text.charAt(open)) {
        open = open < 0 ? i : -1;
      }
    }
    return open;
  }

  /** Whether a text ends with something that an operator can follow. */
  private static boolean followsValue(String before) {
    if (before.isEmpty()) {
      return false;
    }
    char last = before.charAt(before.length() - 1);
    if (!Lexer.isNamePart(last)) {
      return last == ')' || last == ']' || QUOTES.indexOf(last) >= 0;
    }
    int from = before.length();
    while (from > 0 && Lexer.isNamePart(before.charAt(from - 1))) {
      from--;
    }
    return !List.of("and", "or", "not").contains(before.substring(from));
  }

  /** Whether a text ends inside the parentheses of a function of objects. */
  private static boolean expectsObject(String before) {
    int depth = 0;
    for (int i = before.length() - 1; i >= 0; i--) {
      char c = before.charAt(i);
      depth += c == ')' ? 1 : c == '(' ? -1 : 0;
      if (depth < 0) {
        int end = i;
        while (end > 0 && Lexer.isNamePart(before.charAt(end - 1))) {
          end--;
        }
        return Function.of(before.substring(end, i))
            .filter(function -> function.signature().contains("object"))
            .isPresent();
      }
    }
    return false;
  }

  private static Completion of(int from, int to, String word, List<Suggestion> known) {
    String wanted = word.toLowerCase(Locale.ROOT);
    List<Suggestion> matching =
        known.stream()
            .filter(suggestion -> rank(suggestion, wanted) < 3)
            .sorted(Comparator.comparingInt(suggestion -> rank(suggestion, wanted)))
            .limit(MOST)
            .toList();
    return new Completion(from, to, matching);
  }

  /** 0 if it starts with the word, 1 if a part of it does, 2 if it contains it, else 3. */
  private static int rank(Suggestion suggestion, String word) {
    String name = suggestion.text().toLowerCase(Locale.ROOT);
    int start = name.isEmpty() || QUOTES.indexOf(name.charAt(0)) < 0 ? 0 : 1;
    int at = name.indexOf(word, start);
    if (at < 0) {
      return 3;
    }
    return at == start ? 0 : Character.isLetterOrDigit(name.charAt(at - 1)) ? 2 : 1;
  }

  private static List<Suggestion> values(List<EventColumn> columns, boolean objectsFirst) {
    List<Suggestion> values = new ArrayList<>();
    List<Suggestion> objects =
        new Schema(columns)
            .objects().values().stream()
                .map(
                    object ->
                        new Suggestion(
                            Kind.OBJECT,
                            object.name(),
                            object.name(),
                            (object.list() ? "Objects of " : "Object of ")
                                + String.join(", ", object.columns())
                                + "."))
                .filter(object -> Lexer.isBareName(object.text()))
                .toList();
    if (objectsFirst) {
      values.addAll(objects);
    }
    values.addAll(columns(columns));
    if (!objectsFirst) {
      values.addAll(objects);
    }
    for (FunctionHelp function : FunctionHelp.all()) {
      values.add(
          new Suggestion(
              Kind.FUNCTION, function.name() + "(", function.signature(), function.description()));
    }
    values.add(new Suggestion(Kind.CONSTANT, "pi", "pi", "3.14159…"));
    values.add(new Suggestion(Kind.CONSTANT, "true", "true", "Holds always."));
    values.add(new Suggestion(Kind.CONSTANT, "false", "false", "Holds never."));
    values.add(new Suggestion(Kind.OPERATOR, "not ", "not", "Whether a condition does not hold."));
    return values;
  }

  private static List<Suggestion> columns(List<EventColumn> columns) {
    Schema schema = new Schema(columns);
    List<Suggestion> suggestions = new ArrayList<>();
    for (EventColumn column : columns) {
      if (column.type() != EventColumn.Type.TEXT) {
        String text = schema.has(column.shortName()) ? column.shortName() : column.name();
        String what =
            column.shape() == EventColumn.Shape.LIST
                ? "A list per event"
                : column.type() == EventColumn.Type.TRUTH ? "A condition" : "A number";
        String unit = column.unit().isEmpty() ? "." : ", in " + column.unit() + ".";
        suggestions.add(
            new Suggestion(Kind.COLUMN, written(text, column), column.name(), what + unit));
      }
    }
    for (String row : schema.rowNames()) {
      suggestions.add(
          new Suggestion(Kind.COLUMN, quoted(row), row, row + "[0], " + row + "[1], … as a list."));
    }
    return suggestions;
  }

  /** Bare, if it is read as this column then. */
  private static String written(String text, EventColumn column) {
    int bracket = text.indexOf('[');
    boolean position = bracket > 0 && column.name().equals(text) && text.endsWith("]");
    return position && Lexer.isBareName(text.substring(0, bracket)) ? text : quoted(text);
  }

  private static String quoted(String name) {
    if (Lexer.isBareName(name) && !List.of("and", "or", "not").contains(name)) {
      return name;
    }
    for (int i = 0; i < QUOTES.length(); i++) {
      if (name.indexOf(QUOTES.charAt(i)) < 0) {
        return QUOTES.charAt(i) + name + QUOTES.charAt(i);
      }
    }
    return name;
  }

  private static List<Suggestion> operators() {
    return List.of(
        operator("+", "Sum, also of objects."),
        operator("-", "Difference."),
        operator("*", "Product."),
        operator("/", "Quotient."),
        operator("^", "Power."),
        operator("<", "Smaller than."),
        operator("<=", "At most."),
        operator(">", "Larger than."),
        operator(">=", "At least."),
        operator("==", "Equal to."),
        operator("!=", "Different from."),
        operator("&&", "Both conditions hold."),
        operator("||", "At least one condition holds."),
        operator("and", "Both conditions hold."),
        operator("or", "At least one condition holds."),
        operator("[", "An element of a list, or those for which a condition holds."));
  }

  private static Suggestion operator(String text, String description) {
    return new Suggestion(Kind.OPERATOR, text, text, description);
  }
}
