package org.dipscope.core.figure.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Labels with sub- and superscripts: {@code m_{tt̄}}, {@code 10^{-3}}, {@code x_i}, <code>\bf{bold}
 * </code>; a backslash before {@code _}, {@code ^}, {@code {}, {@code }} or itself writes that
 * character. Unicode superscripts and subscripts (10⁻³, a₀) become the same. Scripts do not nest:
 * braces inside a script are dropped. Text that does not follow the rules is written as it stands.
 */
public final class RichText {
  private static final String SUPER = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ";
  private static final String SUB = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙ";
  private static final String PLAIN = "0123456789+−=()n";

  private final String source;
  private final List<Piece> pieces = new ArrayList<>();
  private int at;

  private RichText(String source) {
    this.source = source;
  }

  /** The height of a piece. */
  public enum Script {
    /** On the line. */
    BASE,
    /** Raised. */
    SUPER,
    /** Lowered. */
    SUB
  }

  /**
   * Characters of one kind.
   *
   * @param text the characters
   * @param script their height
   * @param bold whether they are bold
   */
  public record Piece(String text, Script script, boolean bold) {}

  /** Splits a label; never fails. */
  public static List<Piece> parse(String label) {
    RichText parser = new RichText(label.replaceAll("\\p{Cntrl}", " "));
    parser.run();
    return List.copyOf(parser.pieces);
  }

  /** Returns the label that shows a text as it stands, such as a name with underscores. */
  public static String verbatim(String text) {
    return text.replaceAll("([_^{}\\\\])", "\\\\$1");
  }

  /** Returns the label without markup: what a reader without scripts sees. */
  public static String plain(String label) {
    StringBuilder text = new StringBuilder();
    parse(label).forEach(piece -> text.append(piece.text()));
    return text.toString();
  }

  private void run() {
    while (at < source.length()) {
      char c = source.charAt(at);
      if (source.startsWith("\\bf{", at)) {
        at += 3;
        add(group(), Script.BASE, true);
      } else if (c == '\\'
          && at + 1 < source.length()
          && "_^{}\\".indexOf(source.charAt(at + 1)) >= 0) {
        add(String.valueOf(source.charAt(at + 1)), Script.BASE, false);
        at += 2;
      } else if ((c == '^' || c == '_') && at + 1 < source.length()) {
        at++;
        add(group(), c == '^' ? Script.SUPER : Script.SUB, false);
      } else {
        addCharacter();
      }
    }
  }

  private void addCharacter() {
    int codePoint = source.codePointAt(at);
    int raised = SUPER.indexOf(codePoint);
    int lowered = SUB.indexOf(codePoint);
    if (raised >= 0) {
      add(PLAIN.substring(raised, raised + 1), Script.SUPER, false);
    } else if (lowered >= 0) {
      add(PLAIN.substring(lowered, lowered + 1), Script.SUB, false);
    } else {
      add(Character.toString(codePoint), Script.BASE, false);
    }
    at += Character.charCount(codePoint);
  }

  /** Reads one character, or everything between braces; an unclosed brace reaches to the end. */
  private String group() {
    if (source.charAt(at) != '{') {
      int end = at + Character.charCount(source.codePointAt(at));
      while (end < source.length() && Typeface.isCombining(source.codePointAt(end))) {
        end += Character.charCount(source.codePointAt(end));
      }
      String single = source.substring(at, end);
      at = end;
      return single;
    }
    StringBuilder inside = new StringBuilder();
    int depth = 0;
    do {
      char c = source.charAt(at++);
      if (c == '{') {
        depth++;
      } else if (c == '}') {
        depth--;
      } else {
        inside.append(c);
      }
    } while (depth > 0 && at < source.length());
    return inside.toString();
  }

  private void add(String text, Script script, boolean bold) {
    String shown = script == Script.BASE ? text : text.replace('-', '−');
    int last = pieces.size() - 1;
    if (last >= 0 && pieces.get(last).script() == script && pieces.get(last).bold() == bold) {
      pieces.set(last, new Piece(pieces.get(last).text() + shown, script, bold));
    } else if (!shown.isEmpty()) {
      pieces.add(new Piece(shown, script, bold));
    }
  }
}
