package org.dipscope.core.figure.text;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A font file with the outlines of some glyphs only, for embedding. Glyph numbers stay as they are,
 * so the file needs no character map; unused outlines become empty.
 */
public final class FontSubset {
  private static final int MORE_PARTS = 0x20;
  private static final int WORD_ARGUMENTS = 1;
  private static final int CHECKSUM_MAGIC = 0xb1b0afba;

  private FontSubset() {}

  /**
   * Returns a TrueType file with the tables that PDF asks for (ISO 32000-1, 9.9) and the given
   * glyphs.
   */
  public static byte[] of(TrueTypeFont font, SortedSet<Integer> glyphs) {
    SortedSet<Integer> kept = withParts(font, glyphs);
    ByteArrayOutputStream glyf = new ByteArrayOutputStream();
    ByteBuffer loca = ByteBuffer.allocate(4 * (font.glyphCount() + 1));
    for (int glyph = 0; glyph < font.glyphCount(); glyph++) {
      loca.putInt(glyf.size());
      if (kept.contains(glyph)) {
        glyf.writeBytes(font.glyphBytes(glyph));
        while (glyf.size() % 4 != 0) {
          glyf.write(0);
        }
      }
    }
    loca.putInt(glyf.size());
    byte[] head = font.tableBytes("head");
    ByteBuffer.wrap(head).putInt(8, 0).putShort(50, (short) 1);
    Map<String, byte[]> tables = new TreeMap<>();
    tables.put("head", head);
    tables.put("loca", loca.array());
    tables.put("glyf", glyf.toByteArray());
    for (String tag : new String[] {"cvt ", "fpgm", "hhea", "hmtx", "maxp", "prep"}) {
      tables.put(tag, font.tableBytes(tag));
    }
    return assemble(tables);
  }

  private static SortedSet<Integer> withParts(TrueTypeFont font, SortedSet<Integer> glyphs) {
    SortedSet<Integer> kept = new TreeSet<>();
    Deque<Integer> open = new ArrayDeque<>(glyphs);
    open.add(0);
    while (!open.isEmpty()) {
      int glyph = open.remove();
      if (kept.add(glyph)) {
        addParts(ByteBuffer.wrap(font.glyphBytes(glyph)), open);
      }
    }
    return kept;
  }

  private static void addParts(ByteBuffer outline, Deque<Integer> open) {
    if (outline.limit() == 0 || outline.getShort(0) >= 0) {
      return;
    }
    int at = 10;
    int flags;
    do {
      flags = outline.getShort(at);
      open.add(outline.getShort(at + 2) & 0xffff);
      at += 4 + ((flags & WORD_ARGUMENTS) != 0 ? 4 : 2);
      at += (flags & 8) != 0 ? 2 : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0;
    } while ((flags & MORE_PARTS) != 0);
  }

  private static byte[] assemble(Map<String, byte[]> tables) {
    int count = tables.size();
    int power = Integer.highestOneBit(count);
    int size = 12 + 16 * count;
    for (byte[] table : tables.values()) {
      size += (table.length + 3) / 4 * 4;
    }
    ByteBuffer file = ByteBuffer.allocate(size);
    file.putInt(0x00010000).putShort((short) count).putShort((short) (16 * power));
    file.putShort((short) Integer.numberOfTrailingZeros(power));
    file.putShort((short) (16 * (count - power)));
    int offset = 12 + 16 * count;
    int headOffset = 0;
    for (Map.Entry<String, byte[]> entry : tables.entrySet()) {
      byte[] table = entry.getValue();
      file.put(offset, table);
      for (int i = 0; i < 4; i++) {
        file.put((byte) entry.getKey().charAt(i));
      }
      int padded = (table.length + 3) / 4 * 4;
      file.putInt(checksum(file, offset, padded)).putInt(offset).putInt(table.length);
      headOffset = entry.getKey().equals("head") ? offset : headOffset;
      offset += padded;
    }
    file.putInt(headOffset + 8, CHECKSUM_MAGIC - checksum(file, 0, size));
    return file.array();
  }

  private static int checksum(ByteBuffer file, int start, int length) {
    int sum = 0;
    for (int at = start; at < start + length; at += 4) {
      sum += file.getInt(at);
    }
    return sum;
  }
}
