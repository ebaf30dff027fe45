package org.dipscope.core.figure.export;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dipscope.core.figure.text.FontSubset;
import org.dipscope.core.figure.text.TrueTypeFont;
import org.dipscope.core.figure.text.Typeface;

/**
 * An embedded font: the glyphs used, addressed by number, and the characters they stand for so that
 * text can be searched.
 */
final class PdfFont {
  private static final int MOST_PER_BLOCK = 100;

  private final boolean bold;
  private final TrueTypeFont font;
  private final Map<Integer, Integer> characters = new TreeMap<>();

  PdfFont(boolean bold) {
    this.bold = bold;
    font = Typeface.font(bold);
  }

  void use(int glyph, int codePoint) {
    characters.putIfAbsent(glyph, codePoint);
  }

  boolean isUsed() {
    return !characters.isEmpty();
  }

  /** Adds the font to a document and returns its object number. */
  int addTo(PdfDocument document) {
    byte[] subset = FontSubset.of(font, new TreeSet<>(characters.keySet()));
    int file = document.addStream("/Length1 " + subset.length, subset);
    String name = (bold ? "DIPSCB+LiberationSans-Bold" : "DIPSCR+LiberationSans");
    int descriptor =
        document.add(
            "<< /Type /FontDescriptor /FontName /%s /Flags 4 /FontBBox [-544 -303 1302 980]"
                    .formatted(name)
                + " /ItalicAngle 0 /Ascent 905 /Descent -212 /CapHeight 729 /StemV "
                + (bold ? 140 : 80)
                + " /FontFile2 "
                + file
                + " 0 R >>");
    int descendant =
        document.add(
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /%s /CIDSystemInfo".formatted(name)
                + " << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor "
                + descriptor
                + " 0 R /CIDToGIDMap /Identity /W ["
                + widths()
                + "] >>");
    int map = document.addStream("", characterMap().getBytes(StandardCharsets.US_ASCII));
    return document.add(
        "<< /Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H".formatted(name)
            + " /DescendantFonts ["
            + descendant
            + " 0 R] /ToUnicode "
            + map
            + " 0 R >>");
  }

  private String widths() {
    StringBuilder widths = new StringBuilder();
    for (int glyph : characters.keySet()) {
      double width = font.advance(glyph) * 1000.0 / font.unitsPerEm();
      widths.append(glyph).append(" [").append(Decimal.of(width)).append("] ");
    }
    return widths.toString().strip();
  }

  private String characterMap() {
    StringBuilder map =
        new StringBuilder(
            """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <ffff>
            endcodespacerange
            """);
    int left = characters.size();
    int inBlock = 0;
    for (Map.Entry<Integer, Integer> entry : characters.entrySet()) {
      if (inBlock == 0) {
        inBlock = Math.min(left, MOST_PER_BLOCK);
        map.append(inBlock).append(" beginbfchar\n");
      }
      map.append("<%04x> <".formatted(entry.getKey()));
      Character.toString(entry.getValue()).chars().forEach(c -> map.append("%04x".formatted(c)));
      map.append(">\n");
      inBlock--;
      left--;
      map.append(inBlock == 0 ? "endbfchar\n" : "");
    }
    return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
        .toString();
  }
}
