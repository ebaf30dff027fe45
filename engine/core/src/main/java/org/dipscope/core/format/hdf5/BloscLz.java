package org.dipscope.core.format.hdf5;

/** Decodes BloscLZ, the default codec of Blosc 1. */
final class BloscLz {
  private static final int NEAR = 8191;

  private BloscLz() {}

  /** Fills {@code target[to, limit)}, or returns false if the bytes are not valid. */
  static boolean decode(byte[] source, int from, int until, byte[] target, int to, int limit) {
    int in = from;
    int out = to;
    boolean first = true;
    while (in < until) {
      int control = source[in++] & 0xFF;
      control = first ? control & 31 : control; // the upper bits tell the version
      first = false;
      if (control < 32) {
        int count = control + 1;
        if (count > until - in || count > limit - out) {
          return false;
        }
        System.arraycopy(source, in, target, out, count);
        in += count;
        out += count;
        continue;
      }
      int count = (control >>> 5) + 2;
      if (count == 9) {
        int more;
        do {
          if (in >= until || count > limit) {
            return false;
          }
          more = source[in++] & 0xFF;
          count += more;
        } while (more == 255);
      }
      if (in >= until) {
        return false;
      }
      int low = source[in++] & 0xFF;
      int distance = ((control & 31) << 8) + low;
      if (distance == NEAR) {
        if (until - in < 2) {
          return false;
        }
        distance = NEAR + ((source[in] & 0xFF) << 8 | (source[in + 1] & 0xFF));
        in += 2;
      }
      distance++;
      if (distance > out - to || count > limit - out) {
        return false;
      }
      for (int end = out + count; out < end; out++) {
        target[out] = target[out - distance];
      }
    }
    return out == limit;
  }
}
