package org.dipscope.core.figure.text;

import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.figure.canvas.PlacedText;
import org.dipscope.core.figure.canvas.PlacedText.Anchor;
import org.dipscope.core.figure.canvas.PlacedText.Run;
import org.dipscope.core.figure.text.RichText.Piece;
import org.dipscope.core.figure.text.RichText.Script;

/**
 * A measured label: its runs with their offsets. Scripts have 70 % of the size; a subscript
 * directly after a superscript (or the reverse) sits below it.
 *
 * @param size font size of the base text in points
 * @param width from its start to its end in points
 * @param runs the pieces from left to right
 */
public record TextLine(double size, double width, List<Run> runs) {
  private static final double SCRIPT_SIZE = 0.7;
  private static final double SUPER_RISE = 0.38;
  private static final double SUB_RISE = -0.2;
  private static final int MAX_CHARACTERS = 400;
  private static final double MIN_SHRINK = 0.62;

  /** Measures a label at a font size. */
  public static TextLine of(String label, double size) {
    String text =
        label.length() <= MAX_CHARACTERS ? label : label.substring(0, MAX_CHARACTERS) + "…";
    List<Run> runs = new ArrayList<>();
    double end = 0;
    double scriptStart = 0;
    Script previous = Script.BASE;
    for (Piece piece : RichText.parse(text)) {
      boolean script = piece.script() != Script.BASE;
      boolean paired = script && previous != Script.BASE;
      double offset = paired ? scriptStart : end;
      double runSize = script ? SCRIPT_SIZE * size : size;
      double advance = Typeface.width(piece.text(), runSize, piece.bold());
      runs.add(
          new Run(
              piece.text(), offset, rise(piece.script()) * size, runSize, piece.bold(), advance));
      scriptStart = offset;
      end = Math.max(end, offset + advance);
      previous = paired ? Script.BASE : piece.script();
    }
    return new TextLine(size, end, List.copyOf(runs));
  }

  /**
   * Measures a label, smaller if it is wider than {@code room}, and cut with an ellipsis if that is
   * not enough.
   */
  public static TextLine fitted(String label, double size, double room) {
    TextLine line = of(label, size);
    if (line.width <= room) {
      return line;
    }
    TextLine smaller = of(label, size * Math.max(MIN_SHRINK, room / line.width));
    if (smaller.width <= room * 1.001) {
      return smaller;
    }
    String plain = RichText.plain(label);
    int low = 0;
    int high = Math.min(plain.length(), MAX_CHARACTERS);
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (of(escape(plain.substring(0, middle)) + "…", smaller.size).width <= room) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return of(escape(plain.substring(0, low)) + "…", smaller.size);
  }

  /** Returns the height of capital letters above the baseline in points. */
  public double capHeight() {
    TrueTypeFont font = Typeface.font(false);
    return size * font.capHeight() / font.unitsPerEm();
  }

  /** Places this line. */
  public PlacedText at(double x, double y, Anchor anchor, int argb) {
    return new PlacedText(x, y, anchor, false, argb, 0, width, runs);
  }

  /** Places this line so that capital letters are centred on {@code middle}. */
  public PlacedText centredOn(double x, double middle, Anchor anchor, int argb) {
    return at(x, middle + capHeight() / 2, anchor, argb);
  }

  /** Places this line from bottom to top, with its baseline at {@code x}. */
  public PlacedText upwards(double x, double y, Anchor anchor, int argb) {
    return new PlacedText(x, y, anchor, true, argb, 0, width, runs);
  }

  private static double rise(Script script) {
    return switch (script) {
      case BASE -> 0;
      case SUPER -> SUPER_RISE;
      case SUB -> SUB_RISE;
    };
  }

  private static String escape(String plain) {
    return plain.replaceAll("[\\\\_^{}]", "\\\\$0");
  }
}
