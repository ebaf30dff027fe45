package org.dipscope.core.format.hdf5;

import java.util.Arrays;
import org.dipscope.core.format.root.Lz4Block;

/**
 * Decodes containers of Blosc 1: a header of 16 bytes, the places of the blocks, and in each block
 * one stream, or one per byte of an element, with its length in front.
 */
final class Blosc {
  private static final int HEADER = 16;
  private static final int SHUFFLED = 1;
  private static final int COPIED = 2;
  private static final int BIT_SHUFFLED = 4;
  private static final int NOT_SPLIT = 16;
  private static final int MOST_SPLITS = 16;
  private static final int SNAPPY = 2;
  private static final int SMALLEST_SPLIT = 128;

  private final byte[] source;
  private final int length;
  private final int flags;
  private final int width;
  private final int blockBytes;

  private Blosc(byte[] source, int length) {
    this.source = source;
    this.length = length;
    this.flags = source[2];
    this.width = source[3] & 0xFF;
    this.blockBytes = little(source, 8);
  }

  /** Whether the codec is the one that is not read. */
  static boolean isSnappy(byte[] source, int length) {
    return length >= HEADER && (source[2] & COPIED) == 0 && (source[2] >>> 5 & 7) == SNAPPY;
  }

  /** Fills the target, or returns false if the bytes are not valid. */
  static boolean decode(byte[] source, int length, byte[] target) {
    return length >= HEADER
        && little(source, 4) == target.length
        && new Blosc(source, length).decode(target);
  }

  private boolean decode(byte[] target) {
    if ((flags & COPIED) != 0) {
      boolean all = length - HEADER >= target.length;
      System.arraycopy(source, HEADER, target, 0, all ? target.length : 0);
      return all;
    }
    if (blockBytes <= 0 || width == 0) {
      return false;
    }
    long blocks = (target.length + (long) blockBytes - 1) / blockBytes;
    if (blocks > (length - HEADER) / 4) {
      return false;
    }
    byte[] plain = new byte[Math.min(blockBytes, target.length)];
    for (int i = 0; i < blocks; i++) {
      int to = i * blockBytes;
      int size = Math.min(blockBytes, target.length - to);
      if (!block(little(source, HEADER + 4 * i), size, plain)) {
        return false;
      }
      order(plain, size, target, to);
    }
    return true;
  }

  /** Unpacks the streams of a block. */
  private boolean block(int start, int size, byte[] plain) {
    boolean split =
        (flags & NOT_SPLIT) == 0
            && width <= MOST_SPLITS
            && size == blockBytes
            && size / width >= SMALLEST_SPLIT;
    int streams = split ? width : 1;
    int each = size / streams;
    int at = start;
    for (int i = 0; i < streams; i++) {
      int packed = at < HEADER || at > length - 4 ? -1 : little(source, at);
      at += 4;
      if (packed <= 0 || packed > length - at) {
        return false;
      }
      if (packed == each) {
        System.arraycopy(source, at, plain, i * each, each);
      } else if (!stream(at, packed, plain, i * each, each)) {
        return false;
      }
      at += packed;
    }
    return true;
  }

  private boolean stream(int from, int packed, byte[] plain, int to, int count) {
    return switch (flags >>> 5 & 7) {
      case 0 -> BloscLz.decode(source, from, from + packed, plain, to, to + count);
      case 1 -> Lz4Block.decode(source, from, from + packed, plain, to, to + count);
      case 3 -> ChunkDecoder.inflate(source, from, packed, plain, to, count);
      case 4 -> ChunkDecoder.zstd(source, from, packed, plain, to, count);
      default -> false;
    };
  }

  private void order(byte[] plain, int size, byte[] target, int to) {
    if ((flags & SHUFFLED) != 0 && width > 1) {
      unshuffle(plain, width, size, target, to);
    } else if ((flags & BIT_SHUFFLED) != 0 && size / width % 8 == 0 && size >= width) {
      unshuffleBits(plain, size, target, to);
    } else {
      System.arraycopy(plain, 0, target, to, size);
    }
  }

  /** Puts the bytes of elements together again: all first bytes came first, then all second. */
  static void unshuffle(byte[] source, int width, int length, byte[] target, int to) {
    int elements = length / width;
    for (int i = 0; i < width; i++) {
      int from = i * elements;
      for (int j = 0, at = to + i; j < elements; j++, at += width) {
        target[at] = source[from + j];
      }
    }
    int done = elements * width;
    System.arraycopy(source, done, target, to + done, length - done);
  }

  /** The same for bits: all lowest bits of all first bytes came first. */
  private void unshuffleBits(byte[] source, int size, byte[] target, int to) {
    int elements = size / width;
    int rowBytes = elements / 8;
    Arrays.fill(target, to, to + size, (byte) 0);
    for (int row = 0; row < 8 * width; row++) {
      for (int i = 0; i < elements; i++) {
        int bit = source[row * rowBytes + i / 8] >>> (i % 8) & 1;
        target[to + i * width + row / 8] |= (byte) (bit << (row % 8));
      }
    }
    int done = elements * width;
    System.arraycopy(source, done, target, to + done, size - done);
  }

  private static int little(byte[] bytes, int at) {
    return (bytes[at] & 0xFF)
        | (bytes[at + 1] & 0xFF) << 8
        | (bytes[at + 2] & 0xFF) << 16
        | bytes[at + 3] << 24;
  }
}
