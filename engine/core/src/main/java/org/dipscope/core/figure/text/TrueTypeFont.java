package org.dipscope.core.figure.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * A TrueType font: character map (formats 4 and 12), advance widths and outlines. All lengths are
 * in font units, y upwards.
 *
 * <p>Table layouts follow the OpenType specification, chapters cmap, glyf, head, hhea, hmtx, loca
 * and OS/2.
 */
public final class TrueTypeFont {
  private static final int TAG_BYTES = 4;

  private final ByteBuffer data;
  private final Map<String, Integer> tables = new HashMap<>();
  private final Map<String, Integer> lengths = new HashMap<>();
  private final int unitsPerEm;
  private final int glyphCount;
  private final int metricCount;
  private final int characterMap;
  private final GlyphOutlineReader outlines;

  /**
   * Opens a font.
   *
   * @throws IllegalArgumentException if a needed table is missing or its layout is unknown
   */
  TrueTypeFont(byte[] bytes) {
    data = ByteBuffer.wrap(bytes);
    int tableCount = u16(4);
    for (int i = 0; i < tableCount; i++) {
      int record = 12 + 16 * i;
      StringBuilder tag = new StringBuilder();
      for (int k = 0; k < TAG_BYTES; k++) {
        tag.append((char) data.get(record + k));
      }
      tables.put(tag.toString(), data.getInt(record + 8));
      lengths.put(tag.toString(), data.getInt(record + 12));
    }
    unitsPerEm = u16(table("head") + 18);
    glyphCount = u16(table("maxp") + 4);
    metricCount = u16(table("hhea") + 34);
    characterMap = findCharacterMap();
    boolean longOffsets = u16(table("head") + 50) != 0;
    outlines = new GlyphOutlineReader(data, table("glyf"), table("loca"), longOffsets, glyphCount);
  }

  /** Opens the font of a resource beside this class. */
  static TrueTypeFont resource(String name) {
    try (InputStream stream = TrueTypeFont.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("The font " + name + " is missing from the installation.");
      }
      return new TrueTypeFont(stream.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the number of font units in the font size. */
  public int unitsPerEm() {
    return unitsPerEm;
  }

  /** Returns the height of capital letters. */
  public int capHeight() {
    return data.getShort(table("OS/2") + 88);
  }

  /** Returns the height of small letters without ascender. */
  public int smallHeight() {
    return data.getShort(table("OS/2") + 86);
  }

  /** Returns the glyph of a character, 0 if the font has none. */
  public int glyph(int codePoint) {
    int glyph = u16(characterMap) == 4 ? segmentGlyph(codePoint) : groupGlyph(codePoint);
    return glyph < glyphCount ? glyph : 0;
  }

  /** Returns the distance from a glyph's origin to the next. */
  public int advance(int glyph) {
    return u16(table("hmtx") + 4 * Math.min(glyph, metricCount - 1));
  }

  /** Returns the outline of a glyph. */
  public GlyphOutline outline(int glyph) {
    return outlines.read(glyph);
  }

  /** Returns the number of glyphs. */
  int glyphCount() {
    return glyphCount;
  }

  /** Returns a copy of a table, empty if the font has none of that name. */
  byte[] tableBytes(String tag) {
    byte[] bytes = new byte[lengths.getOrDefault(tag, 0)];
    data.get(tables.getOrDefault(tag, 0), bytes);
    return bytes;
  }

  /** Returns the stored form of a glyph, empty for a blank one. */
  byte[] glyphBytes(int glyph) {
    return outlines.bytes(glyph);
  }

  private int findCharacterMap() {
    int cmap = table("cmap");
    int best = -1;
    int bestFormat = 0;
    for (int i = 0; i < u16(cmap + 2); i++) {
      int record = cmap + 4 + 8 * i;
      int platform = u16(record);
      int encoding = u16(record + 2);
      boolean unicode = platform == 0 || (platform == 3 && (encoding == 1 || encoding == 10));
      int offset = cmap + data.getInt(record + 4);
      int format = u16(offset);
      if (unicode && (format == 4 || format == 12) && format > bestFormat) {
        best = offset;
        bestFormat = format;
      }
    }
    if (best < 0) {
      throw new IllegalArgumentException("The font has no Unicode character map.");
    }
    return best;
  }

  private int segmentGlyph(int codePoint) {
    if (codePoint > 0xffff) {
      return 0;
    }
    int doubleCount = u16(characterMap + 6);
    int ends = characterMap + 14;
    int starts = ends + doubleCount + 2;
    for (int at = 0; at < doubleCount; at += 2) {
      if (codePoint <= u16(ends + at)) {
        int start = u16(starts + at);
        if (codePoint < start) {
          return 0;
        }
        int delta = u16(starts + doubleCount + at);
        int rangePlace = starts + 2 * doubleCount + at;
        int range = u16(rangePlace);
        if (range == 0) {
          return codePoint + delta & 0xffff;
        }
        int glyph = u16(rangePlace + range + 2 * (codePoint - start));
        return glyph == 0 ? 0 : glyph + delta & 0xffff;
      }
    }
    return 0;
  }

  private int groupGlyph(int codePoint) {
    int groups = data.getInt(characterMap + 12);
    for (int i = 0; i < groups; i++) {
      int group = characterMap + 16 + 12 * i;
      int start = data.getInt(group);
      if (codePoint >= start && codePoint <= data.getInt(group + 4)) {
        return data.getInt(group + 8) + codePoint - start;
      }
    }
    return 0;
  }

  private int table(String tag) {
    Integer offset = tables.get(tag);
    if (offset == null) {
      throw new IllegalArgumentException("The font has no table " + tag + ".");
    }
    return offset;
  }

  private int u16(int offset) {
    return data.getShort(offset) & 0xffff;
  }
}
