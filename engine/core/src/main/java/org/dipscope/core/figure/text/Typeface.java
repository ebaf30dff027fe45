package org.dipscope.core.figure.text;

/**
 * The bundled type: Liberation Sans, which has the widths of Arial and Helvetica, so that an SVG
 * file looks the same where only those are installed. Fonts are read once and immutable.
 */
public final class Typeface {
  /** Font families for SVG and screens, all with the same widths. */
  public static final String FAMILIES = "Liberation Sans, Arimo, Arial, Helvetica, sans-serif";

  private static final TrueTypeFont REGULAR = TrueTypeFont.resource("LiberationSans-Regular.ttf");
  private static final TrueTypeFont BOLD = TrueTypeFont.resource("LiberationSans-Bold.ttf");

  private Typeface() {}

  /** Returns the regular or the bold font. */
  public static TrueTypeFont font(boolean bold) {
    return bold ? BOLD : REGULAR;
  }

  /**
   * Returns the width of plain text in points. Combining marks have none: they sit on the character
   * before.
   */
  public static double width(String text, double size, boolean bold) {
    TrueTypeFont font = font(bold);
    long units =
        text.codePoints()
            .filter(codePoint -> !isCombining(codePoint))
            .mapToLong(codePoint -> font.advance(font.glyph(codePoint)))
            .sum();
    return units * size / font.unitsPerEm();
  }

  static boolean isCombining(int codePoint) {
    return Character.getType(codePoint) == Character.NON_SPACING_MARK;
  }
}
