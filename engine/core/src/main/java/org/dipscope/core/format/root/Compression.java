package org.dipscope.core.format.root;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.tukaani.xz.XZInputStream;

/**
 * Decompresses records of a ROOT file: blocks of at most 16 MiB, each with a header of nine bytes
 * (two letters for the method, one byte, three bytes each for the compressed and the plain length,
 * least significant first).
 */
final class Compression {
  private static final int HEADER = 9;
  private static final int XZ_MEMORY_KIB = 64 * 1024;

  /** Up to this length any ratio is believed; the longest record that a bomb can make of one. */
  private static final int ALWAYS_BELIEVED = 64 << 20;

  private static final int LARGEST_RATIO = 1100;

  private Compression() {}

  /**
   * The plain bytes of {@code source[from, until)}.
   *
   * @param plainLength what the record announces; checked against the block headers, and against
   *     what compression can achieve, before it is allocated
   */
  static byte[] plain(byte[] source, int from, int until, int plainLength, Place place) {
    if (until - from == plainLength) {
      byte[] copy = new byte[plainLength];
      System.arraycopy(source, from, copy, 0, plainLength);
      return copy;
    }
    checkLengths(source, from, until, plainLength, place);
    byte[] target = new byte[plainLength];
    int in = from;
    int out = 0;
    while (out < plainLength) {
      int packed = length(source, in + 3);
      int plain = length(source, in + 6);
      int start = in + HEADER;
      block(source, in, start, start + packed, target, out, out + plain, place);
      in = start + packed;
      out += plain;
    }
    return target;
  }

  private static void checkLengths(
      byte[] source, int from, int until, int plainLength, Place place) {
    if (plainLength < 0
        || (plainLength > ALWAYS_BELIEVED && plainLength > (long) (until - from) * LARGEST_RATIO)) {
      throw place.damaged(
          "claims to hold "
              + plainLength
              + " bytes in "
              + (until - from)
              + " compressed ones, more than compression can achieve");
    }
    int in = from;
    long out = 0;
    while (out < plainLength) {
      if (until - in < HEADER) {
        throw place.damaged("lacks the header of a compressed block at its byte " + in);
      }
      int packed = length(source, in + 3);
      int plain = length(source, in + 6);
      if (packed > until - in - HEADER || plain == 0) {
        throw place.damaged(
            "has a compressed block at its byte " + in + " with impossible lengths");
      }
      in += HEADER + packed;
      out += plain;
    }
    if (out != plainLength) {
      throw place.damaged(
          "announces " + plainLength + " bytes, but its compressed blocks hold " + out);
    }
  }

  private static int length(byte[] source, int at) {
    return (source[at] & 0xFF) | (source[at + 1] & 0xFF) << 8 | (source[at + 2] & 0xFF) << 16;
  }

  private static void block(
      byte[] source, int head, int from, int until, byte[] target, int to, int limit, Place place) {
    String method = "" + (char) (source[head] & 0x7F) + (char) (source[head + 1] & 0x7F);
    boolean good =
        switch (method) {
          case "ZL" -> inflate(false, source, from, until, target, to, limit);
          case "CS" -> inflate(true, source, from, until, target, to, limit);
          case "XZ" -> lzma(source, from, until, target, to, limit);
          case "L4" -> lz4(source, from, until, target, to, limit, place);
          case "ZS" -> zstd(source, from, until, target, to, limit);
          default ->
              throw place.problem(
                  "is compressed by an unknown method (\""
                      + method
                      + "\" at its byte "
                      + head
                      + ")",
                  "Write it again with zlib, lzma, lz4 or zstd compression.");
        };
    if (!good) {
      throw place.damaged(
          "cannot be decompressed: its block at byte " + head + " (" + method + ") is not valid");
    }
  }

  private static boolean inflate(
      boolean raw, byte[] source, int from, int until, byte[] target, int to, int limit) {
    try (Inflater inflater = new Inflater(raw)) {
      inflater.setInput(source, from, until - from);
      int out = to;
      while (out < limit) {
        int got = inflater.inflate(target, out, limit - out);
        if (got == 0) {
          return false;
        }
        out += got;
      }
      return true;
    } catch (DataFormatException e) {
      return false;
    }
  }

  private static boolean zstd(
      byte[] source, int from, int until, byte[] target, int to, int limit) {
    try {
      return Zstd.decompressByteArray(target, to, limit - to, source, from, until - from)
          == limit - to;
    } catch (ZstdException e) {
      return false;
    }
  }

  private static boolean lzma(
      byte[] source, int from, int until, byte[] target, int to, int limit) {
    try (XZInputStream in =
        new XZInputStream(new ByteArrayInputStream(source, from, until - from), XZ_MEMORY_KIB)) {
      return in.readNBytes(target, to, limit - to) == limit - to;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean lz4(
      byte[] source, int from, int until, byte[] target, int to, int limit, Place place) {
    int start = from + 8;
    if (start > until) {
      return false;
    }
    long expected = 0;
    for (int i = 0; i < 8; i++) {
      expected = expected << 8 | (source[from + i] & 0xFF);
    }
    if (XxHash64.of(source, start, until) != expected) {
      throw place.damaged(
          "cannot be decompressed: the checksum of its lz4 block at byte " + from + " differs");
    }
    return Lz4Block.decode(source, start, until, target, to, limit);
  }
}
