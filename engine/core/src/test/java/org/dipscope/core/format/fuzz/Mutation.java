package org.dipscope.core.format.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Damages files in the ways that break readers. */
final class Mutation {
  private static final int LARGEST_GROWTH = 1 << 16;

  private static final long[] LIMITS = {
    0,
    1,
    -1,
    0x7F,
    0x80,
    0xFF,
    0x7FFF,
    0xFFFF,
    0x3FFF_FFFF,
    0x4000_0000,
    0x7FFF_FFFF,
    0x8000_0000L,
    0xFFFF_FFFFL,
    Long.MAX_VALUE,
    Long.MIN_VALUE,
    1L << 40
  };

  private static final String[] TOKENS = {
    "999999999999",
    "-1",
    "1e999",
    "2147483648",
    "NaN",
    "inf",
    "-",
    "\0",
    "\r\n",
    "\n\n\n",
    "\"",
    "[",
    "]",
    "{",
    "}",
    ":",
    ",",
    ";",
    "#",
    "%",
    "|",
    "&a ",
    "*a",
    "<<: *a",
    "- ",
    "---\n",
    "!!x ",
    "<event>\n",
    "</event>\n",
    "<init>\n",
    "<rwgt>\n",
    "<wgt id='x'>",
    "</LesHouchesEvents>",
    "E 1 0 0\n",
    "P 1 0 0 0 0 0 0 0 0\n",
    "V -1 0 [1]\n",
    "U GEV MM\n",
    "W 2000000000\n",
    "BEGIN YODA_HISTO1D_V3 /x\n",
    "END YODA_\n",
    "Edges(A1): [0, 1]\n",
    "data_file: ../x\n",
    "independent_variables:\n",
    "values: []\n",
    "\"edges\": [",
    "\"channels\": ",
    "'shape': (",
    "../",
    "PAR1",
    "root",
    "PK\3\4",
    "\u001f\u008b\b",
    "\u0093NUMPY",
    "\u00ef\u00bb\u00bf"
  };

  private final SplittableRandom random;

  Mutation(SplittableRandom random) {
    this.random = random;
  }

  /** One to six changes; {@code other} lends parts. */
  byte[] of(byte[] good, byte[] other) {
    byte[] bytes = good.clone();
    for (int changes = 1 + random.nextInt(6); changes > 0; changes--) {
      bytes = bytes.length < 2 ? good.clone() : once(bytes, other);
    }
    return bytes;
  }

  private byte[] once(byte[] bytes, byte[] other) {
    int at = random.nextInt(bytes.length);
    switch (random.nextInt(12)) {
      case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> bytes[at] = (byte) random.nextInt();
      case 2 -> limit(bytes, at);
      case 3 -> limit(bytes, at);
      case 4 -> {
        return Arrays.copyOf(bytes, at);
      }
      case 5 -> {
        return replaced(bytes, at, part(other), random.nextInt(64));
      }
      case 6 -> {
        return replaced(bytes, at, repeated(part(bytes)), 0);
      }
      case 7 -> {
        return replaced(bytes, at, new byte[0], random.nextInt(200));
      }
      case 8 -> {
        return replaced(bytes, at, new byte[1 + random.nextInt(32)], 0);
      }
      case 9 -> {
        return number(bytes, at);
      }
      case 10 -> {
        String deep = TOKENS[random.nextInt(TOKENS.length)];
        return replaced(bytes, at, repeated(deep.getBytes(ISO_8859_1)), 0);
      }
      default -> {
        String token = TOKENS[random.nextInt(TOKENS.length)];
        return replaced(bytes, at, token.getBytes(ISO_8859_1), random.nextInt(4));
      }
    }
    return bytes;
  }

  /** An integer of one to eight bytes, in either order, at the edge of what it can be. */
  private void limit(byte[] bytes, int at) {
    long value = LIMITS[random.nextInt(LIMITS.length)];
    int width = 1 << random.nextInt(4);
    boolean big = random.nextBoolean();
    for (int i = 0; i < width && at + i < bytes.length; i++) {
      bytes[at + i] = (byte) (value >>> (8 * (big ? width - 1 - i : i)));
    }
  }

  private byte[] part(byte[] bytes) {
    int from = random.nextInt(bytes.length);
    return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + 1 + random.nextInt(300)));
  }

  private byte[] repeated(byte[] part) {
    int times = Math.min(LARGEST_GROWTH / part.length, 1 << random.nextInt(15));
    byte[] all = new byte[part.length * Math.max(1, times)];
    for (int i = 0; i < all.length; i++) {
      all[i] = part[i % part.length];
    }
    return all;
  }

  /** The next decimal number becomes another. */
  private byte[] number(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && (bytes[at] < '0' || bytes[at] > '9')) {
      at++;
    }
    int end = at;
    while (end < bytes.length && bytes[end] >= '0' && bytes[end] <= '9') {
      end++;
    }
    String value = String.valueOf(LIMITS[random.nextInt(LIMITS.length)]);
    return replaced(bytes, at, value.getBytes(ISO_8859_1), end - at);
  }

  private static byte[] replaced(byte[] bytes, int at, byte[] by, int length) {
    int after = Math.min(bytes.length, at + length);
    byte[] result = Arrays.copyOf(bytes, at + by.length + bytes.length - after);
    System.arraycopy(by, 0, result, at, by.length);
    System.arraycopy(bytes, after, result, at + by.length, bytes.length - after);
    return result;
  }
}
