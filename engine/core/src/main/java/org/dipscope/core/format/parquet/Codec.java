package org.dipscope.core.format.parquet;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.dipscope.core.format.root.Lz4Block;
import org.dipscope.core.problem.ProblemException;

/** How pages are compressed; in the order of their numbers in the format. */
enum Codec {
  UNCOMPRESSED,
  SNAPPY,
  GZIP,
  LZO,
  BROTLI,
  LZ4,
  ZSTD,
  LZ4_RAW,
  UNKNOWN;

  /** Up to this length any ratio is believed. */
  private static final int ALWAYS_BELIEVED = 64 << 20;

  private static final int LARGEST_RATIO = 1100;

  static Codec of(int number) {
    return number >= 0 && number < values().length ? values()[number] : UNKNOWN;
  }

  /**
   * The plain bytes of {@code source[from, until)}.
   *
   * @param plainLength how many there are; checked against what compression can achieve before it
   *     is allocated
   * @throws ProblemException if they cannot be decompressed
   */
  byte[] plain(byte[] source, int from, int until, int plainLength, Place place) {
    if (plainLength > ALWAYS_BELIEVED && plainLength / LARGEST_RATIO > until - from) {
      throw place.damaged(
          "a page claims to hold %d bytes in %d".formatted(plainLength, until - from));
    }
    byte[] target = new byte[plainLength];
    boolean good =
        switch (this) {
          case UNCOMPRESSED -> copy(source, from, until, target);
          case SNAPPY -> Snappy.decode(source, from, until, target);
          case GZIP -> gzip(source, from, until, target);
          case LZ4 -> framedLz4(source, from, until, target) || lz4(source, from, until, target);
          case LZ4_RAW -> lz4(source, from, until, target);
          case ZSTD -> zstd(source, from, until, target);
          case BROTLI, LZO, UNKNOWN -> throw unsupported(place);
        };
    if (!good) {
      throw place.damaged("a page cannot be decompressed (" + this + ")");
    }
    return target;
  }

  /** The complaint about a column that is compressed in a way that is not read. */
  private ProblemException unsupported(Place place) {
    return place.problem(
        "is compressed by " + (this == UNKNOWN ? "an unknown method" : this.toString()),
        "Write the file with zstd, snappy, gzip or lz4_raw compression.");
  }

  private static boolean copy(byte[] source, int from, int until, byte[] target) {
    if (until - from != target.length) {
      return false;
    }
    System.arraycopy(source, from, target, 0, target.length);
    return true;
  }

  private static boolean gzip(byte[] source, int from, int until, byte[] target) {
    try (GZIPInputStream in =
        new GZIPInputStream(new ByteArrayInputStream(source, from, until - from), 1 << 13)) {
      return in.readNBytes(target, 0, target.length) == target.length && in.read() < 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean zstd(byte[] source, int from, int until, byte[] target) {
    try {
      return Zstd.decompressByteArray(target, 0, target.length, source, from, until - from)
          == target.length;
    } catch (ZstdException e) {
      return false;
    }
  }

  private static boolean lz4(byte[] source, int from, int until, byte[] target) {
    return Lz4Block.decode(source, from, until, target, 0, target.length);
  }

  /** The older variant, as Hadoop frames it: plain and compressed length before each block. */
  private static boolean framedLz4(byte[] source, int from, int until, byte[] target) {
    int in = from;
    int out = 0;
    while (until - in >= 8 && out < target.length) {
      int plain = bigEndian(source, in);
      int packed = bigEndian(source, in + 4);
      in += 8;
      if (plain < 0 || plain > target.length - out || packed < 0 || packed > until - in) {
        return false;
      }
      if (!Lz4Block.decode(source, in, in + packed, target, out, out + plain)) {
        return false;
      }
      in += packed;
      out += plain;
    }
    return in == until && out == target.length;
  }

  private static int bigEndian(byte[] bytes, int at) {
    return bytes[at] << 24
        | (bytes[at + 1] & 0xFF) << 16
        | (bytes[at + 2] & 0xFF) << 8
        | (bytes[at + 3] & 0xFF);
  }
}
