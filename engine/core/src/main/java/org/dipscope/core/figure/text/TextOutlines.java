package org.dipscope.core.figure.text;

import org.dipscope.core.figure.canvas.Path;
import org.dipscope.core.figure.canvas.PlacedText;
import org.dipscope.core.figure.text.GlyphOutline.Contour;

/**
 * Turns placed text into filled outlines, for outputs without fonts. Combining marks are centred
 * above their character.
 */
public final class TextOutlines {
  private final PlacedText text;
  private final Path path = new Path();

  private TextOutlines(PlacedText text) {
    this.text = text;
  }

  /** Returns the outline of the text in the coordinates of the canvas. */
  public static Path of(PlacedText text) {
    TextOutlines outlines = new TextOutlines(text);
    PlacedGlyph.of(text).forEach(outlines::append);
    return outlines.path;
  }

  private void append(PlacedGlyph glyph) {
    TrueTypeFont font = Typeface.font(glyph.bold());
    double scale = glyph.size() / font.unitsPerEm();
    trace(font.outline(glyph.glyph()), glyph.along(), glyph.rise(), scale);
  }

  private void trace(GlyphOutline outline, double along, double rise, double scale) {
    for (Contour contour : outline.contours()) {
      int count = contour.x().length;
      if (count > 1) {
        trace(contour, along, rise, scale, count);
      }
    }
  }

  private void trace(Contour contour, double along, double rise, double scale, int count) {
    double[] u = new double[count];
    double[] v = new double[count];
    for (int i = 0; i < count; i++) {
      double right = along + contour.x()[i] * scale;
      double up = rise + contour.y()[i] * scale;
      u[i] = text.upwards() ? text.x() - up : text.x() + right;
      v[i] = text.upwards() ? text.y() - right : text.y() - up;
    }
    boolean[] on = contour.onCurve();
    int last = count - 1;
    boolean startsOn = on[0];
    double startX = startsOn ? u[0] : on[last] ? u[last] : (u[0] + u[last]) / 2;
    double startY = startsOn ? v[0] : on[last] ? v[last] : (v[0] + v[last]) / 2;
    path.moveTo(startX, startY);
    for (int i = startsOn ? 1 : 0; i < count; i++) {
      if (on[i]) {
        path.lineTo(u[i], v[i]);
      } else if (i == last) {
        path.quadTo(u[i], v[i], startX, startY);
      } else if (on[i + 1]) {
        path.quadTo(u[i], v[i], u[i + 1], v[i + 1]);
        i++;
      } else {
        path.quadTo(u[i], v[i], (u[i] + u[i + 1]) / 2, (v[i] + v[i + 1]) / 2);
      }
    }
    path.close();
  }
}
