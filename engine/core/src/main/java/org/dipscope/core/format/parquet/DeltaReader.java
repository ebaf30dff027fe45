package org.dipscope.core.format.parquet;

/**
 * Whole numbers as differences in blocks (DELTA_BINARY_PACKED). Sums wrap around as the format
 * demands.
 */
final class DeltaReader {
  private static final int LARGEST_BLOCK = 1 << 20;

  private final PageBytes in;
  private final int perMiniBlock;
  private final int[] widths;
  private final long total;
  private long given;
  private long value;
  private long smallest;
  private int miniBlock;
  private int leftInMiniBlock;
  private int packedAt;
  private long bit;

  /** Reads the head of the first block. */
  DeltaReader(PageBytes in) {
    this.in = in;
    long block = in.varint();
    long miniBlocks = in.varint();
    total = in.varint();
    value = in.zigzag();
    boolean plausible =
        block > 0
            && block <= LARGEST_BLOCK
            && miniBlocks > 0
            && block % miniBlocks == 0
            && block / miniBlocks % 8 == 0
            && total >= 0;
    if (!plausible) {
      throw in.damaged("blocks of %d numbers in %d parts".formatted(block, miniBlocks));
    }
    perMiniBlock = (int) (block / miniBlocks);
    widths = new int[(int) miniBlocks];
    miniBlock = widths.length;
  }

  /** Takes the next number. */
  long next() {
    if (given >= total) {
      throw in.damaged("a page ends early");
    }
    if (given > 0) {
      long delta = delta();
      value += smallest + delta;
    }
    given++;
    return value;
  }

  /** All numbers, which must be small: lengths. The bytes then stand behind them. */
  int[] lengths(int expected) {
    if (total > expected) {
      throw in.damaged("%d lengths for %d values".formatted(total, expected));
    }
    int[] lengths = new int[(int) total];
    for (int i = 0; i < lengths.length; i++) {
      long length = next();
      if (length < 0 || length > in.limit) {
        throw in.damaged("a value of " + length + " bytes");
      }
      lengths[i] = (int) length;
    }
    return lengths;
  }

  private long delta() {
    if (leftInMiniBlock == 0) {
      nextMiniBlock();
    }
    leftInMiniBlock--;
    int width = widths[miniBlock];
    long result = bits(width);
    bit += width;
    return result;
  }

  private void nextMiniBlock() {
    miniBlock++;
    if (miniBlock >= widths.length) {
      smallest = in.zigzag();
      for (int i = 0; i < widths.length; i++) {
        widths[i] = in.unsignedByte();
      }
      miniBlock = 0;
    }
    int width = widths[miniBlock];
    if (width > 64) {
      throw in.damaged("numbers of " + width + " bits");
    }
    packedAt = in.take((long) width * perMiniBlock / 8);
    bit = 0;
    leftInMiniBlock = perMiniBlock;
  }

  private long bits(int width) {
    int start = packedAt + (int) (bit >>> 3);
    if (width <= 56 && start + 8 <= in.bytes.length) {
      return PageBytes.int64(in.bytes, start) >>> (bit & 7) & ((1L << width) - 1);
    }
    long result = 0;
    for (int done = 0; done < width; ) {
      long position = bit + done;
      int inByte = (int) (position & 7);
      int take = Math.min(8 - inByte, width - done);
      long piece =
          (in.bytes[packedAt + (int) (position >>> 3)] & 0xFFL) >>> inByte & ((1L << take) - 1);
      result |= piece << done;
      done += take;
    }
    return result;
  }
}
