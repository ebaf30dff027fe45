package org.dipscope.core.format.parquet;

import java.util.Arrays;

/**
 * Small numbers in runs of equal ones or packed bit by bit ("RLE / bit-packing hybrid"): levels,
 * positions in a dictionary, truth values.
 */
final class RunReader {
  private final PageBytes in;
  private final int width;
  private int left;
  private boolean packed;
  private int repeated;
  private int packedAt;
  private int bitsTaken;

  /** Reads numbers of {@code width} bits. */
  RunReader(PageBytes in, int width) {
    if (width > 32) {
      throw in.damaged("numbers of " + width + " bits");
    }
    this.in = in;
    this.width = width;
  }

  /** Numbers packed without runs, from the most significant bit: the oldest form of levels. */
  static RunReader deprecated(PageBytes in, int width, int count) {
    long length = (count * (long) width + 7) / 8;
    int start = in.take(length);
    byte[] turned = new byte[(int) length];
    for (long bit = 0; bit < count * (long) width; bit++) {
      long number = bit / width;
      long target = number * width + (width - 1 - bit % width);
      int value = in.bytes[start + (int) (bit >>> 3)] >>> (7 - (bit & 7)) & 1;
      turned[(int) (target >>> 3)] |= (byte) (value << (target & 7));
    }
    RunReader reader = new RunReader(new PageBytes(turned, 0, turned.length, in.place), width);
    reader.packed = true;
    reader.left = count;
    return reader;
  }

  /** Takes the next numbers. */
  void read(int[] target, int at, int count) {
    int done = 0;
    while (done < count) {
      if (left == 0) {
        nextRun();
      }
      int step = Math.min(left, count - done);
      if (packed) {
        unpack(target, at + done, step);
      } else {
        Arrays.fill(target, at + done, at + done + step, repeated);
      }
      left -= step;
      done += step;
    }
  }

  private void nextRun() {
    long head = in.varint();
    packed = (head & 1) == 1;
    long count = head >>> 1;
    if (count == 0 || count > Integer.MAX_VALUE / 8) {
      throw in.damaged("a run of " + count + " numbers");
    }
    if (packed) {
      long groups = width == 0 ? count : Math.min(count, in.left() / width + 1L);
      left = (int) groups * 8;
      int length = (int) Math.min(groups * width, in.left());
      packedAt = in.take(length);
      left = width == 0 ? left : (int) Math.min(left, 8L * length / width);
      bitsTaken = 0;
      if (left == 0) {
        throw in.damaged("a page ends early");
      }
    } else {
      left = (int) count;
      repeated = 0;
      for (int i = 0; i < (width + 7) / 8; i++) {
        repeated |= in.unsignedByte() << (8 * i);
      }
    }
  }

  private void unpack(int[] target, int at, int count) {
    if (width == 0) {
      Arrays.fill(target, at, at + count, 0);
      return;
    }
    long mask = (1L << width) - 1;
    long bit = (long) packedAt * 8 + bitsTaken;
    byte[] bytes = in.bytes;
    for (int i = 0; i < count; i++, bit += width) {
      int from = (int) (bit >>> 3);
      long word;
      if (from + 8 <= bytes.length) {
        word = PageBytes.int64(bytes, from) >>> (bit & 7);
      } else {
        word = 0;
        for (int k = from; k < bytes.length; k++) {
          word |= (bytes[k] & 0xFFL) << (8 * (k - from));
        }
        word >>>= bit & 7;
      }
      target[at + i] = (int) (word & mask);
    }
    bitsTaken += count * width;
  }
}
