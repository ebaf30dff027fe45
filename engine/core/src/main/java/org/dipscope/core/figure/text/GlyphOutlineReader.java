package org.dipscope.core.figure.text;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.dipscope.core.figure.text.GlyphOutline.Contour;

/**
 * Reads the tables glyf and loca: simple glyphs, and composite glyphs as affine images of others.
 */
final class GlyphOutlineReader {
  private static final int MAX_DEPTH = 6;
  private static final int HEADER_BYTES = 10;

  private final ByteBuffer data;
  private final int glyf;
  private final int loca;
  private final boolean longOffsets;
  private final int glyphCount;

  GlyphOutlineReader(ByteBuffer data, int glyf, int loca, boolean longOffsets, int glyphCount) {
    this.data = data;
    this.glyf = glyf;
    this.loca = loca;
    this.longOffsets = longOffsets;
    this.glyphCount = glyphCount;
  }

  GlyphOutline read(int glyph) {
    List<Contour> contours = new ArrayList<>();
    append(glyph, contours, 0);
    if (contours.isEmpty()) {
      return GlyphOutline.EMPTY;
    }
    int start = offset(glyph);
    return new GlyphOutline(
        List.copyOf(contours),
        data.getShort(start + 2),
        data.getShort(start + 4),
        data.getShort(start + 6),
        data.getShort(start + 8));
  }

  byte[] bytes(int glyph) {
    byte[] bytes = new byte[offset(glyph + 1) - offset(glyph)];
    data.get(offset(glyph), bytes);
    return bytes;
  }

  private void append(int glyph, List<Contour> contours, int depth) {
    if (glyph < 0 || glyph >= glyphCount || depth > MAX_DEPTH) {
      return;
    }
    int start = offset(glyph);
    if (start == offset(glyph + 1)) {
      return;
    }
    int contourCount = data.getShort(start);
    if (contourCount >= 0) {
      appendSimple(start + HEADER_BYTES, contourCount, contours);
    } else {
      appendComposite(start + HEADER_BYTES, contours, depth);
    }
  }

  private void appendSimple(int start, int contourCount, List<Contour> contours) {
    if (contourCount == 0) {
      return;
    }
    int pointCount = u16(start + 2 * contourCount - 2) + 1;
    int at = start + 2 * contourCount;
    at += 2 + u16(at);
    byte[] flags = new byte[pointCount];
    for (int i = 0; i < pointCount; i++) {
      byte flag = data.get(at++);
      flags[i] = flag;
      if ((flag & 8) != 0) {
        int repeats = data.get(at++) & 0xff;
        for (int k = 0; k < repeats && i + 1 < pointCount; k++) {
          flags[++i] = flag;
        }
      }
    }
    double[] x = new double[pointCount];
    double[] y = new double[pointCount];
    at = readCoordinates(at, flags, 2, 16, x);
    readCoordinates(at, flags, 4, 32, y);
    int first = 0;
    for (int c = 0; c < contourCount; c++) {
      int last = u16(start + 2 * c);
      contours.add(slice(x, y, flags, first, last + 1));
      first = last + 1;
    }
  }

  private int readCoordinates(int start, byte[] flags, int shortBit, int sameBit, double[] out) {
    int at = start;
    int value = 0;
    for (int i = 0; i < flags.length; i++) {
      boolean same = (flags[i] & sameBit) != 0;
      if ((flags[i] & shortBit) != 0) {
        int step = data.get(at++) & 0xff;
        value += same ? step : -step;
      } else if (!same) {
        value += data.getShort(at);
        at += 2;
      }
      out[i] = value;
    }
    return at;
  }

  private static Contour slice(double[] x, double[] y, byte[] flags, int from, int to) {
    int count = Math.max(0, to - from);
    double[] cx = new double[count];
    double[] cy = new double[count];
    boolean[] on = new boolean[count];
    for (int i = 0; i < count; i++) {
      cx[i] = x[from + i];
      cy[i] = y[from + i];
      on[i] = (flags[from + i] & 1) != 0;
    }
    return new Contour(cx, cy, on);
  }

  private void appendComposite(int start, List<Contour> contours, int depth) {
    int at = start;
    int flags;
    do {
      flags = u16(at);
      int part = u16(at + 2);
      at += 4;
      double dx = 0;
      double dy = 0;
      boolean words = (flags & 1) != 0;
      if ((flags & 2) != 0) {
        dx = words ? data.getShort(at) : data.get(at);
        dy = words ? data.getShort(at + 2) : data.get(at + 1);
      }
      at += words ? 4 : 2;
      double[] m = {1, 0, 0, 1};
      if ((flags & 8) != 0) {
        m[0] = fraction(at);
        m[3] = m[0];
        at += 2;
      } else if ((flags & 0x40) != 0) {
        m[0] = fraction(at);
        m[3] = fraction(at + 2);
        at += 4;
      } else if ((flags & 0x80) != 0) {
        for (int k = 0; k < 4; k++) {
          m[k] = fraction(at + 2 * k);
        }
        at += 8;
      }
      List<Contour> parts = new ArrayList<>();
      append(part, parts, depth + 1);
      for (Contour contour : parts) {
        contours.add(transform(contour, m, dx, dy));
      }
    } while ((flags & 0x20) != 0);
  }

  private static Contour transform(Contour contour, double[] m, double dx, double dy) {
    int count = contour.x().length;
    double[] x = new double[count];
    double[] y = new double[count];
    for (int i = 0; i < count; i++) {
      x[i] = m[0] * contour.x()[i] + m[2] * contour.y()[i] + dx;
      y[i] = m[1] * contour.x()[i] + m[3] * contour.y()[i] + dy;
    }
    return new Contour(x, y, contour.onCurve());
  }

  private double fraction(int offset) {
    return data.getShort(offset) / 16384.0;
  }

  private int offset(int glyph) {
    return glyf + (longOffsets ? data.getInt(loca + 4 * glyph) : 2 * u16(loca + 2 * glyph));
  }

  private int u16(int offset) {
    return data.getShort(offset) & 0xffff;
  }
}
