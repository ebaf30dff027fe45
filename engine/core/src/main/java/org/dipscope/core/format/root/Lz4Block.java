package org.dipscope.core.format.root;

/** Decodes LZ4 blocks (without frame), as ROOT, Parquet and HDF5 files store them. */
public final class Lz4Block {
  private Lz4Block() {}

  /**
   * Decodes one block into {@code target[to, limit)}.
   *
   * @return false if the block is not valid or does not fill the target exactly
   */
  public static boolean decode(
      byte[] source, int from, int until, byte[] target, int to, int limit) {
    int in = from;
    int out = to;
    while (in < until) {
      int token = source[in++] & 0xFF;
      int literals = token >>> 4;
      if (literals == 15) {
        int more;
        do {
          if (in >= until || literals > limit) {
            return false;
          }
          more = source[in++] & 0xFF;
          literals += more;
        } while (more == 255);
      }
      if (literals > until - in || literals > limit - out) {
        return false;
      }
      System.arraycopy(source, in, target, out, literals);
      in += literals;
      out += literals;
      if (in == until) {
        return out == limit;
      }
      if (until - in < 2) {
        return false;
      }
      int distance = (source[in] & 0xFF) | (source[in + 1] & 0xFF) << 8;
      in += 2;
      int length = token & 15;
      if (length == 15) {
        int more;
        do {
          if (in >= until || length > limit) {
            return false;
          }
          more = source[in++] & 0xFF;
          length += more;
        } while (more == 255);
      }
      length += 4;
      if (distance == 0 || distance > out - to || length > limit - out) {
        return false;
      }
      copyMatch(target, out, distance, length);
      out += length;
    }
    return false;
  }

  private static void copyMatch(byte[] target, int out, int distance, int length) {
    if (distance >= length) {
      System.arraycopy(target, out - distance, target, out, length);
      return;
    }
    // The match overlaps its own result: what is there repeats, so each copy doubles it.
    int done = distance;
    System.arraycopy(target, out - distance, target, out, distance);
    while (done < length) {
      int step = Math.min(done, length - done);
      System.arraycopy(target, out, target, out + done, step);
      done += step;
    }
  }
}
