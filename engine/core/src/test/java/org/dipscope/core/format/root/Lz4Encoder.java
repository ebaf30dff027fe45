package org.dipscope.core.format.root;

import java.util.Arrays;

/** A plain greedy encoder of lz4 blocks. */
final class Lz4Encoder {
  private static final int LAST_LITERALS = 12;

  private Lz4Encoder() {}

  static byte[] encode(byte[] source) {
    byte[] out = new byte[source.length + source.length / 200 + 64];
    int[] seen = new int[1 << 14];
    Arrays.fill(seen, -1);
    int at = 0;
    int anchor = 0;
    int to = 0;
    while (at < source.length - LAST_LITERALS) {
      int word = word(source, at);
      int slot = (word * 0x9E3779B1) >>> 18;
      int match = seen[slot];
      seen[slot] = at;
      if (match < 0 || at - match > 0xFFFF || word(source, match) != word) {
        at++;
        continue;
      }
      int length = 4;
      while (at + length < source.length - 5 && source[match + length] == source[at + length]) {
        length++;
      }
      to = sequence(source, anchor, at - anchor, at - match, length, out, to);
      at += length;
      anchor = at;
    }
    to = sequence(source, anchor, source.length - anchor, 0, 0, out, to);
    return Arrays.copyOf(out, to);
  }

  private static int sequence(
      byte[] source, int from, int literals, int distance, int length, byte[] out, int start) {
    int to = start;
    int extra = length - 4;
    int token = to++;
    out[token] = (byte) (Math.min(literals, 15) << 4 | (length == 0 ? 0 : Math.min(extra, 15)));
    to = more(literals, out, to);
    System.arraycopy(source, from, out, to, literals);
    to += literals;
    if (length == 0) {
      return to;
    }
    out[to++] = (byte) distance;
    out[to++] = (byte) (distance >> 8);
    return more(extra, out, to);
  }

  private static int more(int length, byte[] out, int start) {
    int to = start;
    if (length >= 15) {
      int rest = length - 15;
      for (; rest >= 255; rest -= 255) {
        out[to++] = (byte) 255;
      }
      out[to++] = (byte) rest;
    }
    return to;
  }

  private static int word(byte[] source, int at) {
    return (source[at] & 0xFF)
        | (source[at + 1] & 0xFF) << 8
        | (source[at + 2] & 0xFF) << 16
        | (source[at + 3] & 0xFF) << 24;
  }
}
