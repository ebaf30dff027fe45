package org.dipscope.core.figure.text;

import java.util.ArrayList;
import java.util.List;
import java.util.PrimitiveIterator;
import org.dipscope.core.figure.canvas.PlacedText;
import org.dipscope.core.figure.canvas.PlacedText.Run;

/**
 * One glyph of a line of text. Combining marks are centred above their character, because the font
 * is used without its own positioning tables.
 *
 * @param glyph its number in the font
 * @param codePoint the character it shows
 * @param bold whether it is from the bold font
 * @param size font size in points
 * @param along distance of its origin from the anchor of the line, along the text
 * @param rise height of its origin above the baseline of the line
 */
public record PlacedGlyph(
    int glyph, int codePoint, boolean bold, double size, double along, double rise) {
  private static final double MARK_GAP_EM = 0.07;

  /** Returns the glyphs of a line from left to right. */
  public static List<PlacedGlyph> of(PlacedText text) {
    List<PlacedGlyph> glyphs = new ArrayList<>();
    text.runs().forEach(run -> append(run, text.startOffset(), glyphs));
    return glyphs;
  }

  private static void append(Run run, double start, List<PlacedGlyph> glyphs) {
    TrueTypeFont font = Typeface.font(run.bold());
    double scale = run.size() / font.unitsPerEm();
    double pen = start + run.offset();
    double baseStart = pen;
    GlyphOutline base = GlyphOutline.EMPTY;
    PrimitiveIterator.OfInt codePoints = run.text().codePoints().iterator();
    while (codePoints.hasNext()) {
      int codePoint = codePoints.nextInt();
      int glyph = font.glyph(codePoint);
      GlyphOutline outline = font.outline(glyph);
      double along = pen;
      double rise = run.rise();
      if (Typeface.isCombining(codePoint)) {
        double shift = (base.left() + base.right() - outline.left() - outline.right()) / 2.0;
        double gap = base.top() + MARK_GAP_EM * font.unitsPerEm() - outline.bottom();
        along = baseStart + shift * scale;
        rise += Math.max(0, gap) * scale;
      } else {
        base = outline;
        baseStart = pen;
        pen += font.advance(glyph) * scale;
      }
      glyphs.add(new PlacedGlyph(glyph, codePoint, run.bold(), run.size(), along, rise));
    }
  }
}
